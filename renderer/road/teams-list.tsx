import { useLanguage, useText } from '#renderer/desk/language.ts';
import { ColumnHead } from '#renderer/ui/heads.tsx';
import { join } from '#renderer/ui/join.ts';
import { NumberText } from '#renderer/ui/number-text.tsx';
import type { Team } from '#shared/contract/team.ts';
import { formatDay, formatInstant, formatNumber } from '#shared/text/format.ts';
import { IconAlertTriangle, IconCircleCheck, IconCircleDashed, IconDeviceLaptop } from '@tabler/icons-react';
import type { ReactNode, Ref } from 'react';
import { ChosenList } from './chosen-list.tsx';
import styles from './road.module.css';

const ICONS = {
  'no-laptop': IconCircleDashed,
  away: IconDeviceLaptop,
  came: IconCircleCheck,
  lost: IconAlertTriangle,
} as const;

type TeamsListProps = {
  readonly ref: Ref<HTMLDivElement>;
  readonly teams: readonly Team[];
  readonly chosen: string;
  readonly onChoose: (teamId: string) => void;
  readonly end: ReactNode;
};

/** Every team with its laptop and its latest pack; one stop for Tab, the arrows walk. */
export function TeamsList({ ref, teams, chosen, onChoose, end }: TeamsListProps) {
  const words = useText().team;
  const language = useLanguage();
  return (
    <section className={styles['teams']} aria-label={words.teams}>
      <ColumnHead title={words.teams} hint={words.count(formatNumber(teams.length, language))} end={end} />
      <div className={join(styles['row'], styles['heads'])} aria-hidden="true">
        <span>{words.column.letter}</span>
        <span>{words.column.name}</span>
        <span className={styles['wide']}>{words.column.laptop}</span>
        <span>{words.column.pack}</span>
        <span>{words.column.state}</span>
      </div>
      <ChosenList
        ref={ref}
        label={words.teams}
        rows={teams}
        idOf={({ teamId }) => teamId}
        chosen={chosen}
        onChoose={onChoose}
        className={styles['rows']}
        rowClass={styles['row']}
      >
        {(team) => <Row team={team} />}
      </ChosenList>
    </section>
  );
}

function Row({ team }: { readonly team: Team }) {
  const words = useText().team;
  const language = useLanguage();
  const { series, name, startedAt, mergedAt, mergedTo, state } = team;
  const Icon = ICONS[state];
  const pack =
    mergedAt === null
      ? '–'
      : mergedTo === null
        ? formatInstant(mergedAt, language)
        : words.packTo(formatInstant(mergedAt, language), formatDay(mergedTo, language));
  return (
    <>
      <b>{series}</b>
      <b title={name}>{name}</b>
      <NumberText className={styles['wide']}>
        {startedAt === null ? '–' : formatInstant(startedAt, language)}
      </NumberText>
      <span title={pack}>{pack}</span>
      <span className={styles[`is-${state}`]} title={words.state[state]}>
        <Icon size={15} stroke={1.75} aria-hidden="true" /> {words.state[state]}
      </span>
    </>
  );
}
