import type { Slip } from '#shared/domain/slip/slip.ts';
import { useText } from '#renderer/desk/language.ts';
import { useDeskQueries, useDeskQuery } from '#renderer/desk/use-desk-query.ts';
import { cardNote } from '../person/person-warnings.ts';
import { procedureOf, triageQuestion } from '../person/reception-draft.ts';
import { useReception } from './draft-store.ts';
import { ticketDraft } from './ticket-draft.ts';

/** The sheet that F8 would print now, as the desk says; the former one while what is typed is on its way. */
export function useExpectedSlip(today: string): Slip | undefined {
  const words = useText().reception;
  const draft = useReception();
  const triages = useDeskQueries(
    'procedure.triage',
    draft.requests.map((request) =>
      request.byHand === null ? triageQuestion(request, draft.person, today) : undefined,
    ),
  );
  const procedures = draft.requests.map((request, index) => procedureOf(request, triages[index]?.value));
  const isTriaged = draft.requests.every(
    (request, index) => request.byHand !== null || triages[index]?.isPending === false,
  );
  return useDeskQuery(
    'slip.preview',
    { ticketDraft: ticketDraft(draft, procedures, today, cardNote(draft, today, words.reading)) },
    { enabled: isTriaged, keepFormer: true, everyMs: 60_000 },
  ).value;
}
