import { useLanguage, useText } from '#renderer/desk/language.ts';
import { ColumnHead } from '#renderer/ui/heads.tsx';
import { join } from '#renderer/ui/join.ts';
import { NumberText } from '#renderer/ui/number-text.tsx';
import { Segmented } from '#renderer/ui/segmented.tsx';
import type { HomeVisit } from '#shared/contract/visit.ts';
import { formatDay, formatNumber } from '#shared/text/format.ts';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode, Ref } from 'react';
import { ChosenList } from './chosen-list.tsx';
import styles from './visits.module.css';

const FILTERS = ['open', 'done'] as const;
export type HomeFilter = (typeof FILTERS)[number];

type HomesListProps = {
  readonly ref: Ref<HTMLDivElement>;
  readonly homes: readonly HomeVisit[];
  readonly shown: readonly HomeVisit[];
  readonly filter: HomeFilter;
  readonly onFilter: (filter: HomeFilter) => void;
  readonly chosen: string;
  readonly onChoose: (homeVisitId: string) => void;
  readonly end: ReactNode;
};

/** Requests for visits at home, overdue ones first; the arrows walk. */
export function HomesList(props: HomesListProps) {
  const { ref, homes, shown, filter, onFilter, chosen, onChoose, end } = props;
  const words = useText().visit.homes;
  const language = useLanguage();
  const count = (value: number) => formatNumber(value, language);
  const waiting = homes.filter(({ state }) => state === 'asked').length;
  return (
    <section className={styles['list']} aria-label={words.title}>
      <ColumnHead title={words.title} hint={words.hint(count(homes.length), count(waiting))} end={end} />
      <div className={styles['tools']}>
        <Segmented
          label={words.filter}
          options={FILTERS.map((value) => ({ value, label: words.filters[value] }))}
          value={filter}
          onChange={onFilter}
        />
      </div>
      <div className={join(styles['home'], styles['heads'])} aria-hidden="true">
        <span>{words.column.name}</span>
        <span>{words.column.born}</span>
        <span>{words.column.address}</span>
        <span className={styles['wide']}>{words.column.contact}</span>
        <span className={styles['wide']}>{words.column.wanted}</span>
        <span>{words.column.state}</span>
      </div>
      <ChosenList
        ref={ref}
        label={words.title}
        rows={shown}
        idOf={({ homeVisitId }) => homeVisitId}
        chosen={chosen}
        onChoose={onChoose}
        className={styles['rows']}
        rowClass={styles['home']}
      >
        {(home) => <Row home={home} />}
      </ChosenList>
      {shown.length > 0 ? null : (
        <p className={styles['empty']} role="status">
          {words.noMatch}
        </p>
      )}
    </section>
  );
}

function Row({ home }: { readonly home: HomeVisit }) {
  const text = useText();
  const words = text.visit.homes;
  const language = useLanguage();
  const { fullName, birthDate, address, contact, phone, wantedOn, state, plannedOn, overdue } = home;
  const relative = [contact, phone].filter((part) => part !== '').join(', ');
  const said =
    state === 'planned' && plannedOn !== null
      ? words.plannedOn(formatDay(plannedOn, language))
      : text.visit.homeState[state];
  return (
    <>
      <b title={fullName}>{fullName}</b>
      <NumberText>{birthDate?.slice(0, 4) ?? '–'}</NumberText>
      <span title={address}>{address}</span>
      <span className={styles['wide']} title={relative}>
        {relative}
      </span>
      <NumberText className={styles['wide']}>
        {wantedOn === null ? '–' : formatDay(wantedOn, language)}
      </NumberText>
      {overdue ? (
        <span className={styles['warn']} title={words.overdue}>
          <IconAlertTriangle size={15} stroke={1.75} aria-hidden="true" /> {words.overdue}
        </span>
      ) : (
        <span className={state === 'done' ? styles['done'] : styles['quiet']} title={said}>
          {said}
        </span>
      )}
    </>
  );
}
