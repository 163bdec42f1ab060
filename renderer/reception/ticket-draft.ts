import type { RequestInput } from '#shared/contract/ticket.ts';
import type { Procedure } from '#shared/domain/procedure/vocabulary.ts';
import { requestInput } from '../person/reception-draft.ts';
import type { ReceptionDraft } from './draft-store.ts';

/** What the figures are divided by; the desk takes silence for where it stands and for a citizen. */
function countedAs({ site, staff, residence }: Pick<ReceptionDraft, 'site' | 'staff' | 'residence'>) {
  return {
    ...(site === null ? {} : { site }),
    ...(staff ? { staff } : {}),
    ...(residence === '' ? {} : { residence }),
  };
}

/** What the desk is asked to issue, and to preview before it. `note` is why a card was taken that does not agree. */
export function ticketDraft(
  draft: ReceptionDraft,
  procedures: readonly Procedure[],
  today: string,
  note: string | null,
): { requests: RequestInput[]; priority: boolean } {
  const { person, known, requests, classes } = draft;
  return {
    requests: requests.map((request, index) => ({
      ...requestInput(
        request,
        procedures[index] ?? 'guidance',
        { person, knownId: known?.id ?? null },
        today,
      ),
      ...countedAs(draft),
      ...(note !== null && index === 0 ? { cardNote: note } : {}),
    })),
    priority: classes.length > 0,
  };
}
