import type { DeskEvent } from '#shared/contract/event.ts';
import { localDay } from '#shared/domain/calendar/business-date.ts';
import { goneUpTo } from '#shared/domain/person/keeping.ts';
import type { Clock } from '../clock.ts';
import type { Services } from '../desk-call.ts';
import { Refusal } from '../refusal.ts';
import { findOpenDay } from '../store/rows/day-row.ts';
import { appendEvent } from '../store/rows/event-row.ts';
import { officeId, readSettings } from '../store/rows/office-row.ts';
import type { Actor } from '../store/rows/officer-row.ts';
import { knownPeople, removePerson, usedPeople, type UsedPerson } from '../store/rows/person-row.ts';
import { remarkedTickets, setRemark } from '../store/rows/remark-row.ts';
import { forgetHomeVisit, homeVisitsOfPerson, homeVisitsToPurge } from '../store/rows/home-visit-row.ts';
import { forgetHosts, hasHosts } from '../store/rows/visit-row.ts';
import { rosterToPurge } from '../store/rows/roster-row.ts';
import { forgetOnRosters, forgetRoster } from '../roster/forget.ts';
import { clearRequestWords, requestsOfPerson, wordedRequests } from '../store/rows/request-row.ts';
import { clearReason, clearReasonsOf, reasonedPeriods } from '../store/rows/ticket-period.ts';
import { freeBytesAt } from '../store/storage-place.ts';
import type { ReadableStore, WritableStore } from '../store/store.ts';

/** One step, and the rest after it, in milliseconds: a call that comes meanwhile waits for no more than the step. */
const STEP_MS = 8;
const REST_MS = 20;
/** Rows looked at together. */
const AT_ONCE = 50;
/** Of those seen longest ago, so many are looked at to say how many are due. */
const MOST_COUNTED = 1_000;

/** The office and the last day of use of what goes today; refuses with `not-set-up`. */
function dueUpTo(store: ReadableStore, today: string): { office: string; upTo: string } {
  const office = officeId(store);
  const { keepDays } = readSettings(store, office);
  return { office, upTo: goneUpTo(today, keepDays, findOpenDay(store, office)?.day ?? null) };
}

/** How many people are due to go today; of more than a thousand who might be, only these are looked at. */
function countDue(store: ReadableStore, today: string): number {
  const due = dueUpTo(store, today);
  return usedPeople(store, due.office, due.upTo, { last_day: '', id: '' }, MOST_COUNTED).filter(
    ({ used_on }) => used_on <= due.upTo,
  ).length;
}

/**
 * Deletes a person and the words of their requests and tickets, in the caller's transaction. Figures and journal stay as they are.
 * Rosters of agencies keep how far the person came, and the name until they are purged themselves unless it is `nameless`; so do
 * requests for visits at home.
 */
export function forgetPerson(store: WritableStore, personId: string, how: 'purged' | 'nameless'): void {
  forgetOnRosters(store, officeId(store), personId, how === 'nameless');
  if (how === 'nameless')
    for (const { id } of homeVisitsOfPerson(store, personId)) forgetHomeVisit(store, id);
  for (const { id, ticket_id } of requestsOfPerson(store, personId)) {
    clearRequestWords(store, id);
    clearReasonsOf(store, ticket_id);
    setRemark(store, ticket_id, '');
  }
  removePerson(store, personId);
}

/** Deletes what is due, in steps beside the work of the desk. */
export type Purging = {
  /** Answers how many people went; joins the purge that is under way. Rejects when the desk closes or its disk fails. */
  run(by: Actor): Promise<number>;
  stop(): void;
};

type Purge = {
  readonly store: WritableStore;
  readonly clock: Clock;
  readonly announce: (events: readonly DeskEvent[]) => void;
};

/** Whom a purge has come to; those before stay. */
type Place = { person: Pick<UsedPerson, 'last_day' | 'id'> };

