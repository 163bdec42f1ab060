import type { DeskEvent, EventData } from '#shared/contract/event.ts';
import type {
  ActivationSource,
  InactiveReason,
  ReferralReason,
  Site,
} from '#shared/domain/account/follow-up.ts';
import {
  TELEPHONE,
  type Outcome,
  type PaperState,
  type Procedure,
  type SpecialCase,
} from '#shared/domain/procedure/vocabulary.ts';

export type Given = {
  outcome: Outcome;
  activated: boolean;
  referredTo?: string | undefined;
  referralReason?: ReferralReason | undefined;
};
type Learned = { day: string; source: ActivationSource };
export type CountedState = {
  state: string;
  at: string;
  counterId: string | null;
  absences: number;
  /** The period this step ended, when its time counts: a wait ended by a call, a service ended by somebody. */
  ended: { what: 'waiting' | 'serving'; ms: number } | null;
  /** What the log gave with this step, and what was recorded on it afterwards. */
  given: Map<string, Given>;
  outcomes: Map<string, Given>;
  /** What a reopening took away, for its undo. */
  taken?: Map<string, Learned>;
};
export type LoggedRequest = {
  id: string;
  day: string;
  procedure: Procedure;
  site: Site;
  staff: boolean;
  residence: string | null;
  specialCase?: SpecialCase | null | undefined;
  late: boolean;
  papers: Map<string, PaperState | null>;
};
export type LoggedTicket = { day: string; priority: boolean; requests: string[]; history: CountedState[] };
export type Correction = { day: string } & EventData<'day.corrected'>;
/** What the whole log says, told once from its first event to its last. */
export type LoggedHouse = {
  tickets: Map<string, LoggedTicket>;
  requests: Map<string, LoggedRequest>;
  /** Accounts activated after their visit, by request: the day that counts them and how the desk learned of it. */
  learned: Map<string, Learned>;
  /** Reasons by day and request. */
  reasons: Map<string, { day: string; requestId: string; reason: InactiveReason }>;
  corrections: Correction[];
};

const stateAfter: Record<string, string> = {
  'ticket.called': 'called',
  'ticket.started': 'serving',
  'ticket.not-here': 'not-here',
  'ticket.returned': 'waiting',
  'ticket.held': 'on-hold',
  'ticket.resumed': 'serving',
  'ticket.transferred': 'waiting',
  'ticket.left': 'left',
  'ticket.cancelled': 'cancelled',
  'ticket.reopened': 'serving',
};

export function endedAs(outcomes: readonly { outcome: Outcome }[]): string {
  if (outcomes.every(({ outcome }) => outcome === 'cancelled')) return 'cancelled';
  if (outcomes.every(({ outcome }) => ['left', 'cancelled'].includes(outcome))) return 'left';
  return 'done';
}

function timed(event: DeskEvent, state: string): CountedState['ended'] {
  if (!('from' in event.data)) return null;
  const { from, durationMs: ms } = event.data;
  if (from === 'waiting' && state === 'called') return { what: 'waiting', ms };
  if (from === 'serving' && event.name !== 'ticket.settled') return { what: 'serving', ms };
  return null;
}

const copied = (given: ReadonlyMap<string, Given>): Map<string, Given> =>
  new Map([...given].map(([id, one]) => [id, { ...one }]));

/**
 * A step of a ticket; an undo takes the last one away. The undo of an ending takes its accounts along; the undo of a reopening
 * gives back those that it took, unless the log says that one was counted elsewhere in between.
 */
