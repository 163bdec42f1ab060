import type { Office } from '#shared/contract/office.ts';
import type { SheetFormat } from '#shared/domain/printing/sheet-format.ts';
import { ticketNumber } from '#shared/domain/queue/ticket-number.ts';
import { composeSlip, type SlipRequest } from '#shared/domain/slip/compose-slip.ts';
import type { NumberedDesign, SlipLanguage } from '#shared/domain/slip/design.ts';
import type { SheetKind, Slip } from '#shared/domain/slip/slip.ts';
import type { SampleLaw } from './use-sample-law.ts';

export type SampleFacts = {
  readonly office: Office;
  readonly design: NumberedDesign;
  readonly language?: SlipLanguage;
  readonly large?: boolean;
  readonly law: SampleLaw;
  /** Whether the request on a guidance slip was taken; else papers are missing. */
  readonly isTaken: boolean;
  readonly sheet: SheetKind;
  readonly format: SheetFormat;
  readonly personName: string;
  readonly officerName: string;
  /** An instant in UTC and its local day. */
  readonly now: string;
  readonly today: string;
};

/** A slip of this office for an invented person, to show what its settings do to the paper. */
export function sampleSlip(facts: SampleFacts): Slip {
  const { office, design, language = null, large = null, law, sheet, format, now } = facts;
  const isNumber = sheet === 'number';
  const request: SlipRequest = {
    procedure: 'level-2',
    subject: 'citizen',
    verdict: { here: true, notes: [], places: [], limit: null, representative: null, provisional: false },
    referredTo: null,
    referralReason: null,
    outcome: isNumber ? null : facts.isTaken ? 'taken' : 'papers-missing',
    activated: false,
    person: { fullName: facts.personName, idNumber: '001000000017', birthDate: null, phone: '0900000017' },
    papers: [
      { paper: 'id-card', required: true, state: isNumber ? null : 'seen', note: null },
      {
        paper: 'health-insurance',
        required: false,
        state: isNumber ? null : facts.isTaken ? 'seen' : 'missing',
        note: null,
      },
    ],
  };
  return composeSlip(
    {
      sheet,
      format,
      copy: 0,
      design,
      training: false,
      printedAt: now,
      ahead: isNumber ? 4 : null,
      estimate: null,
      office: { ...office, spoken: office.settings.voice.on },
      rules: law.rules,
      choice: { language, large },
      ticket: {
        number: ticketNumber(office.series[0]?.letter ?? 'A', 17),
        businessDay: facts.today,
        issuedAt: now,
        counter: isNumber ? null : (office.counters[0]?.name ?? null),
        officer: facts.officerName,
        priority: false,
        requests: [request],
      },
    },
    () => law.due,
  );
}