export function purging({ store, clock, announce }: Purge): Purging {
  let running: Promise<number> | null = null;
  let timer: NodeJS.Timeout | undefined;
  let stopped: ((error: unknown) => void) | null = null;

  /** One step in its own transaction, told by its counts; null where nothing is left. */
  function step(at: Place, by: Actor): number | null {
    // Asked at each step: whoever joins a purge under way is served as of now.
    const { office, upTo } = dueUpTo(store, localDay(clock.now()));
    const until = performance.now() + STEP_MS;
    /** Takes rows in their order for as long as the step lasts; answers how many. */
    const each = <T>(rows: readonly T[], take: (row: T) => void): number => {
      const left = rows.findIndex((row) => {
        take(row);
        return performance.now() >= until;
      });
      return left === -1 ? rows.length : left + 1;
    };
    const found = usedPeople(store, office, upTo, at.person, AT_ONCE);
    const requests = wordedRequests(store, AT_ONCE).filter(({ day }) => day <= upTo);
    const periods = reasonedPeriods(store, AT_ONCE).filter(({ day }) => day <= upTo);
    const remarks = remarkedTickets(store, AT_ONCE).filter(({ day }) => day <= upTo);
    const homes = homeVisitsToPurge(store, office, upTo, AT_ONCE);
    const roster = rosterToPurge(store, office, upTo);
    const rows = found.length + requests.length + periods.length + remarks.length + homes.length;
    if (rows === 0 && roster === undefined && !hasHosts(store, office, upTo)) return null;
    let people = 0;
    const event = store.write(() => {
      each(found, (person) => {
        at.person = person;
        if (person.used_on > upTo) return;
        forgetPerson(store, person.id, 'purged');
        people += 1;
      });
      // Words that went with a person are not found again in the next step.
      const words =
        found.length > 0
          ? 0
          : each(requests, ({ id }) => clearRequestWords(store, id)) +
            each(periods, ({ id }) => clearReason(store, id)) +
            each(remarks, ({ id }) => setRemark(store, id, '')) +
            forgetHosts(store, office, upTo);
      people += each(homes, (id) => forgetHomeVisit(store, id));
      if (found.length + words === 0 && roster !== undefined) people += forgetRoster(store, office, roster);
      if (people + words === 0) return null;
      return appendEvent(store, clock.now(), by, { name: 'person.purged', data: { people, words } });
    });
    if (event !== null) announce([event]);
    return people;
  }

  function walk(by: Actor): Promise<number> {
    const at: Place = { person: { last_day: '', id: '' } };
    let gone = 0;
    return new Promise<number>((done, failed) => {
      stopped = failed;
      const next = (): void => {
        try {
          const people = step(at, by);
          if (people === null) {
            store.scrub();
            done(gone);
            return;
          }
          gone += people;
          timer = setTimeout(next, REST_MS);
        } catch (error) {
          failed(error);
        }
      };
      timer = setTimeout(next, REST_MS);
    });
  }

  return {
    run(by) {
      running ??= walk(by).finally(() => {
        running = null;
        stopped = null;
      });
      return running;
    },
    stop() {
      clearTimeout(timer);
      stopped?.(new Refusal({ code: 'desk-closing' }));
    },
  };
}

/** `newest` tells when the newest good copy was made. */
type KnownCopies = { readonly lastBackup: string | null; readonly plainCopies: number };

export const dataServices = (
  purging: Purging,
  copies: () => KnownCopies | Promise<KnownCopies>,
  seal: () => { readonly recoveryProven: boolean; readonly systemKey: boolean },
) =>
  ({
    'data.status'(call) {
      const { store } = call;
      const { people, oldest } = knownPeople(store, officeId(store));
      const known = {
        encrypted: store.cipher !== null,
        cipher: store.cipher,
        ...seal(),
        people,
        oldestPerson: oldest,
        purgeDue: countDue(store, localDay(call.at)),
        freeBytes: freeBytesAt(store.folder),
      };
      const found = copies();
      return found instanceof Promise
        ? found.then((later) => ({ ...known, ...later }))
        : { ...known, ...found };
    },
    'data.purge': async ({ caller }) => ({ people: await purging.run(caller) }),
  }) satisfies Partial<Services>;