function step(house: LoggedHouse, ticket: LoggedTicket, event: DeskEvent): void {
  const { history } = ticket;
  if (event.name === 'ticket.undone') {
    const gone = history.pop();
    const back = history.at(-1);
    if (back === undefined) return;
    if (gone?.taken === undefined) {
      back.outcomes = copied(back.given);
      return forget(house, ticket);
    }
    const again = new Set(event.data.accounts.map((one) => one.requestId));
    for (const [id, learned] of gone.taken) if (again.has(id)) house.learned.set(id, learned);
    for (const [id, outcome] of back.outcomes) if (!again.has(id)) outcome.activated = false;
    return;
  }
  const told = 'outcomes' in event.data ? event.data.outcomes : [];
  const ends = event.name === 'ticket.finished' || event.name === 'ticket.settled';
  const state = ends ? endedAs(told) : stateAfter[event.name];
  const before = history.at(-1);
  if (state === undefined || before === undefined) return;
  const given = event.name === 'ticket.reopened' ? new Map<string, Given>() : copied(before.outcomes);
  for (const { requestId, ...one } of told) given.set(requestId, one);
  const reopened = event.name === 'ticket.reopened';
  const taken = new Map([...house.learned].filter(([id]) => ticket.requests.includes(id)));
  if (reopened) forget(house, ticket);
  history.push({
    state,
    at: event.at,
    counterId: event.counterId,
    absences: before.absences + (state === 'not-here' ? 1 : 0),
    ended: timed(event, state),
    given,
    outcomes: copied(given),
    ...(reopened ? { taken } : {}),
  });
}

function forget(house: LoggedHouse, ticket: LoggedTicket): void {
  for (const id of ticket.requests) house.learned.delete(id);
}

/** What was learned of accounts after the visit. */
function followUp(house: LoggedHouse, event: DeskEvent): void {
  const day = event.businessDay ?? '';
  const atDesk = (id: string, activated: boolean): void => {
    const ticket = [...house.tickets.values()].find(({ requests }) => requests.includes(id));
    const outcome = ticket?.history.at(-1)?.outcomes.get(id);
    if (ticket?.day === day && outcome !== undefined) outcome.activated = activated;
  };
  const id = event.requestId ?? '';
  switch (event.name) {
    case 'follow-up.activated':
    case 'extract.applied': {
      const { source, requests } = event.data;
      for (const one of requests) {
        house.learned.set(one, { day, source });
        if (source === 'desk') atDesk(one, true);
      }
      return;
    }
    case 'follow-up.withdrawn':
      house.learned.delete(id);
      return atDesk(id, false);
    case 'follow-up.reason-set': {
      const { reason } = event.data;
      if (reason === null) house.reasons.delete(`${day} ${id}`);
      else house.reasons.set(`${day} ${id}`, { day, requestId: id, reason });
      return;
    }
    case 'day.corrected':
      house.corrections.push({ day, ...event.data });
      return;
    default:
  }
}

/** Tells the log from the first event to the last, one ticket and one request at a time. */
export function retell(events: readonly DeskEvent[]): LoggedHouse {
  const house: LoggedHouse = {
    tickets: new Map(),
    requests: new Map(),
    learned: new Map(),
    reasons: new Map(),
    corrections: [],
  };
  for (const event of events) {
    followUp(house, event);
    if (event.ticketId === null || !/^(ticket|request)\./.test(event.name)) continue;
    const day = event.businessDay ?? '';
    if (event.name === 'ticket.issued') {
      const first = { state: 'waiting', at: event.at, counterId: null, absences: 0, ended: null };
      house.tickets.set(event.ticketId, {
        day,
        priority: event.data.priority,
        requests: [],
        history: [{ ...first, given: new Map(), outcomes: new Map() }],
      });
    }
    const ticket = house.tickets.get(event.ticketId);
    if (ticket === undefined) throw new Error(`event ${event.number} speaks of a ticket nobody issued`);
    const told =
      event.name === 'ticket.issued' || event.name === 'ticket.request-added' ? event.data.requests : [];
    for (const { requestId, subject: _subject, ...added } of told) {
      ticket.requests.push(requestId);
      house.requests.set(requestId, { ...added, id: requestId, day, late: false, papers: new Map() });
    }
    // The telephone is a row of the checklist, and no paper that is counted.
    if (event.name === 'request.paper-set' && event.requestId !== null && event.data.paper !== TELEPHONE) {
      house.requests.get(event.requestId)?.papers.set(event.data.paper, event.data.state);
    }
    if (event.name === 'request.case-set') {
      const changed = house.requests.get(event.requestId ?? '');
      if (changed !== undefined) changed.specialCase = event.data.specialCase;
    }
    step(house, ticket, event);
  }
  return house;
}
