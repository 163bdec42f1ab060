import {
  ENDS_SOON_DAYS,
  FOLLOW_UP_LISTS,
  type FollowUpList,
  type FollowUpOrder,
} from '#shared/domain/account/follow-up.ts';
import { compareNames } from '#shared/domain/identity/compare-names.ts';
import { addDays } from '#shared/domain/calendar/business-date.ts';
import type { ReadableStore } from '../store/store.ts';
import { followedRow, selectFollowed, type FollowedRow } from '../store/rows/follow-up-row.ts';
import { searchPeople } from '../person/person.ts';

/** People a search looks at, newest first; a name half the town bears must not read half the store. */
const mostPeople = 500;

const open = "f.state IN ('awaiting-result', 'awaiting-activation')";

/** What belongs on a list, by `:today` and `:soon`, and the order an officer works through it. */
const lists: Readonly<Record<FollowUpList, { readonly where: string; readonly order: string }>> = {
  all: { where: 'f.dropped = 0', order: 'f.business_day DESC, f.request_id DESC' },
  'due-today': {
    where: `${open} AND f.state = 'awaiting-result' AND f.stands_on = :today`,
    order: 'f.stands_on, f.rowid',
  },
  late: {
    where: `${open} AND f.stands_on > '' AND f.stands_on < :today`,
    order: 'f.stands_on DESC, f.rowid DESC',
  },
  'activation-ends': {
    where: `${open} AND f.state = 'awaiting-activation' AND f.stands_on >= :today AND f.stands_on <= :soon`,
    order: 'f.stands_on, f.rowid',
  },
  activated: { where: "f.state = 'activated'", order: 'f.stands_on DESC, f.rowid DESC' },
};

/** How many stand on each list on a day. */
export function countLists(
  store: ReadableStore,
  office: string,
  today: string,
): Record<FollowUpList, number> {
  const soon = addDays(today, ENDS_SOON_DAYS);
  const row = store
    .prepare<{ office: string; today: string; soon: string }, Record<FollowUpList, number | null>>(
      `SELECT sum(count) FILTER (WHERE state <> 'dropped') AS "all",
         sum(count) FILTER (WHERE state = 'awaiting-result' AND stands_on = :today) AS "due-today",
         sum(count) FILTER (WHERE state IN ('awaiting-result', 'awaiting-activation') AND stands_on > '' AND stands_on < :today) AS late,
         sum(count) FILTER (WHERE state = 'awaiting-activation' AND stands_on BETWEEN :today AND :soon) AS "activation-ends",
         sum(count) FILTER (WHERE state = 'activated') AS activated
       FROM follow_up_tally WHERE office_id = :office`,
    )
    .get({ office, today, soon });
  return Object.fromEntries(FOLLOW_UP_LISTS.map((list) => [list, row?.[list] ?? 0])) as Record<
    FollowUpList,
    number
  >;
}

type Ask = {
  readonly list: FollowUpList;
  readonly today: string;
  readonly search: string;
  readonly order: FollowUpOrder;
  readonly limit: number;
  readonly offset: number;
};

/** People put in the order of their names at one time: sorting them must not hold up anybody. */
const mostSorted = 2_000;

/**
 * One page of a list, of everybody or of the people a search finds. In the order of names stand the first `sortedPeople` of the
 * list; who follows them stays in the order of the list.
 */
export function listFollowed(
  store: ReadableStore,
  office: string,
  ask: Ask,
  sortedPeople = mostSorted,
): FollowedRow[] {
  const { where, order } = lists[ask.list];
  const search = ask.search.trim();
  const people =
    search === ''
      ? null
      : JSON.stringify(searchPeople(store, office, search, mostPeople).map(({ id }) => id));
  const among = people === null ? '' : 'AND f.person_id IN (SELECT value FROM json_each(:people))';
  const asked = { office, today: ask.today, soon: addDays(ask.today, ENDS_SOON_DAYS), people };
  // The page is chosen from the index alone; only its rows are joined.
  const page = (limit: number, offset: number): FollowedRow[] =>
    store
      .prepare<Record<string, string | number | null>, FollowedRow>(
        `${selectFollowed} JOIN (SELECT f.request_id FROM follow_up f WHERE f.office_id = :office AND ${where} ${among}
           ORDER BY ${order} LIMIT :limit OFFSET :offset) page ON page.request_id = f.request_id ORDER BY ${order}`,
      )
      .all({ ...asked, limit, offset });
  const end = ask.offset + ask.limit;
  if (ask.order === 'pressing' || ask.offset >= sortedPeople) return page(ask.limit, ask.offset);
  const sorted = store
    .prepare<Record<string, string | number | null>, { request_id: string; full_name: string | null }>(
      `SELECT f.request_id, p.full_name FROM follow_up f LEFT JOIN person p ON p.id = f.person_id
         WHERE f.office_id = :office AND ${where} ${among} ORDER BY ${order} LIMIT :limit`,
    )
    .all({ ...asked, limit: sortedPeople })
    .toSorted((a, b) =>
      a.full_name === null || b.full_name === null
        ? Number(a.full_name === null) - Number(b.full_name === null)
        : compareNames(a.full_name, b.full_name),
    )
    .slice(ask.offset, end)
    .map(({ request_id }) => followedRow(store, request_id));
  return end <= sortedPeople ? sorted : [...sorted, ...page(end - sortedPeople, sortedPeople)];
}
