import { ProblemNote } from '#renderer/desk/problem-note.tsx';
import { useLanguage, useText } from '#renderer/desk/language.ts';
import { useDeskQuery } from '#renderer/desk/use-desk-query.ts';
import { sayInBar, useScreenKeys } from '#renderer/frame/screen-keys.tsx';
import { takeFocus } from '#renderer/frame/take-focus.ts';
import { Button } from '#renderer/ui/button.tsx';
import { useDesk } from '#renderer/desk/desk-context.ts';
import type { Office } from '#shared/contract/office.ts';
import { problemText } from '#shared/text/problem-text.ts';
import { IconPlus } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { TakePage } from './take-page.tsx';
import { VisitDialog } from './visit-dialog.tsx';
import { VisitPane } from './visit-pane.tsx';
import { VisitsList } from './visits-list.tsx';
import styles from './visits.module.css';

type Open = 'new' | 'edit' | 'people' | null;

/** Visits by day, the chosen one with what came of it, its sheets, and the people who are taken in there. */
export function VisitsPage({ office }: { readonly office: Office }) {
  const text = useText();
  const words = text.visit.visits;
  const language = useLanguage();
  const desk = useDesk();
  const visits = useDeskQuery('visit.list', {});
  const [asked, setAsked] = useState<string | null>(null);
  const [open, setOpen] = useState<Open>(null);
  const list = useRef<HTMLDivElement>(null);
  const all = visits.value ?? [];
  const visit =
    all.find(({ visitId }) => visitId === asked) ??
    all.find(({ state }) => state === 'today' || state === 'to-come') ??
    all.at(-1);
  const isLoaded = visits.value !== undefined;
  const isList = open !== 'people';
  useEffect(() => takeFocus(list.current), [isLoaded, isList]);
  const nobody = visit !== undefined && visit.rosterId === null && visit.homeVisits === 0;
  const off = nobody ? words.nobodyExpected : undefined;
  const printOff = office.settings.printing === 'none' ? text.followUp.printingOff : undefined;

  const print = async (which: 'people' | 'poster') => {
    if (visit === undefined) return;
    const sheets = await import('./visit-sheets.tsx');
    const reply = which === 'poster' ? null : await desk.call('visit.people', { visitId: visit.visitId });
    if (reply !== null && !reply.ok) {
      sayInBar(problemText(reply.problem, text), true);
      return;
    }
    const isSent =
      reply === null
        ? await sheets.printPoster({ office, visit, language })
        : await sheets.printPeople({ office, visit, people: reply.value, language });
    sayInBar(isSent ? words.printed : words.notPrinted);
  };
  const printLabel = visit?.site === 'home' ? words.route : words.callList;
  useScreenKeys(
    isList
      ? [
          { key: 'Alt+N', label: words.add, run: () => setOpen('new') },
          ...(visit === undefined
            ? []
            : [
                { label: words.people, run: () => setOpen('people'), disabledReason: off },
                {
                  key: 'F8',
                  label: printLabel,
                  run: () => void print('people'),
                  disabledReason: printOff ?? off,
                },
                { label: words.poster, run: () => void print('poster'), disabledReason: printOff },
                { label: words.edit, run: () => setOpen('edit') },
              ]),
        ]
      : [],
  );
  const close = (visitId?: string) => {
    setOpen(null);
    if (visitId !== undefined) setAsked(visitId);
  };
  if (visits.problem !== undefined)
    return <ProblemNote problem={visits.problem} className={styles['trouble']} />;
  if (visits.value === undefined) return null;
  if (visit !== undefined && open === 'people')
    return <TakePage visit={visit} onBack={() => setOpen(null)} />;
  const add = (
    <Button
      variant={visit === undefined ? 'primary' : 'plain'}
      icon={<IconPlus size={16} aria-hidden="true" />}
      keyHint="Alt+N"
      onClick={() => setOpen('new')}
    >
      {words.add}
    </Button>
  );
  return (
    <>
      {visit === undefined ? (
        <div className={styles['nothing']}>
          <h2>{words.none}</h2>
          <p>{words.noneHint}</p>
          {add}
        </div>
      ) : (
        <div className={styles['columns']}>
          <VisitsList
            ref={list}
            visits={all}
            chosen={visit.visitId}
            onChoose={setAsked}
            onOpen={() => (off === undefined ? setOpen('people') : sayInBar(off))}
            end={add}
          />
          <VisitPane
            key={visit.visitId}
            visit={visit}
            peopleOff={off}
            printOff={printOff}
            printLabel={printLabel}
            onPeople={() => setOpen('people')}
            onPrint={(which) => void print(which)}
            onEdit={() => setOpen('edit')}
          />
        </div>
      )}
      {open === 'new' && <VisitDialog onClose={close} />}
      {open === 'edit' && visit !== undefined && <VisitDialog visit={visit} onClose={close} />}
    </>
  );
}
