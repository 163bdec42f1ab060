import type { Slip } from '#shared/domain/slip/slip.ts';

export type SlipRequest = Slip['requests'][number];
export type SlipPaper = SlipRequest['papers'][number];

/** What a guidance slip has to say, decided once from its data. */
export type SlipPlan = {
  /** Somebody on this slip still has to activate an account after a message. */
  readonly activationAhead: boolean;
  readonly levelOneAtHome: boolean;
  readonly papersMissing: boolean;
  /** The day from which the example of the activation window counts: the latest day a result is due; null where no message is to come by a day. */
  readonly messageBy: string | null;
  readonly accountInUse: boolean;
};

const ACTIVATED_LATER = ['level-1', 'level-2', 'level-2-with-card'];

export function slipPlan(slip: Slip): SlipPlan {
  const waiting = slip.requests.filter(awaitsActivation);
  const due = waiting.map((request) => request.due?.dueOn ?? '').filter((day) => day !== '');
  return {
    activationAhead: waiting.length > 0,
    levelOneAtHome: slip.requests.some(
      (request) => request.procedure === 'level-1' && request.outcome === 'guided' && !request.activated,
    ),
    papersMissing: slip.requests.some((request) => request.outcome === 'papers-missing'),
    messageBy: due.toSorted().at(-1) ?? null,
    accountInUse: slip.requests.some(
      (request) => request.activated || (request.outcome === 'taken' && request.procedure === 'activate'),
    ),
  };
}

function awaitsActivation(request: SlipRequest): boolean {
  if (request.activated) return false;
  if (request.outcome === 'taken') return ACTIVATED_LATER.includes(request.procedure);
  return request.outcome === 'guided' && ['level-1', 'activate'].includes(request.procedure);
}

export function missingPapers(request: SlipRequest): SlipPaper[] {
  return request.papers.filter((paper) => paper.state === 'missing' || paper.state === 'mismatch');
}

/** What is shown and given back: identity cards, and what says who acts for the person. */
const SHOWN_ONLY = ['id-card', 'representative-id-card', 'representation-proof'];

/** Papers seen and taken along with the request. */
export function seenPapers(request: SlipRequest): SlipPaper[] {
  return request.papers.filter(({ paper, state }) => state === 'seen' && !SHOWN_ONLY.includes(paper));
}

/** Papers to have in hand, those without which nothing can be done first; what was refused is in neither list. */
export function papersToHold(requests: readonly SlipRequest[]): {
  readonly required: readonly string[];
  readonly wished: readonly string[];
} {
  const asked = requests
    .flatMap(({ papers }) => papers)
    .filter((paper) => paper.state !== 'not-wanted' && paper.state !== 'in-vneid');
  const required = new Set(asked.filter((paper) => paper.required).map(({ paper }) => paper));
  const wished = new Set(asked.map(({ paper }) => paper).filter((paper) => !required.has(paper)));
  return { required: [...required], wished: [...wished] };
}

/** Whether what is missing may be added later without holding up the procedure. */
export function canGoWithout(request: SlipRequest): boolean {
  return missingPapers(request).every((paper) => !paper.required);
}
