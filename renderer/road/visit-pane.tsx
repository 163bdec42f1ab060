import { ProblemNote } from '#renderer/desk/problem-note.tsx';
import { useLanguage, useText } from '#renderer/desk/language.ts';
import { useDeskCommand } from '#renderer/desk/use-desk-command.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ColumnHead, SectionHead } from '#renderer/ui/heads.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { NumberText } from '#renderer/ui/number-text.tsx';
import type { Visit } from '#shared/contract/visit.ts';
import { formatNumber } from '#shared/text/format.ts';
import { IconPencil, IconPrinter, IconUsers } from '@tabler/icons-react';
import { useState } from 'react';
import styles from './visits.module.css';

type VisitPaneProps = {
  readonly visit: Visit;
  readonly peopleOff: string | undefined;
  readonly printOff: string | undefined;
  /** Of the list that fits the visit: whom to call, or the route. */
  readonly printLabel: string;
  readonly onPeople: () => void;
  readonly onPrint: (which: 'people' | 'poster') => void;
  readonly onEdit: () => void;
};

/** The chosen visit: what came of it, who goes with what, and its sheets. */
export function VisitPane(props: VisitPaneProps) {
  const { visit, peopleOff, printOff, printLabel, onPeople, onPrint, onEdit } = props;
  const text = useText();
  const words = text.visit.visits;
  const language = useLanguage();
  const callOff = useDeskCommand('visit.call-off');
  const [isSure, setSure] = useState(false);
  const { figures } = visit;
  const host = [visit.contact, visit.phone].filter((part) => part !== '').join(', ');
  const facts = [
    [words.who, visit.goers === '' ? words.nobody : visit.goers],
    [words.team, visit.teamName ?? words.noTeam],
    [words.materials, visit.materials],
    [words.host, host],
    [words.roster, visit.rosterName ?? ''],
  ] as const;
  const counts = [
    [words.tickets, figures.tickets],
    [words.requests, figures.requests],
    [words.files, figures.files],
    [words.activated, figures.activated],
  ] as const;
  const mayCallOff = visit.state === 'to-come' || visit.state === 'today';
  return (
    <aside className={styles['pane']} aria-label={visit.place}>
      <ColumnHead title={visit.place} hint={text.visit.state[visit.state]} />
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard */}
      <div className={styles['scroll']} role="group" aria-label={words.figures} tabIndex={0}>
        <SectionHead title={words.figures} />
        <div className={styles['facts']}>
          <dl>
            {counts.map(([what, value]) => (
              <div key={what}>
                <dt>{what}</dt>
                <dd>
                  <NumberText>{formatNumber(value, language)}</NumberText>
                </dd>
              </div>
            ))}
          </dl>
        </div>
        <SectionHead title={text.visit.site[visit.site]} hint={`${visit.starts}–${visit.ends}`} />
        <div className={styles['facts']}>
          <dl>
            {facts
              .filter(([, value]) => value !== '')
              .map(([what, value]) => (
                <div key={what}>
                  <dt>{what}</dt>
                  <dd>{value}</dd>
                </div>
              ))}
          </dl>
          {mayCallOff && (
            <Button
              variant="quiet"
              isPending={callOff.isPending}
              onClick={() => (isSure ? void callOff.run({ visitId: visit.visitId }) : setSure(true))}
            >
              {isSure ? words.callOffSure : words.callOff}
            </Button>
          )}
          {isSure && mayCallOff && (
            <Note tone="warn" announce>
              {words.callOffHint}
            </Note>
          )}
          <ProblemNote problem={callOff.problem} />
        </div>
      </div>
      <div className={styles['foot']}>
        <Button
          variant="primary"
          icon={<IconUsers size={16} aria-hidden="true" />}
          keyHint="Enter"
          disabledReason={peopleOff}
          onClick={onPeople}
        >
          {words.people}
        </Button>
        <Button
          icon={<IconPrinter size={16} aria-hidden="true" />}
          keyHint="F8"
          disabledReason={printOff ?? peopleOff}
          onClick={() => onPrint('people')}
        >
          {printLabel}
        </Button>
        <div className={styles['two']}>
          <Button disabledReason={printOff} onClick={() => onPrint('poster')}>
            {words.poster}
          </Button>
          <Button icon={<IconPencil size={16} aria-hidden="true" />} onClick={onEdit}>
            {words.edit}
          </Button>
        </div>
      </div>
    </aside>
  );
}
