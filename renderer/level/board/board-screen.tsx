import { useLanguage, useText } from '#renderer/desk/language.ts';
import { useScreenKeys } from '#renderer/frame/screen-keys.tsx';
import { takeFocus } from '#renderer/frame/take-focus.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Chip } from '#renderer/ui/chip.tsx';
import { ListSearch } from '#renderer/ui/list-search.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { NumberText } from '#renderer/ui/number-text.tsx';
import shared from '#renderer/ui/shared.module.css';
import { Segmented } from '#renderer/ui/segmented.tsx';
import { addDays } from '#shared/domain/calendar/business-date.ts';
import type { LevelOutput } from '#shared/contract/level.ts';
import { formatNumber } from '#shared/text/format.ts';
import { problemText } from '#shared/text/problem-text.ts';
import { IconChecks, IconPhone } from '@tabler/icons-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useLevelQuery } from '../client/level-client.ts';
import { finds } from '../client/office-order.ts';
import { useLevelWords } from '../client/words.ts';
import { useLevelPlace } from '../frame/place.ts';
import { ReceiveColumn } from '../receive/receive-column.tsx';
import { BOARD_FILTERS, boardRows, fitsFilter, sameFigures, sumOf, type BoardFilter } from './board-rows.ts';
import styles from './board.module.css';
import { DayFigures } from './day-figures.tsx';
import { MissingList } from './missing-list.tsx';
import { OfficeList } from './office-list.tsx';
import { SignDay } from './sign-day.tsx';

/** The morning: what came, who is missing, and the day's sum. */
export function BoardScreen() {
  const text = useText();
  const state = useLevelQuery('level.state', {}).value;
  const chosen = useLevelPlace((store) => store.day);
  const businessDay = chosen ?? state?.reportOf ?? '';
  const answer = useLevelQuery(
    'level.day',
    { businessDay },
    { enabled: businessDay !== '', keepFormer: true },
  );
  if (state === undefined) return null;
  if (answer.problem !== undefined)
    return (
      <Note tone="bad" className={styles['problem']} announce>
        {problemText(answer.problem, text)}
      </Note>
    );
  if (answer.value === undefined) return <div aria-busy="true" />;
  return <Board day={answer.value} state={state} />;
}

type BoardProps = { readonly day: LevelOutput<'level.day'>; readonly state: LevelOutput<'level.state'> };

function Board({ day, state }: BoardProps) {
  const { board: words } = useLevelWords().level;
  const language = useLanguage();
  const { at: standing, standAt, openOffice, showDay } = useLevelPlace();
  const [filter, setFilter] = useState<BoardFilter>('all');
  const [typed, setTyped] = useState('');
  const [isCalling, setCalling] = useState(false);
  const list = useRef<HTMLDivElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const receive = useRef<{ choose: () => void }>(null);
  const all = useMemo(() => boardRows(day), [day]);
  const rows = useMemo(
    () => all.filter((row) => fitsFilter(row, filter) && finds(row, typed)),
    [all, filter, typed],
  );
  const found = rows.findIndex(({ code }) => code === standing);
  const at = found === -1 && rows.length > 0 ? 0 : found;
  const { businessDay } = day;
  const canGoOn = businessDay < state.today;
  const days = (step: 1 | -1) => {
    const next = addDays(businessDay, step);
    if (next <= state.today) showDay(next === state.reportOf ? null : next);
  };
  const open = (row: number) => {
    const office = rows[row];
    if (office !== undefined) openOffice(office.code);
  };
  useEffect(() => takeFocus(list.current), []);
  const count = (value: number) => formatNumber(value, language);
  useScreenKeys([
    { key: 'F2', label: words.keyChoose, run: () => receive.current?.choose() },
    { key: 'Enter', label: words.keyOpen, run: () => open(at) },
    { key: 'ArrowRight', label: words.keyDays, run: () => days(canGoOn ? 1 : -1) },
    { key: 'F3', label: words.keyFind, run: () => search.current?.focus() },
    {
      key: 'F8',
      label: words.keySheet,
      run: () => setCalling(true),
      disabledReason: day.missing.length === 0 ? words.noMissing : undefined,
    },
  ]);
  const tabs = BOARD_FILTERS.map((value) => ({
    value,
    count: all.filter((row) => fitsFilter(row, value)).length,
  })).filter((tab) => tab.value !== 'unsigned' || tab.count > 0);
  const agrees = sameFigures(sumOf(all), day.totals);
  return (
    <div className={styles['screen']}>
      <ReceiveColumn ref={receive} businessDay={businessDay}>
        <SignDay day={day} />
      </ReceiveColumn>
      <section className={styles['board']} aria-label={words.list}>
        <DayFigures
          day={day}
          corrected={tabs.find(({ value }) => value === 'corrected')?.count ?? 0}
          isDue={businessDay === state.reportOf}
          canGoOn={canGoOn}
          onDays={days}
        />
        {state.offices === 0 ? (
          <NoOffices />
        ) : (
          <>
            <div className={styles['tools']}>
              <Segmented
                label={words.filter}
                options={tabs.map((tab) => ({
                  value: tab.value,
                  label: `${words.filters[tab.value]} ${count(tab.count)}`,
                }))}
                value={filter}
                onChange={setFilter}
              />
              <div className={styles['find']}>
                <ListSearch
                  ref={search}
                  label={words.find}
                  value={typed}
                  onType={setTyped}
                  listId="offices"
                />
              </div>
              <Button
                icon={<IconPhone aria-hidden="true" />}
                keyHint="F8"
                disabledReason={day.missing.length === 0 ? words.noMissing : undefined}
                onClick={() => setCalling(true)}
              >
                <span className={styles['callWord']}>{words.callList}</span>
              </Button>
            </div>
            <OfficeList
              ref={list}
              rows={rows}
              today={state.today}
              at={at}
              onStand={(row) => standAt(rows[row]?.code ?? '')}
              onOpen={open}
              onDays={days}
              empty={all.length === 0 ? words.noneDue : words.none}
            />
            <footer className={styles['sum']}>
              <b>{words.sum(count(day.received.length))}</b>
              {(['issued', 'level2', 'activated'] as const).map((figure) => (
                <span key={figure}>
                  {words[figure]} <NumberText>{count(day.totals[figure])}</NumberText>
                </span>
              ))}
              <Chip tone={agrees ? 'good' : 'bad'} icon={<IconChecks size={16} aria-hidden="true" />}>
                {agrees ? words.agrees(count(day.received.length)) : words.differs}
              </Chip>
            </footer>
          </>
        )}
      </section>
      {isCalling ? <MissingList day={day} onClose={() => setCalling(false)} /> : null}
    </div>
  );
}

/** Before the first office is registered there is nothing to receive for. */
function NoOffices() {
  const { setUp } = useLevelWords().level;
  const go = useLevelPlace((state) => state.go);
  return (
    <div className={shared['nothing']}>
      <h2>{setUp.welcome}</h2>
      <p>{setUp.welcomeHelp}</p>
      <Button variant="primary" size="big" keyHint="Alt+4" onClick={() => go('offices')} autoFocus>
        {setUp.register}
      </Button>
    </div>
  );
}
