import type { Office } from '#shared/contract/office.ts';
import type { Slip } from '#shared/domain/slip/slip.ts';
import type { NumberedDesign } from '#shared/domain/slip/design.ts';
import type { TriageAnswer } from '#shared/contract/procedure.ts';
import type { QueueBoard } from '#shared/contract/ticket.ts';
import type { Procedure } from '#shared/domain/procedure/vocabulary.ts';
import { callOrder } from '#shared/domain/queue/call-order.ts';

export type SlipFacts = {
  readonly office: Office;
  readonly design: NumberedDesign;
  readonly businessDay: string;
  readonly now: string;
  readonly number: string;
  readonly priority: boolean;
  readonly board: QueueBoard | undefined;
  readonly requests: readonly { readonly procedure: Procedure; readonly papers: TriageAnswer['papers'] }[];
};

/** The sheet as it would look if the ticket were saved now; it names nobody, like the sheet itself. */
export function expectedSlip({
  office,
  design,
  businessDay,
  now,
  number,
  priority,
  board,
  requests,
}: SlipFacts): Slip {
  const { settings } = office;
  return {
    sheet: 'number',
    paper: settings.numberPaper,
    language: settings.slipLanguage,
    large: settings.largePrintFrom === 0,
    design,
    office: {
      superior: settings.superior,
      name: office.name,
      address: settings.address,
      openingHours: settings.openingHours,
      hotline: settings.hotline,
    },
    training: office.training,
    number,
    businessDay,
    counter: null,
    issuedAt: now,
    printedAt: now,
    copy: 0,
    priority,
    person: null,
    ahead: board === undefined ? null : ticketsAhead(board, priority, settings.priorityRun),
    estimate: board?.estimate ?? null,
    requests: requests.map(({ procedure, papers }) => ({
      procedure,
      forWhom: null,
      outcome: null,
      activated: false,
      papers: papers.map(({ paper, required }) => ({ paper, required, state: null, note: null })),
      due: null,
    })),
    activationDays: null,
    noticeDayCounts: settings.noticeDayCounts,
    activationWays: [],
    stores: settings.storeAddresses,
    message: null,
    rulePack: null,
  };
}

/** How many tickets would be called before a new one. */
export function ticketsAhead(
  board: Pick<QueueBoard, 'waiting'>,
  priority: boolean,
  priorityRun: number,
): number {
  const newcomer = { priority };
  return callOrder<{ readonly priority: boolean }>([...board.waiting, newcomer], 0, { priorityRun }).indexOf(
    newcomer,
  );
}
