import { useLanguage, useText } from '#renderer/desk/language.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ColumnHead } from '#renderer/ui/heads.tsx';
import { NumberText } from '#renderer/ui/number-text.tsx';
import type { Roster } from '#shared/contract/roster.ts';
import { formatDay, formatNumber } from '#shared/text/format.ts';
import { formatHundredths } from '#shared/text/hundredths.ts';
import { IconArrowBackUp, IconFileExport, IconPencil, IconPrinter, IconUserPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Bar } from './bar.tsx';
import styles from './roster.module.css';

type ProgressPaneProps = {
  readonly roster: Roster;
  readonly printOff: string | undefined;
  readonly onPrint: () => void;
  readonly fileOff: string | undefined;
  readonly onFile: () => void;
  readonly onEdit: () => void;
  readonly onAdd: () => void;
  readonly onTakeBack: () => void;
  /** Who is chosen, and what can be said of them. */
  readonly children: ReactNode;
};

/** How far the chosen agency has come, its sheet, and the chosen person. */
export function ProgressPane(props: ProgressPaneProps) {
  const { roster, printOff, onPrint, fileOff, onFile, onEdit, onAdd, onTakeBack, children } = props;
  const words = useText().roster;
  const language = useLanguage();
  const { figures, dueOn, workingDaysLeft, contact, phone } = roster;
  const count = (value: number) => formatNumber(value, language);
  const parts = [
    ['activated', words.state.activated, figures.activated],
    ['issued', words.state.issued, figures.issued - figures.activated],
    ['taken', words.state.taken, figures.registered - figures.issued],
    ['barLeft', words.left, figures.notYet + figures.sentHome],
  ] as const;
  return (
    <aside className={styles['pane']} aria-label={words.toFull}>
      <ColumnHead
        title={words.toFull}
        hint={
          dueOn === null
            ? words.noDue
            : `${formatDay(dueOn, language)}, ${words.daysLeft(workingDaysLeft ?? 0)}`
        }
      />
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard */}
      <div className={styles['scroll']} role="group" aria-label={roster.name} tabIndex={0}>
        <div className={styles['figures']}>
          <p>
            <NumberText className={styles['percent']}>
              {formatHundredths(figures.percent, language)}
            </NumberText>{' '}
            {words.of(count(figures.activated), count(figures.people - figures.notNeeded))}
          </p>
          <Bar figures={figures} />
          <dl>
            {parts.map(([part, label, value]) => (
              <div key={part}>
                <dt>
                  <svg viewBox="0 0 10 10" aria-hidden="true">
                    <rect width="10" height="10" className={styles[part]} />
                  </svg>
                  {label}
                </dt>
                <dd>
                  <NumberText>{count(value)}</NumberText>
                </dd>
              </div>
            ))}
          </dl>
          {figures.pace === null ? null : <p className={styles['pace']}>{words.pace(count(figures.pace))}</p>}
          <p className={styles['quiet']}>{words.levels(count(figures.level1), count(figures.level2))}</p>
          {contact === '' && phone === '' ? null : (
            <p className={styles['quiet']}>{[contact, phone].filter((said) => said !== '').join(', ')}</p>
          )}
        </div>
        {roster.takesBack && roster.importedOn !== null ? (
          <div className={styles['marks']}>
            <p className={styles['quiet']}>{words.takeBackHint(formatDay(roster.importedOn, language))}</p>
            <Button icon={<IconArrowBackUp size={16} aria-hidden="true" />} onClick={onTakeBack}>
              {words.takeBack}
            </Button>
          </div>
        ) : null}
        {children}
      </div>
      <div className={styles['navFoot']}>
        <p>{words.printHint}</p>
        <Button
          variant="primary"
          icon={<IconPrinter size={16} aria-hidden="true" />}
          keyHint="F8"
          disabledReason={printOff}
          onClick={onPrint}
        >
          {words.print}
        </Button>
        <Button
          icon={<IconFileExport size={16} aria-hidden="true" />}
          disabledReason={fileOff}
          onClick={onFile}
        >
          {words.toFile}
        </Button>
        <div className={styles['two']}>
          <Button icon={<IconUserPlus size={16} aria-hidden="true" />} onClick={onAdd}>
            {words.addPerson}
          </Button>
          <Button icon={<IconPencil size={16} aria-hidden="true" />} onClick={onEdit}>
            {words.edit}
          </Button>
        </div>
      </div>
    </aside>
  );
}
