import { countsAsActivated } from '#shared/domain/account/activation.ts';
import { suggestOutcome, unseenRequired } from '#shared/domain/checklist/checklist.ts';
import type { Input } from '#shared/contract/desk-contract.ts';
import type { TicketDetail } from '#shared/contract/ticket.ts';
import type { ReferralReason } from '#shared/domain/account/follow-up.ts';
import type { Outcome } from '#shared/domain/procedure/vocabulary.ts';
import { create } from 'zustand';

type FinishOutcomes = Input<'ticket.finish'>['outcomes'];
export type RequestDetail = TicketDetail['requests'][number];

type Draft = {
  readonly outcome?: Outcome;
  readonly activated?: boolean;
  /** A place of the directory; empty where nobody named one. */
  readonly referredTo?: string;
  readonly referralReason?: ReferralReason | '';
  /** Why it is taken although a required paper was not seen. */
  readonly excuse?: string;
};
type OutcomeDrafts = Readonly<Record<string, Draft>>;

/** What the officer chose for requests that are not finished yet; it outlives a change of screen. */
export const useOutcomeDrafts = create<{ readonly byRequest: OutcomeDrafts }>()(() => ({ byRequest: {} }));

export function draftOutcome(requestId: string, draft: Draft): void {
  useOutcomeDrafts.setState(({ byRequest }) => ({
    byRequest: { ...byRequest, [requestId]: { ...byRequest[requestId], ...draft } },
  }));
}

export function forgetDrafts(requestIds: readonly string[]): void {
  useOutcomeDrafts.setState(({ byRequest }) => ({
    byRequest: Object.fromEntries(Object.entries(byRequest).filter(([id]) => !requestIds.includes(id))),
  }));
}

/** The outcome that stands for a request now: what was recorded, what was chosen, or what its checklist speaks for. */
export function outcomeOf(request: RequestDetail, draft: Draft | undefined): Outcome | null {
  if (request.outcome !== null) return request.outcome;
  if (draft?.outcome !== undefined) return draft.outcome;
  if (request.procedure === 'guidance') return 'guided';
  // Whether an account was activated is never taken for granted: somebody has to have seen it.
  if (request.procedure === 'activate') return null;
  const papers = request.papers.map((line) => ({ ...line, state: line.state ?? undefined }));
  return suggestOutcome(papers) ?? null;
}

/** Place and reason of a referral, and why something was taken all the same, where somebody named them. */
export function detailsOf(outcome: Outcome, draft: Draft | undefined) {
  if (outcome === 'taken' && draft?.excuse?.trim()) return { excuse: draft.excuse.trim() };
  if (outcome !== 'referred') return {};
  const { referredTo = '', referralReason = '' } = draft ?? {};
  return {
    ...(referredTo === '' ? {} : { referredTo }),
    ...(referralReason === '' ? {} : { referralReason }),
  };
}

/** Required papers that keep this request from being taken: nobody has seen them, and nobody has said why. */
export function unseenOf(request: RequestDetail, draft: Draft | undefined): readonly string[] {
  if (request.outcome !== null || outcomeOf(request, draft) !== 'taken') return [];
  if (request.excuse !== null || draft?.excuse?.trim()) return [];
  return unseenRequired(request.papers.map((line) => ({ ...line, state: line.state ?? undefined })));
}

/** Whether the account of a request counts as activated with what is chosen on screen. */
export function activatedOf(request: RequestDetail, draft: Draft | undefined): boolean {
  if (request.outcome !== null) return request.activated;
  const outcome = outcomeOf(request, draft);
  return outcome !== null && countsAsActivated(request.procedure, outcome, draft?.activated);
}

/** What would be stored of a ticket now: the outcomes that stand for its requests, those that are recorded apart. */
export function chosenOutcomes(ticket: TicketDetail, drafts: OutcomeDrafts): FinishOutcomes {
  return ticket.requests.flatMap((request) => {
    const draft = drafts[request.id];
    const outcome = request.outcome === null ? outcomeOf(request, draft) : null;
    if (outcome === null) return [];
    const activated = activatedOf(request, draft);
    return [{ requestId: request.id, outcome, activated, ...detailsOf(outcome, draft) }];
  });
}
