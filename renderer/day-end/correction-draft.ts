import type { Input, Output } from '#shared/contract/desk-contract.ts';
import { countsAsActivated, mayActivate } from '#shared/domain/account/activation.ts';
import type { Site } from '#shared/domain/account/follow-up.ts';
import type { Outcome, Procedure } from '#shared/domain/procedure/vocabulary.ts';

type DayRow = Output<'report.tickets'>['rows'][number];

/** A request that the closed day counts, with what it says now and what it should say. */
export type ChangedRequest = {
  readonly requestId: string;
  /** Null for a late entry, and for an account whose request has no number any more. */
  readonly number: string | null;
  readonly name: string | null;
  readonly late: boolean;
  /** The day of the request where it is not the closed day: then only its account can be taken out of the count. */
  readonly takenOn: string | null;
  /** Why the tick cannot be changed: another day counts the account, or another request of the same person. */
  readonly fixed: { readonly countedOn: string | null } | null;
  readonly procedure: Procedure;
  readonly was: { readonly outcome: Outcome | null; readonly activated: boolean };
  readonly outcome: Outcome | null;
  readonly activated: boolean;
};

/** A request that was served and never entered. */
export type LateDraft = {
  readonly key: number;
  readonly procedure: Procedure;
  readonly outcome: Outcome;
  readonly activated: boolean;
  readonly site: Site;
  readonly staff: boolean;
  readonly residence: string;
  readonly fullName: string;
};

export type CorrectionDraft = {
  readonly reason: string;
  readonly changes: readonly ChangedRequest[];
  readonly late: readonly LateDraft[];
  readonly difficulties: string | null;
  readonly proposals: string | null;
};

export const NO_CORRECTION: CorrectionDraft = {
  reason: '',
  changes: [],
  late: [],
  difficulties: null,
  proposals: null,
};

export function newLate(key: number): LateDraft {
  return {
    key,
    procedure: 'level-2',
    outcome: 'taken',
    activated: false,
    site: 'desk',
    staff: false,
    residence: '',
    fullName: '',
  };
}

/** A request as the newest version of a day has it, ready to be changed; nothing where the desk no longer knows which it is. */
export function changeable(row: DayRow, businessDay: string): ChangedRequest[] {
  const { requestId, number, fullName, late, takenOn, procedure, outcome, counted, countedOn, settled } = row;
  if (requestId === null) return [];
  const elsewhere = countedOn !== null && countedOn !== businessDay;
  return [
    {
      requestId,
      number,
      name: fullName,
      late,
      takenOn: takenOn === businessDay ? null : takenOn,
      fixed: !counted && (settled || elsewhere) ? { countedOn } : null,
      procedure,
      was: { outcome, activated: counted },
      outcome,
      activated: counted,
    },
  ];
}

/** Late entries and accounts of other days first: many have no number and no name to be found by. */
export function rareFirst(requests: readonly ChangedRequest[]): ChangedRequest[] {
  const isRare = ({ late, takenOn }: ChangedRequest) => late || takenOn !== null;
  return [...requests.filter(isRare), ...requests.filter((one) => !isRare(one))];
}

/** The request with another outcome; what can no longer be activated is not. */
export function withOutcome(request: ChangedRequest, outcome: Outcome): ChangedRequest {
  const may = mayActivate(request.procedure, outcome);
  const same = outcome === request.was.outcome || request.fixed !== null;
  return {
    ...request,
    outcome,
    activated:
      may && (same ? request.was.activated : countsAsActivated(request.procedure, outcome, undefined)),
  };
}

export function isChanged({ was, outcome, activated }: ChangedRequest): boolean {
  return outcome !== was.outcome || activated !== was.activated;
}

/** What keeps the next version from being made, or null. */
export function correctionFault(draft: CorrectionDraft): 'no-reason' | 'no-change' | null {
  const nothing =
    !draft.changes.some(isChanged) &&
    draft.late.length === 0 &&
    draft.difficulties === null &&
    draft.proposals === null;
  if (nothing) return 'no-change';
  return draft.reason.trim() === '' ? 'no-reason' : null;
}

/** The correction as the desk takes it: only what differs is named. */
export function correctionInput(businessDay: string, draft: CorrectionDraft): Input<'day.correct'> {
  const changes = draft.changes.filter(isChanged).map(({ requestId, was, outcome, activated }) => ({
    requestId,
    ...(outcome === was.outcome || outcome === null ? {} : { outcome }),
    ...(activated === was.activated && outcome === was.outcome ? {} : { activated }),
  }));
  const late = draft.late.map(({ procedure, outcome, activated, site, staff, residence, fullName }) => ({
    procedure,
    outcome,
    activated: activated && mayActivate(procedure, outcome),
    site,
    staff,
    ...(residence === '' ? {} : { residence }),
    ...(fullName.trim() === '' ? {} : { fullName: fullName.trim() }),
  }));
  return {
    businessDay,
    reason: draft.reason.trim(),
    ...(changes.length === 0 ? {} : { changes }),
    ...(late.length === 0 ? {} : { late }),
    ...(draft.difficulties === null ? {} : { difficulties: draft.difficulties }),
    ...(draft.proposals === null ? {} : { proposals: draft.proposals }),
  };
}
