import { ProblemNote } from '#renderer/desk/problem-note.tsx';
import { takeFocus } from '#renderer/frame/take-focus.ts';
import { useDesk } from '#renderer/desk/desk-context.ts';
import { useLanguage, useText } from '#renderer/desk/language.ts';
import { useDeskQuery } from '#renderer/desk/use-desk-query.ts';
import { sayInBar } from '#renderer/frame/screen-keys.tsx';
import type { FollowUpList, FollowUpOrder } from '#shared/domain/account/follow-up.ts';
import { useDeferredValue, useEffect, useRef, useState } from 'react';
import { printCallList } from './call-list.tsx';
import { rowAfterChange } from './deadline.ts';
import styles from './follow-up.module.css';
import { ImportDialog } from './import-dialog.tsx';
import { ListsNav } from './lists-nav.tsx';
import { PeopleList } from './people-list.tsx';
import { PersonPane } from './person-pane.tsx';
import { useListKeys } from './use-list-keys.ts';
import { PAGE_ROWS, wholeList } from './whole-list.ts';

/** In the order in which they press. */
const PRESSING = ['due-today', 'late', 'activation-ends'] as const satisfies readonly FollowUpList[];

function firstWithPeople(counts: Readonly<Record<FollowUpList, number>>): FollowUpList {
  return PRESSING.find((list) => counts[list] > 0) ?? 'all';
}

/** People whose account is still awaited or not activated: whom to call today, and what came of it. */
export function FollowUpScreen() {
  const text = useText();
  const language = useLanguage();
  const desk = useDesk();
  const office = useDeskQuery('office.show', {}).value;
  const [asked, setList] = useState<FollowUpList | null>(null);
  const counts = useDeskQuery('follow-up.list', { list: 'due-today', limit: 1 }).value?.counts;
  const list = asked ?? (counts === undefined ? null : firstWithPeople(counts));
  const [typed, setTyped] = useState('');
  const search = useDeferredValue(typed.trim());
  const [page, setPage] = useState(0);
  const [order, setOrder] = useState<FollowUpOrder>('pressing');
  const answer = useDeskQuery(
    'follow-up.list',
    {
      list: list ?? 'due-today',
      order,
      limit: PAGE_ROWS,
      offset: page * PAGE_ROWS,
      ...(search === '' ? {} : { search }),
    },
    { keepFormer: true, enabled: list !== null },
  );
  const [chosen, setChosen] = useState<string | null>(null);
  const [isImporting, setImporting] = useState(false);
  /** The place of the chosen person, for when they leave the list. */
  const [place, setPlace] = useState(0);
  const people = useRef<HTMLDivElement>(null);
  const searching = useRef<HTMLInputElement>(null);
  const rows = answer.value?.rows ?? [];
  const on = answer.value?.on;

  const isLoaded = on !== undefined;
  useEffect(() => takeFocus(people.current), [isLoaded]);
  const at = rowAfterChange(rows, chosen, place);
  const shown = chosen ?? rows[at]?.requestId ?? null;
  const choose = (row: number) => {
    setPlace(row);
    setChosen(rows[row]?.requestId ?? null);
  };
  const show = (next: FollowUpList) => {
    setPlace(0);
    setChosen(null);
    setPage(0);
    setList(next);
    people.current?.focus();
  };
  const turn = (next: number) => {
    setPlace(0);
    setChosen(null);
    setPage(next);
    people.current?.focus();
  };
  const toCall = rows.filter((row) => row.state !== 'activated');
  // The paper has everybody on the list, whichever page is shown.
  const print = async () => {
    if (!office || on === undefined || list === null) return;
    const all = await wholeList(desk, { list, order, ...(search === '' ? {} : { search }) });
    if (all === undefined) return sayInBar(text.followUp.notPrinted);
    await printCallList({ office, rows: all.filter((row) => row.state !== 'activated'), on, language });
  };
  const printOff =
    toCall.length === 0
      ? text.followUp.nothingToPrint
      : office?.settings.printing === 'none'
        ? text.followUp.printingOff
        : undefined;
  useListKeys({
    list,
    show,
    print: () => void print(),
    printOff,
    startImport: () => setImporting(true),
    searching,
  });

  if (answer.problem !== undefined) {
    return <ProblemNote problem={answer.problem} className={styles['trouble']} />;
  }
  if (answer.value === undefined || on === undefined || list === null) return null;
  return (
    <div className={styles['columns']}>
      <ListsNav
        list={list}
        counts={answer.value.counts}
        printOff={printOff}
        onShow={show}
        onPrint={() => void print()}
        onImport={() => setImporting(true)}
      />
      <PeopleList
        ref={people}
        searching={searching}
        list={list}
        rows={rows}
        total={search === '' ? answer.value.counts[list] : null}
        order={order}
        onOrder={(next) => {
          turn(0);
          setOrder(next);
        }}
        page={page}
        onPage={turn}
        on={on}
        at={chosen !== null && rows[at]?.requestId !== chosen ? null : at}
        typed={typed}
        onType={(next) => {
          setPage(0);
          setTyped(next);
        }}
        onChoose={choose}
        from={at}
      />
      <PersonPane key={shown} requestId={shown} on={on} toList={() => people.current?.focus()} />
      {isImporting && <ImportDialog onClose={() => setImporting(false)} />}
    </div>
  );
}
