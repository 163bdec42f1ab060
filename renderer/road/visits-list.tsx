import { useLanguage, useText } from '#renderer/desk/language.ts';
import { ColumnHead } from '#renderer/ui/heads.tsx';
import { join } from '#renderer/ui/join.ts';
import { NumberText } from '#renderer/ui/number-text.tsx';
import type { Visit } from '#shared/contract/visit.ts';
import { formatDayOfYear, formatNumber, shortWeekday } from '#shared/text/format.ts';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode, Ref } from 'react';
import { ChosenList } from './chosen-list.tsx';
import styles from './visits.module.css';

type VisitsListProps = {
  readonly ref: Ref<HTMLDivElement>;
  readonly visits: readonly Visit[];
  readonly chosen: string;
  readonly onChoose: (visitId: string) => void;
  /** Enter on the chosen one. */
  readonly onOpen: () => void;
  readonly end: ReactNode;
};

/** Every visit by day and hour; one stop for Tab, the arrows walk. */
export function VisitsList({ ref, visits, chosen, onChoose, onOpen, end }: VisitsListProps) {
  const words = useText().visit.visits;
  const language = useLanguage();
  const expected = visits.reduce(
    (sum, visit) => (visit.state === 'called-off' ? sum : sum + visit.expected),
    0,
  );
  const count = (value: number) => formatNumber(value, language);
  return (
    <section className={styles['list']} aria-label={words.title}>
      <ColumnHead title={words.title} hint={words.hint(count(visits.length), count(expected))} end={end} />
      <div className={join(styles['visit'], styles['heads'])} aria-hidden="true">
        <span>{words.column.day}</span>
        <span>{words.column.place}</span>
        <span>{words.column.hours}</span>
        <span className={join(styles['right'], styles['wide'])}>{words.column.expected}</span>
        <span className={styles['right']}>{words.column.served}</span>
        <span>{words.column.ready}</span>
      </div>
      <ChosenList
        ref={ref}
        label={words.title}
        rows={visits}
        idOf={({ visitId }) => visitId}
        chosen={chosen}
        onChoose={onChoose}
        onOpen={onOpen}
        className={styles['rows']}
        rowClass={styles['visit']}
      >
        {(visit) => <Row visit={visit} />}
      </ChosenList>
    </section>
  );
}

function Row({ visit }: { readonly visit: Visit }) {
  const text = useText();
  const language = useLanguage();
  const { day, place, starts, ends, expected, site, homeVisits, figures, state } = visit;
  const many =
    site === 'home'
      ? text.visit.visits.homes(formatNumber(homeVisits, language))
      : formatNumber(expected, language);
  return (
    <>
      <NumberText>
        {shortWeekday(day, language)} {formatDayOfYear(day, language)}
      </NumberText>
      <b title={place}>{place}</b>
      <NumberText>{`${starts}–${ends}`}</NumberText>
      <NumberText className={join(styles['right'], styles['wide'])}>{many}</NumberText>
      <NumberText className={styles['right']}>{formatNumber(figures.tickets, language)}</NumberText>
      {state === 'over' || state === 'called-off' ? (
        <span className={styles['quiet']}>{text.visit.state[state]}</span>
      ) : (
        <Ready visit={visit} />
      )}
    </>
  );
}

/** Who goes, or that nobody does yet. */
function Ready({ visit: { goers, teamName } }: { readonly visit: Visit }) {
  const words = useText().visit.visits;
  const who = [teamName ?? '', goers].filter((part) => part !== '').join(': ');
  return who === '' ? (
    <span className={styles['warn']}>
      <IconAlertTriangle size={15} stroke={1.75} aria-hidden="true" /> {words.nobody}
    </span>
  ) : (
    <span title={who}>{who}</span>
  );
}
