import type { Office } from '#shared/contract/office.ts';
import type { SheetPaper } from '#shared/domain/printing/paper.ts';
import type { SheetKind, Slip } from '#shared/domain/slip/slip.ts';
import type { NumberedDesign, SlipLanguage } from '#shared/domain/slip/design.ts';
import type { SampleLaw } from './use-sample-law.ts';
import { ticketNumber } from '#shared/domain/queue/ticket-number.ts';

export type SampleFacts = {
  readonly office: Office;
  readonly design: NumberedDesign;
  readonly language?: SlipLanguage;
  readonly large?: boolean;
  /** With it the request on a guidance slip was taken; without it papers are missing. */
  readonly law?: SampleLaw;
  readonly sheet: SheetKind;
  readonly paper: SheetPaper;
  /** The hotline of the rule pack, used where the office has none of its own. */
  readonly packHotline: string;
  readonly personName: string;
  /** An instant in UTC and its local day. */
  readonly now: string;
  readonly today: string;
};

const papers = (kind: SheetKind, isTaken: boolean): Slip['requests'][number]['papers'] => [
  { paper: 'id-card', required: true, state: kind === 'number' ? null : 'seen', note: null },
  {
    paper: 'health-insurance',
    required: false,
    state: kind === 'number' ? null : isTaken ? 'seen' : 'missing',
    note: null,
  },
];

/** A slip of this office for an invented person, to show what its settings do to the paper. */
export function sampleSlip(facts: SampleFacts): Slip {
  const { office, design, sheet, paper, packHotline, personName, now, today } = facts;
  const { settings } = office;
  const law = sheet === 'guidance' ? facts.law : undefined;
  return {
    sheet,
    paper,
    language: facts.language ?? settings.slipLanguage,
    large: facts.large ?? settings.largePrintFrom === 0,
    design,
    office: {
      superior: settings.superior,
      name: office.name,
      address: settings.address,
      openingHours: settings.openingHours,
      hotline: settings.hotline === '' ? packHotline : settings.hotline,
    },
    training: false,
    number: ticketNumber(office.series[0]?.letter ?? 'A', 17),
    businessDay: today,
    counter: sheet === 'number' ? null : (office.counters[0]?.name ?? null),
    issuedAt: now,
    printedAt: now,
    copy: 0,
    priority: false,
    person:
      sheet === 'number'
        ? null
        : { fullName: personName, idNumberMasked: '001*****0017', phoneMasked: '09*****017' },
    ahead: sheet === 'number' ? 4 : null,
    estimate: null,
    requests: [
      {
        procedure: 'level-2',
        forWhom: null,
        outcome: sheet === 'number' ? null : law === undefined ? 'papers-missing' : 'taken',
        activated: false,
        papers: papers(sheet, law !== undefined),
        due: law?.due ?? null,
      },
    ],
    activationDays: law?.activationDays ?? null,
    noticeDayCounts: settings.noticeDayCounts,
    activationWays: law?.activationWays ?? [],
    stores: settings.storeAddresses,
    message: law?.message ?? null,
    rulePack: null,
  };
}
