import { useLanguage, useText } from '#renderer/desk/language.ts';
import { ColumnHead } from '#renderer/ui/heads.tsx';
import { join } from '#renderer/ui/join.ts';
import { rowAfter } from '#renderer/ui/list-keys.ts';
import { ListSearch } from '#renderer/ui/list-search.tsx';
import { NumberText } from '#renderer/ui/number-text.tsx';
import { Segmented } from '#renderer/ui/segmented.tsx';
import type { Member, Roster } from '#shared/contract/roster.ts';
import { formatDay, formatNumber } from '#shared/text/format.ts';
import { nextStep } from '#shared/text/roster-step.ts';
import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleDashed,
  IconCircleHalf2,
  IconCircleMinus,
} from '@tabler/icons-react';
import { useEffect, useId, type KeyboardEvent, type Ref, type RefObject } from 'react';
import { FILTERS, fits, type Filter } from './member-filter.ts';
import styles from './roster.module.css';

const ICONS = {
  'not-yet': IconCircleDashed,
  'sent-home': IconAlertTriangle,
  taken: IconCircleHalf2,
  issued: IconCircleHalf2,
  activated: IconCircleCheck,
  'not-needed': IconCircleMinus,
} as const;

type MembersListProps = {
  readonly ref: Ref<HTMLDivElement>;
  readonly searching: RefObject<HTMLInputElement | null>;
  readonly roster: Roster;
  /** Everybody on the roster; `shown` are those that filter and search leave. */
  readonly members: readonly Member[];
  readonly shown: readonly Member[];
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
  readonly typed: string;
  readonly onType: (typed: string) => void;
  readonly at: number;
  readonly onChoose: (row: number) => void;
};

/** The people of a roster; the arrows walk. */
export function MembersList(props: MembersListProps) {
  const { ref, searching, roster, members, shown, filter, onFilter, typed, onType, at, onChoose } = props;
  const words = useText().roster;
  const language = useLanguage();
  const id = useId();
  const count = (value: number) => formatNumber(value, language);
  const current = shown[at];
  useEffect(() => {
    document.getElementById(`${id}-${current?.memberId}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, current?.memberId]);
  const walk = (event: KeyboardEvent) => {
    const next = rowAfter(event.key, at, shown.length, 10);
    if (next === null) return;
    event.preventDefault();
    onChoose(next);
  };
  const hint =
    roster.fileName === null || roster.importedOn === null
      ? words.people(count(members.length))
      : `${words.people(count(members.length))}, ${words.imported(formatDay(roster.importedOn, language), roster.fileName)}`;
  return (
    <section className={styles['people']} aria-label={roster.name}>
      <ColumnHead title={roster.name} hint={hint} />
      <div className={styles['search']}>
        <Segmented
          label={words.filter}
          options={FILTERS.map((value) => ({
            value,
            label: `${words.filters[value]} ${count(members.filter((member) => fits(value, member)).length)}`,
          }))}
          value={filter}
          onChange={onFilter}
        />
        <ListSearch ref={searching} label={words.search} value={typed} onType={onType} listId={id} />
      </div>
      <div className={join(styles['row'], styles['heads'])} aria-hidden="true">
        <span>{words.column.place}</span>
        <span>{words.column.name}</span>
        <span>{words.column.born}</span>
        <span className={styles['wide']}>{words.column.number}</span>
        <span className={styles['wide']}>{words.column.unit}</span>
        <span>{words.column.state}</span>
        <span>{words.column.next}</span>
      </div>
      <div
        id={id}
        ref={ref}
        role="listbox"
        aria-label={roster.name}
        aria-activedescendant={current === undefined ? undefined : `${id}-${current.memberId}`}
        tabIndex={0}
        data-focus-home
        className={styles['rows']}
        onKeyDown={walk}
      >
        {shown.map((member, index) => (
          <div
            key={member.memberId}
            id={`${id}-${member.memberId}`}
            role="option"
            aria-selected={index === at}
            className={styles['row']}
            onClick={() => onChoose(index)}
          >
            <Row member={member} place={index + 1} />
          </div>
        ))}
      </div>
      {shown.length > 0 ? null : (
        <p className={styles['empty']} role="status">
          {words.noMatch}
        </p>
      )}
    </section>
  );
}

function Row({ member, place }: { readonly member: Member; readonly place: number }) {
  const words = useText().roster;
  const language = useLanguage();
  const { fullName, birthDate, idNumberMasked, unit, state } = member;
  const Icon = ICONS[state];
  const next = nextStep(member, words, language);
  return (
    <>
      <NumberText>{formatNumber(place, language)}</NumberText>
      <b title={fullName}>{fullName === '' ? words.nameless : fullName}</b>
      <NumberText>{birthDate?.slice(0, 4) ?? '–'}</NumberText>
      <NumberText className={styles['wide']}>{idNumberMasked ?? '–'}</NumberText>
      <span className={styles['wide']} title={unit ?? undefined}>
        {unit ?? '–'}
      </span>
      <span className={styles[`is-${state}`]} title={words.state[state]}>
        <Icon size={15} stroke={1.75} aria-hidden="true" /> {words.state[state]}
      </span>
      <span title={next}>{next}</span>
    </>
  );
}
