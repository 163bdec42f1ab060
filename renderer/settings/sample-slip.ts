import type { Office, SheetPaper } from '#shared/contract/office.ts';
import type { SheetKind, Slip } from '#shared/contract/print.ts';
import { ticketNumber } from '#shared/domain/queue/ticket-number.ts';

export type SampleFacts = {
  readonly office: Office;
  readonly sheet: SheetKind;
  readonly paper: SheetPaper;
  /** The hotline of the rule pack, used where the office has none of its own. */
  readonly packHotline: string;
  readonly personName: string;
  /** An instant in UTC and its local day. */
  readonly now: string;
  readonly today: string;
};

const papers = (kind: SheetKind): Slip['requests'][number]['papers'] => [
  { paper: 'id-card', required: true, state: kind === 'number' ? null : 'seen', note: null },
  { paper: 'health-insurance', required: false, state: kind === 'number' ? null : 'missing', note: null },
];

/** A slip of this office for an invented person, to show what its settings do to the paper. */
export function sampleSlip({ office, sheet, paper, packHotline, personName, now, today }: SampleFacts): Slip {
  const { settings } = office;
  return {
    sheet,
    paper,
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
        outcome: sheet === 'number' ? null : 'papers-missing',
        activated: false,
        papers: papers(sheet),
        due: null,
      },
    ],
    activationDays: null,
    message: null,
    rulePack: null,
    template: 'QTD-1',
  };
}
