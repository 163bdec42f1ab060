import { ENDS_SOON_DAYS, FOLLOW_UP_LISTS, type FollowUpList } from '#shared/domain/account/follow-up.ts';
import { addDays } from '#shared/domain/calendar/business-date.ts';
import type { ReadableStore } from '../store/store.ts';
import { selectFollowed, type FollowedRow } from '../store/rows/follow-up-row.ts';
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

/** One page of a list, of everybody or of the people a search finds. */
export function listFollowed(
  store: ReadableStore,
  office: string,
  ask: { list: FollowUpList; today: string; search: string; limit: number; offset: number },
): FollowedRow[] {
  const { where, order } = lists[ask.list];
  const search = ask.search.trim();
  const people =
    search === ''
      ? null
      : JSON.stringify(searchPeople(store, office, search, mostPeople).map(({ id }) => id));
  const among = people === null ? '' : 'AND f.person_id IN (SELECT value FROM json_each(:people))';
  // The page is chosen from the index alone; only its rows are joined.
  return store
    .prepare<Record<string, string | number | null>, FollowedRow>(
      `${selectFollowed} JOIN (SELECT f.request_id FROM follow_up f WHERE f.office_id = :office AND ${where} ${among}
         ORDER BY ${order} LIMIT :limit OFFSET :offset) page ON page.request_id = f.request_id ORDER BY ${order}`,
    )
    .all({
      office,
      today: ask.today,
      soon: addDays(ask.today, ENDS_SOON_DAYS),
      people,
      limit: ask.limit,
      offset: ask.offset,
    });
}
