import { useLanguage, useText } from '#renderer/desk/language.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ColumnHead } from '#renderer/ui/heads.tsx';
import { Note } from '#renderer/ui/note.tsx';
import type { Team } from '#shared/contract/team.ts';
import { formatInstant } from '#shared/text/format.ts';
import { IconDeviceLaptop, IconDeviceLaptopOff, IconPackageImport, IconPencil } from '@tabler/icons-react';
import styles from './road.module.css';

type TeamPaneProps = {
  readonly team: Team;
  readonly onStarter: () => void;
  readonly onMerge: () => void;
  readonly onEdit: () => void;
  readonly onLose: () => void;
};

/** What can be done for the chosen team, and how its work goes out and comes home. */
export function TeamPane({ team, onStarter, onMerge, onEdit, onLose }: TeamPaneProps) {
  const words = useText().team;
  const language = useLanguage();
  const { lostAt, state } = team;
  return (
    <aside className={styles['pane']} aria-label={words.chosen}>
      <ColumnHead title={<span title={team.name}>{team.name}</span>} hint={words.letterOf(team.series)} />
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard */}
      <div className={styles['scroll']} role="group" aria-label={team.name} tabIndex={0}>
        {lostAt === null ? null : (
          <Note
            tone="bad"
            title={words.lostOn(formatInstant(lostAt, language))}
            className={styles['trouble']}
          >
            {words.lostSays}
          </Note>
        )}
        <ol className={styles['how']}>
          {words.how.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </div>
      <div className={styles['foot']}>
        <Button
          variant="primary"
          icon={<IconPackageImport size={16} aria-hidden="true" />}
          keyHint="F9"
          onClick={onMerge}
        >
          {words.takePack}
        </Button>
        <Button icon={<IconDeviceLaptop size={16} aria-hidden="true" />} keyHint="Alt+X" onClick={onStarter}>
          {words.makeStarter}
        </Button>
        <Button icon={<IconPencil size={16} aria-hidden="true" />} onClick={onEdit}>
          {words.edit}
        </Button>
        {state === 'no-laptop' ? null : (
          <Button
            variant="quiet"
            icon={<IconDeviceLaptopOff size={16} aria-hidden="true" />}
            onClick={onLose}
          >
            {lostAt === null ? words.lose : words.found}
          </Button>
        )}
      </div>
    </aside>
  );
}
