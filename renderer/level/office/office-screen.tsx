import { useLanguage, useText } from '#renderer/desk/language.ts';
import { useScreenKeys } from '#renderer/frame/screen-keys.tsx';
import { takeFocus } from '#renderer/frame/take-focus.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Note } from '#renderer/ui/note.tsx';
import shared from '#renderer/ui/shared.module.css';
import { addDays } from '#shared/domain/calendar/business-date.ts';
import type { LevelOutput } from '#shared/contract/level.ts';
import { problemText } from '#shared/text/problem-text.ts';
import { formatDayOfYear } from '#shared/text/format.ts';
import { useEffect, useMemo, useRef, useState } from 'react';
import { byName } from '../client/office-order.ts';
import { useLevelQuery } from '../client/level-client.ts';
import { useLevelWords } from '../client/words.ts';
import { useLevelPlace } from '../frame/place.ts';
import { DayPane } from './day-pane.tsx';
import { DaysList } from './days-list.tsx';
import { OfficeSide } from './office-side.tsx';
import styles from './office.module.css';
import { TypeFigures } from './type-figures.tsx';

/** How far back the days of an office reach. */
const DAYS_BACK = 365;

/** One office: its days on the left, the versions of the chosen day, its key and facts on the right. */
export function OfficeScreen({ code }: { readonly code: string }) {
  const text = useText();
  const words = useLevelWords().levelOffice;
  const back = useLevelPlace((state) => state.back);
  const today = useLevelQuery('level.state', {}).value?.today;
  const answer = useLevelQuery(
    'level.office',
    { code, from: addDays(today ?? '2026-01-01', -DAYS_BACK), to: today ?? '2026-01-01' },
    { enabled: today !== undefined, keepFormer: true },
  );
  useScreenKeys([{ key: 'Escape', label: words.keyBack, run: back }]);
  if (answer.problem !== undefined)
    return (
      <div className={shared['nothing']}>
        <Note tone="bad" announce>
          {problemText(answer.problem, text)}
        </Note>
        <Button onClick={back}>{words.back}</Button>
      </div>
    );
  if (answer.value === undefined) return <div aria-busy="true" />;
  return <Office key={code} whole={answer.value} />;
}

function Office({ whole }: { readonly whole: LevelOutput<'level.office'> }) {
  const words = useLevelWords().levelOffice;
  const language = useLanguage();
  const { office } = whole;
  const boardDay = useLevelPlace((state) => state.day);
  const dueDay = useLevelQuery('level.state', {}).value?.reportOf ?? null;
  const days = useMemo(
    () => whole.days.toSorted((a, b) => (a.businessDay < b.businessDay ? 1 : -1)),
    [whole],
  );
  const [chosen, setChosen] = useState(boardDay ?? dueDay);
  const [isTyping, setTyping] = useState(false);
  const list = useRef<HTMLDivElement>(null);
  const step = useNeighbours(office.code);
  const found = days.findIndex(({ businessDay }) => businessDay === chosen);
  const at = found === -1 && days.length > 0 ? 0 : found;
  const day = days[at];
  useEffect(() => takeFocus(list.current), []);
  const canType = day !== undefined && ['missing', 'refused', 'unsigned', 'off'].includes(day.state);
  useScreenKeys([
    { key: 'ArrowDown', label: words.keyDay, run: () => list.current?.focus() },
    { key: 'ArrowRight', label: words.keyOffice, run: () => step(1) },
    ...(canType ? [{ key: 'F4', label: words.keyType, run: () => setTyping(true) }] : []),
  ]);
  return (
    <div className={styles['screen']}>
      <DaysList
        ref={list}
        days={days}
        at={at}
        onStand={(row) => setChosen(days[row]?.businessDay ?? null)}
        onSide={step}
      />
      {day === undefined ? (
        <section className={styles['pane']}>
          <div className={shared['nothing']}>{words.noDays}</div>
        </section>
      ) : (
        <DayPane
          key={day.businessDay}
          office={office}
          day={day}
          onType={canType ? () => setTyping(true) : undefined}
        />
      )}
      <OfficeSide office={office} />
      {isTyping && day !== undefined ? (
        <TypeFigures
          office={office}
          businessDay={day.businessDay}
          before={day.figures}
          title={words.typing.title(office.name, formatDayOfYear(day.businessDay, language))}
          onClose={() => setTyping(false)}
        />
      ) : null}
    </div>
  );
}

/** The way to the office before and after, by name. */
function useNeighbours(code: string): (step: 1 | -1) => void {
  const offices = useLevelQuery('office.list', {}).value;
  const openOffice = useLevelPlace((state) => state.openOffice);
  return (step) => {
    const ordered = offices?.toSorted(byName) ?? [];
    const next = ordered[ordered.findIndex((office) => office.code === code) + step];
    if (next !== undefined) openOffice(next.code);
  };
}
