import type { Office } from '#shared/contract/office.ts';
import type { Slip } from '#shared/domain/slip/slip.ts';
import type { TriageAnswer } from '#shared/contract/procedure.ts';
import type { QueueBoard, QueueRow } from '#shared/contract/ticket.ts';
import { useMemo } from 'react';
import { useSlipDesign } from '#renderer/paper/slip/use-slip-design.ts';
import { useNow } from '#renderer/ui/use-now.ts';
import { useReception } from './draft-store.ts';
import { expectedNumber, letterFor } from './expected-number.ts';
import { expectedSlip } from './expected-slip.ts';
import { asked } from './papers-section.tsx';
import { procedureOf } from '../person/reception-draft.ts';

export type ExpectedFacts = {
  readonly office: Office;
  readonly today: string;
  readonly board: QueueBoard | undefined;
  readonly tickets: readonly QueueRow[];
  /** What triage says of the request on screen. */
  readonly answer: TriageAnswer | undefined;
};

/** The sheet that F8 would print now; it is made anew only when something on it changes. */
export function useExpectedSlip({ office, today, board, tickets, answer }: ExpectedFacts): Slip {
  const requests = useReception((draft) => draft.requests);
  const active = useReception((draft) => draft.active);
  const priority = useReception((draft) => draft.classes.length > 0);
  const now = useNow(60_000);
  const design = useSlipDesign();
  return useMemo(() => {
    const procedures = requests.map((request, place) =>
      procedureOf(request, place === active ? answer : undefined),
    );
    // The first request chooses the series.
    const letter = letterFor(office.series, procedures[0] ?? 'guidance') ?? 'A';
    return expectedSlip({
      office,
      design,
      businessDay: today,
      now: new Date(now).toISOString(),
      number: expectedNumber(tickets, letter),
      priority,
      board,
      requests: procedures.map((procedure, place) => ({
        procedure,
        papers: place === active ? asked(answer?.papers ?? []) : [],
      })),
    });
  }, [office, design, today, now, tickets, priority, board, requests, active, answer]);
}
