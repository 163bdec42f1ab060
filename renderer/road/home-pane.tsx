import { ProblemNote } from '#renderer/desk/problem-note.tsx';
import { useLanguage, useText } from '#renderer/desk/language.ts';
import { useDeskCommand } from '#renderer/desk/use-desk-command.ts';
import { useDeskQuery } from '#renderer/desk/use-desk-query.ts';
import { sayInBar } from '#renderer/frame/screen-keys.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { ColumnHead } from '#renderer/ui/heads.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { SelectField } from '#renderer/ui/select-field.tsx';
import type { Office } from '#shared/contract/office.ts';
import type { HomeVisit } from '#shared/contract/visit.ts';
import { HOME_END_REASONS } from '#shared/domain/visit/home-visit.ts';
import { formatDay } from '#shared/text/format.ts';
import { IconPencil, IconPrinter } from '@tabler/icons-react';
import styles from './visits.module.css';

type HomePaneProps = {
  readonly office: Office;
  readonly home: HomeVisit | undefined;
  readonly onEdit: () => void;
};

/** The chosen person: where, why, whom to call, into which visit, or that nobody goes. */
export function HomePane({ office, home, onEdit }: HomePaneProps) {
  const text = useText();
  const words = text.visit.homes;
  const language = useLanguage();
  const plan = useDeskCommand('home-visit.plan');
  const end = useDeskCommand('home-visit.end');
  const visits = (useDeskQuery('visit.list', {}).value ?? []).filter(
    ({ site, state }) => site === 'home' && (state === 'today' || state === 'to-come'),
  );
  if (home === undefined)
    return (
      <aside className={styles['pane']} aria-label={words.title}>
        <p className={styles['empty']}>{words.choose}</p>
      </aside>
    );
  const { homeVisitId, fullName, state, endReason } = home;
  const isOpen = state === 'asked' || state === 'planned';
  const problem = plan.problem ?? end.problem;
  const print = async () => {
    const { printHomeSlip } = await import('#renderer/person/home-visit-slip.tsx');
    const isSent = await printHomeSlip({ office, asked: home, language });
    sayInBar(isSent ? text.visit.visits.printed : text.visit.visits.notPrinted);
  };
  const facts = [
    [words.column.address, home.address],
    [text.visit.homeForm.why, text.visit.why[home.why]],
    [words.column.contact, [home.contact, home.phone].filter((part) => part !== '').join(', ')],
    [words.column.wanted, home.wantedOn === null ? '' : formatDay(home.wantedOn, language)],
  ] as const;
  return (
    <aside className={styles['pane']} aria-label={fullName}>
      <ColumnHead
        title={fullName}
        hint={endReason === null ? text.visit.homeState[state] : text.visit.endReason[endReason]}
      />
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard */}
      <div className={styles['scroll']} role="group" aria-label={words.title} tabIndex={0}>
        <div className={styles['facts']}>
          {home.overdue && <Note tone="warn">{words.overdue}</Note>}
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
          <p className={styles['quiet']}>
            {words.askedOn(formatDay(home.askedOn, language))}
            {home.number === null ? '' : ` ${words.number(home.number)}`}
          </p>
          {isOpen && (
            <>
              <SelectField
                label={words.plan}
                hint={visits.length === 0 ? words.planNone : undefined}
                options={[
                  { value: '', label: words.notPlanned },
                  ...visits.map(({ visitId, day, starts, place }) => ({
                    value: visitId,
                    label: `${formatDay(day, language)} ${starts}, ${place}`,
                  })),
                ]}
                value={visits.some(({ visitId }) => visitId === home.visitId) ? home.visitId : ''}
                onChange={(visitId) =>
                  void plan.run({ homeVisitIds: [homeVisitId], visitId: visitId === '' ? null : visitId })
                }
              />
              <SelectField
                label={words.end}
                placeholder={words.chooseReason}
                options={HOME_END_REASONS.map((value) => ({ value, label: text.visit.endReason[value] }))}
                value={endReason}
                onChange={(reason) => void end.run({ homeVisitId, reason })}
              />
            </>
          )}
          {state === 'ended' && (
            <Button isPending={end.isPending} onClick={() => void end.run({ homeVisitId, reason: null })}>
              {words.back}
            </Button>
          )}
          <ProblemNote problem={problem} />
        </div>
      </div>
      <div className={styles['foot']}>
        <Button
          icon={<IconPrinter size={16} aria-hidden="true" />}
          disabledReason={office.settings.printing === 'none' ? text.followUp.printingOff : undefined}
          onClick={() => void print()}
        >
          {words.slip}
        </Button>
        <Button icon={<IconPencil size={16} aria-hidden="true" />} onClick={onEdit}>
          {words.edit}
        </Button>
      </div>
    </aside>
  );
}
