import { useLanguage, useText } from '#renderer/desk/language.ts';
import { useScreenKeys } from '#renderer/frame/screen-keys.tsx';
import { takeFocus } from '#renderer/frame/take-focus.ts';
import { Note } from '#renderer/ui/note.tsx';
import { formatNumber } from '#shared/text/format.ts';
import { problemText } from '#shared/text/problem-text.ts';
import { useEffect, useMemo, useRef, useState } from 'react';
import { finds } from '../client/office-order.ts';
import { useLevelQuery } from '../client/level-client.ts';
import { useExport } from '../client/use-export.ts';
import { useLevelWords } from '../client/words.ts';
import { useLevelPlace } from '../frame/place.ts';
import { PeriodChart } from './period-chart.tsx';
import { PeriodFoot } from './period-foot.tsx';
import { PeriodHead } from './period-head.tsx';
import { PeriodList } from './period-list.tsx';
import { periodRows, targetsByOffice, type PeriodOrder } from './period-rows.ts';
import styles from './period.module.css';
import { usePeriod } from './use-period.ts';

/** The figures of a period by office, against their targets. */
export function PeriodScreen() {
  const text = useText();
  const words = useLevelWords().levelPeriod;
  const language = useLanguage();
  const { period, asked, step, show } = usePeriod();
  const today = useLevelQuery('level.state', {}).value?.today;
  const answer = useLevelQuery('level.period', asked ?? { from: '', to: '' }, {
    enabled: asked !== null,
    keepFormer: true,
  });
  const lines = useLevelQuery('target.list', { on: today ?? '' }, { enabled: today !== undefined }).value;
  const { at: standing, standAt, openOffice } = useLevelPlace();
  const [order, setOrder] = useState<PeriodOrder>('late');
  const [typed, setTyped] = useState('');
  const [hasChart, setChart] = useState(false);
  const list = useRef<HTMLDivElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const { run, isPending } = useExport();
  const value = answer.value;
  const targets = useMemo(() => targetsByOffice(lines ?? []), [lines]);
  const rows = useMemo(
    () =>
      value === undefined
        ? []
        : periodRows(value, targets, order).filter((row) => row.row === 'group' || finds(row, typed)),
    [value, targets, order, typed],
  );
  const keys = rows.map((row) => (row.row === 'office' ? row.code : `group ${row.group}`));
  const found = keys.indexOf(standing ?? '');
  const at = found === -1 && rows.length > 0 ? 0 : found;
  const current = rows[at];
  const save = (format: 'xlsx' | 'pdf' | 'csv') => {
    if (asked !== null) void run({ ...asked, format, language });
  };
  const isThere = value !== undefined;
  useEffect(() => {
    if (isThere) takeFocus(list.current);
  }, [isThere]);
  useScreenKeys([
    { key: 'Enter', label: words.keyOpen, run: () => current?.row === 'office' && openOffice(current.code) },
    { key: 'ArrowRight', label: words.keyPeriod, run: () => step(-1) },
    { key: 'F3', label: words.keyFind, run: () => search.current?.focus() },
    { key: 'F6', label: hasChart ? words.hideChart : words.showChart, run: () => setChart(!hasChart) },
    { key: 'Alt+S', label: words.export, run: () => save('xlsx') },
  ]);
  if (answer.problem !== undefined)
    return (
      <Note tone="bad" className={styles['problem']} announce>
        {problemText(answer.problem, text)}
      </Note>
    );
  if (value === undefined || period === null || today === undefined) return <div aria-busy="true" />;
  return (
    <section className={styles['screen']} aria-label={words.title(value.from, value.to)}>
      <PeriodHead
        period={period}
        value={value}
        onStep={step}
        onShow={show}
        order={order}
        onOrder={setOrder}
        typed={typed}
        onType={setTyped}
        search={search}
        isSaving={isPending}
        onSave={save}
      />
      {hasChart ? <PeriodChart value={value} /> : null}
      <PeriodList
        ref={list}
        rows={rows}
        keys={keys}
        today={today}
        at={at}
        onStand={(row) => standAt(keys[row] ?? '')}
        onOpen={(row) => {
          const office = rows[row];
          if (office?.row === 'office') openOffice(office.code);
        }}
        onSide={step}
        empty={value.offices.length === 0 ? words.nothing : words.none}
      />
      <PeriodFoot
        value={value}
        targets={targets}
        today={today}
        current={current?.row === 'office' ? current : undefined}
        count={(number) => formatNumber(number, language)}
      />
    </section>
  );
}
