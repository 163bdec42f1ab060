import { ProblemNote } from '#renderer/desk/problem-note.tsx';
import { useText } from '#renderer/desk/language.ts';
import { useDeskCommand } from '#renderer/desk/use-desk-command.ts';
import { useDeskQuery } from '#renderer/desk/use-desk-query.ts';
import { useScreenKeys } from '#renderer/frame/screen-keys.tsx';
import { takeFocus } from '#renderer/frame/take-focus.ts';
import { Button } from '#renderer/ui/button.tsx';
import { IconPlus } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import styles from './road.module.css';
import { MergeDialog } from './merge-dialog.tsx';
import { StarterDialog } from './starter-dialog.tsx';
import { TeamDialog } from './team-dialog.tsx';
import { TeamPane } from './team-pane.tsx';
import { TeamsList } from './teams-list.tsx';

type Open = 'new' | 'edit' | 'starter' | 'merge' | null;

/** The teams of the office, and what can be done for the chosen one. */
export function TeamsPage() {
  const text = useText();
  const words = text.team;
  const teams = useDeskQuery('team.list', {});
  const lose = useDeskCommand('team.lose');
  const [asked, setAsked] = useState<string | null>(null);
  const [open, setOpen] = useState<Open>(null);
  const list = useRef<HTMLDivElement>(null);
  const team = teams.value?.find(({ teamId }) => teamId === asked) ?? teams.value?.[0];
  const isLost = team?.lostAt != null;
  const report = () => void (team && lose.run({ teamId: team.teamId, isLost: !isLost }));
  const isLoaded = teams.value !== undefined;
  useEffect(() => takeFocus(list.current), [isLoaded]);
  useScreenKeys([
    { key: 'Alt+N', label: words.add, run: () => setOpen('new') },
    ...(team === undefined
      ? []
      : [
          { key: 'F9' as const, label: words.takePack, run: () => setOpen('merge') },
          { key: 'Alt+X' as const, label: words.makeStarter, run: () => setOpen('starter') },
          { label: words.edit, run: () => setOpen('edit') },
          ...(team.state === 'no-laptop' ? [] : [{ label: isLost ? words.found : words.lose, run: report }]),
        ]),
  ]);
  const close = (teamId?: string) => {
    setOpen(null);
    if (teamId !== undefined) setAsked(teamId);
  };
  if (teams.problem !== undefined)
    return <ProblemNote problem={teams.problem} className={styles['trouble']} />;
  if (teams.value === undefined) return null;
  const add = (
    <Button
      variant={team === undefined ? 'primary' : 'plain'}
      icon={<IconPlus size={16} aria-hidden="true" />}
      keyHint="Alt+N"
      onClick={() => setOpen('new')}
    >
      {words.add}
    </Button>
  );
  return (
    <>
      {team === undefined ? (
        <div className={styles['nothing']}>
          <h2>{words.none}</h2>
          <p>{words.noneHint}</p>
          {add}
        </div>
      ) : (
        <div className={styles['columns']}>
          <TeamsList ref={list} teams={teams.value} chosen={team.teamId} onChoose={setAsked} end={add} />
          <TeamPane
            team={team}
            onStarter={() => setOpen('starter')}
            onMerge={() => setOpen('merge')}
            onEdit={() => setOpen('edit')}
            onLose={report}
          />
        </div>
      )}
      <ProblemNote problem={lose.problem} className={styles['trouble']} />
      {open === 'new' && <TeamDialog onClose={close} />}
      {open === 'merge' && <MergeDialog onClose={close} />}
      {open === 'starter' && team !== undefined && <StarterDialog team={team} onClose={close} />}
      {open === 'edit' && team !== undefined && <TeamDialog team={team} onClose={close} />}
    </>
  );
}
