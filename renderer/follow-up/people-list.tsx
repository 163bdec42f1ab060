import { useLanguage, useText } from '#renderer/desk/language.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ColumnHead } from '#renderer/ui/heads.tsx';
import { join } from '#renderer/ui/join.ts';
import { rowAfter } from '#renderer/ui/list-keys.ts';
import { ListSearch } from '#renderer/ui/list-search.tsx';
import { NumberText } from '#renderer/ui/number-text.tsx';
import { Segmented } from '#renderer/ui/segmented.tsx';
import type { FollowUpRow } from '#shared/contract/follow-up.ts';
import { FOLLOW_UP_ORDERS, type FollowUpList, type FollowUpOrder } from '#shared/domain/account/follow-up.ts';
import { maskPhone } from '#shared/domain/identity/id-number.ts';
import { formatDay, formatNumber } from '#shared/text/format.ts';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useEffect, useId, type KeyboardEvent, type Ref, type RefObject } from 'react';
import { deadlineOf } from './deadline.ts';
import styles from './follow-up.module.css';
import { PAGE_ROWS } from './whole-list.ts';

type PeopleListProps = {
  readonly ref: Ref<HTMLDivElement>;
  readonly searching: RefObject<HTMLInputElement | null>;
  readonly list: FollowUpList;
  readonly rows: readonly FollowUpRow[];
  /** How many stand on the whole list; null for what a search found, which nobody has counted. */
  readonly total: number | null;
  readonly order: FollowUpOrder;
  readonly onOrder: (order: FollowUpOrder) => void;
  readonly page: number;
  readonly onPage: (page: number) => void;
  readonly on: string;
  /** The chosen row, or null when the chosen person has left the list. */
  readonly at: number | null;
  /** The row from which the arrows walk. */
  readonly from: number;
  readonly typed: string;
  readonly onType: (typed: string) => void;
  readonly onChoose: (row: number) => void;
};

/** The people of a list, most pressing first; the arrows walk, the letters act on who is chosen. */
export function PeopleList(props: PeopleListProps) {
  const {
    ref,
    searching,
    list,
    rows,
    total,
    order,
    onOrder,
    page,
    onPage,
    on,
    at,
    from,
    typed,
    onType,
    onChoose,
  } = props;
  const words = useText().followUp;
  const language = useLanguage();
  const id = useId();
  const count = (value: number) => formatNumber(value, language);
  const first = page * PAGE_ROWS;
  const hasNext = total === null ? rows.length === PAGE_ROWS : first + rows.length < total;
  const current = at === null ? undefined : rows[at];
  useEffect(() => {
    document.getElementById(`${id}-${current?.requestId}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, current?.requestId]);
  const walk = (event: KeyboardEvent) => {
    // Whoever took the place of a person that left the list is the next one.
    const next = at === null && event.key === 'ArrowDown' ? from : rowAfter(event.key, from, rows.length, 10);
    if (next === null) return;
    event.preventDefault();
    onChoose(next);
  };
  return (
    <section className={styles['people']} aria-label={words.lists[list]}>
      <ColumnHead
        title={words.lists[list]}
        hint={
          total !== null && rows.length < total
            ? words.shownOf(count(first + 1), count(first + rows.length), count(total))
            : words.people(count(total ?? rows.length))
        }
      />
      <div className={styles['search']}>
        <ListSearch ref={searching} label={words.search} value={typed} onType={onType} listId={id} />
        <div className={styles['order']}>
          <p>{words.listHint[list]}</p>
          <Segmented
            label={words.order}
            options={FOLLOW_UP_ORDERS.map((value) => ({ value, label: words.orders[value] }))}
            value={order}
            onChange={onOrder}
          />
        </div>
      </div>
      <div
        id={id}
        ref={ref}
        role="listbox"
        aria-label={words.lists[list]}
        aria-activedescendant={current === undefined ? undefined : `${id}-${current.requestId}`}
        tabIndex={0}
        data-focus-home
        className={styles['rows']}
        onKeyDown={walk}
      >
        {rows.map((row, index) => (
          <div
            key={row.requestId}
            id={`${id}-${row.requestId}`}
            role="option"
            aria-selected={index === at}
            className={join(styles['row'], row.state === 'activated' && styles['done'])}
            onClick={() => onChoose(index)}
          >
            <Row row={row} on={on} />
          </div>
        ))}
      </div>
      {page === 0 && !hasNext ? null : (
        <div className={styles['pages']}>
          <Button
            size="small"
            disabledReason={page === 0 ? words.firstPage : undefined}
            onClick={() => onPage(page - 1)}
          >
            {words.pageBefore}
          </Button>
          <Button
            size="small"
            disabledReason={hasNext ? undefined : words.lastPage}
            onClick={() => onPage(page + 1)}
          >
            {words.pageAfter}
          </Button>
        </div>
      )}
      {rows.length > 0 ? null : (
        <p className={styles['empty']} role="status">
          {typed.trim() === '' ? words.empty : words.emptySearch}
        </p>
      )}
    </section>
  );
}

function Row({ row, on }: { readonly row: FollowUpRow; readonly on: string }) {
  const text = useText();
  const words = text.followUp;
  const language = useLanguage();
  const deadline = deadlineOf(row, on);
  const due = deadline === null ? '' : formatDay(deadline.day, language);
  const dueText = row.dueProvisional ? words.provisional(due) : due;
  return (
    <>
      <NumberText className={styles['number']}>{row.number ?? '–'}</NumberText>
      <span className={styles['who']}>
        <b title={row.fullName ?? undefined}>{row.fullName ?? text.common.noName}</b>
        <span>
          {text.common.procedureShort[row.procedure]} · {words.takenOn(formatDay(row.businessDay, language))}
        </span>
      </span>
      <span className={styles['phone']}>
        <NumberText>{row.phone === null ? words.noPhone : maskPhone(row.phone)}</NumberText>
        {row.contacts === 0 || row.lastContact === null ? null : (
          <span>
            {text.account.contact[row.lastContact.result]}, {words.contacts(row.contacts)}
          </span>
        )}
      </span>
      <span className={join(styles['due'], deadline?.isLate === true && styles['isLate'])}>
        {row.activatedOn !== null ? (
          <b className={styles['good']}>
            <IconCheck size={14} aria-hidden="true" /> {formatDay(row.activatedOn, language)}
          </b>
        ) : deadline === null ? (
          <span>{words.noDue}</span>
        ) : (
          <>
            <b>
              {deadline.isLate ? <IconAlertTriangle size={14} aria-hidden="true" /> : null}
              {deadline.kind === 'activation' ? words.activateBy(due) : words.dueOn(dueText)}
            </b>
            <span>{deadline.isLate ? words.late : text.account.state[row.state]}</span>
          </>
        )}
        {row.reason === null || row.activatedOn !== null ? null : (
          <span>{text.account.reason[row.reason]}</span>
        )}
      </span>
    </>
  );
}
