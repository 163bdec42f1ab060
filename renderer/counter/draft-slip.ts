import type { Slip } from '#shared/domain/slip/slip.ts';
import type { TicketDetail } from '#shared/contract/ticket.ts';
import { activatedOf, outcomeOf, type OutcomeDrafts } from './outcome-drafts.ts';
import type { RequestRules } from './use-request-rules.ts';

/** The slip as finishing would make it: chosen outcomes that are not recorded yet, with the dates they lead to. */
export function draftSlip(
  slip: Slip,
  ticket: TicketDetail,
  drafts: OutcomeDrafts,
  rules: readonly RequestRules[],
): Slip {
  const requests = slip.requests.map((line, index) => {
    const request = ticket.requests[index];
    if (request === undefined || line.outcome !== null) return line;
    const draft = drafts[request.id];
    const outcome = outcomeOf(request, draft);
    const activated = activatedOf(request, draft);
    return {
      ...line,
      outcome,
      activated,
      due: outcome === 'taken' && !activated ? dueOf(rules[index]) : null,
    };
  });
  const messages = requests
    .filter(({ outcome, activated }) => outcome === 'taken' && !activated)
    .map(({ messageIfTaken }) => messageIfTaken);
  return {
    ...slip,
    requests,
    message: slip.message ?? messages.find((message) => message !== undefined) ?? null,
  };
}

function dueOf(rules: RequestRules | undefined): Slip['requests'][number]['due'] {
  const limit = rules?.triage?.limit;
  if (limit === undefined || rules?.due === undefined) return null;
  const { dueOn, days } = rules.due;
  return { dueOn, limit, days: days.map(({ date, kind, index }) => ({ date, kind, index })) };
}
