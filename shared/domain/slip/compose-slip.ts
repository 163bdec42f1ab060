import type { BilingualText, RulePack } from '#shared/rules/pack-schema.ts';
import { ageOn } from '../calendar/business-date.ts';
import { foldName } from '../identity/fold-name.ts';
import { maskIdNumber, maskPhone } from '../identity/id-number.ts';
import type { OwnOfficeSettings } from '../office/settings.ts';
import type { ReferralReason } from '../account/follow-up.ts';
import { fillWords } from '../procedure/triage.ts';
import { referralReason, type Verdict } from '../procedure/verdict.ts';
import { TELEPHONE, type Limit, type Subject } from '../procedure/vocabulary.ts';
import type { Slip } from './slip.ts';

type SlipLine = Slip['requests'][number];

type SlipPlace = {
  readonly name: string;
  readonly address?: string | undefined;
  readonly hours?: string | undefined;
  readonly phone?: string | undefined;
};

/** A request of a ticket, stored or still being typed, as a slip is made from it. */
export type SlipRequest = Pick<SlipLine, 'procedure' | 'outcome' | 'activated' | 'papers'> & {
  readonly subject: Subject;
  readonly organisation?: { readonly name: string; readonly taxNumber: string | null } | null;
  /** Where a referred person was sent, by the name in the directory; null where nobody said. */
  readonly referredTo: string | null;
  readonly referralReason: ReferralReason | null;
  readonly verdict: {
    readonly here: boolean;
    readonly notes: readonly string[];
    readonly representative: Verdict['representative'];
    readonly provisional: boolean;
    readonly places: readonly (SlipPlace & { readonly here: boolean })[];
    readonly limit: Limit | null;
  };
  /** A name may still be empty while it is being typed. */
  readonly person: {
    readonly fullName: string;
    readonly idNumber: string | null;
    readonly birthDate: string | null;
    readonly phone: string | null;
  } | null;
};

/** What a slip takes from the rules in force. */
export type SlipRules = {
  readonly hotline: string;
  readonly activationDays: number | null;
  readonly activationWays: readonly Slip['activationWays'][number][];
  /** Messages by their code, with a place for the name. */
  readonly messages: Readonly<Record<string, string>>;
  /** What a card costs, in the words of the pack, by the codes of its notes. */
  readonly fees?: Readonly<Record<string, BilingualText>>;
  readonly pack: Slip['rulePack'];
};

export type SlipFacts = Pick<
  Slip,
  'sheet' | 'format' | 'copy' | 'design' | 'training' | 'printedAt' | 'ahead' | 'estimate'
> & {
  /** `spoken`: calls are read aloud at some PC of the office. */
  readonly office: { readonly name: string; readonly settings: OwnOfficeSettings; readonly spoken: boolean };
  readonly rules: SlipRules;
  /** What was chosen for the slips of this ticket; null follows the office. */
  readonly choice: { readonly language: Slip['language'] | null; readonly large: boolean | null };
  readonly ticket: Pick<Slip, 'number' | 'businessDay' | 'issuedAt' | 'counter' | 'priority'> & {
    /** By name; empty where that officer has none. */
    readonly officer: string;
    readonly requests: readonly SlipRequest[];
  };
};

/** The rules of a pack that a slip shows. */
export function slipRules(pack: RulePack): SlipRules {
  return {
    hotline: pack.hotline.value,
    activationDays: pack.activation.window.value.value,
    activationWays: pack.activation.channels.value,
    messages: Object.fromEntries(
      Object.entries(pack.sms).flatMap(([code, sms]) => (sms === undefined ? [] : [[code, sms.value]])),
    ),
    fees: Object.fromEntries(
      FEES.flatMap((code) => {
        const note = pack.notes[code];
        return note === undefined
          ? []
          : [[code, fillWords(pack, note, { limit: undefined, procedure: undefined }).text]];
      }),
    ),
    pack: { id: pack.id, title: pack.title.vi },
  };
}

/**
 * The one slip: what is printed, shown before it is printed, and shown of an invented person. Identity and telephone numbers
 * are masked here. `dueOf` counts when the result of a taken request comes, or gives null where no limit is set.
 */
export function composeSlip(facts: SlipFacts, dueOf: (request: SlipRequest) => SlipLine['due']): Slip {
  const { sheet, format, copy, design, training, printedAt, ahead, estimate, office, rules, choice } = facts;
  const { settings } = office;
  const { number, businessDay, issuedAt, counter, officer, priority, requests } = facts.ticket;
  const person = requests[0]?.person ?? null;
  const expected = expectedMessage(rules, requests, settings.smsMarks);
  return {
    sheet,
    format,
    language: choice.language ?? usualLanguage(settings, requests),
    large: choice.large ?? wantsLargePrint(settings, requests, businessDay),
    design,
    office: {
      superior: settings.superior,
      name: office.name,
      address: settings.address,
      openingHours: settings.openingHours,
      ...(office.spoken ? { spoken: true } : {}),
      phone: settings.phone,
      hotline: settings.hotline === '' ? rules.hotline : settings.hotline,
    },
    training,
    number,
    businessDay,
    counter,
    ...(design.officer === true && officer !== '' ? { officer } : {}),
    issuedAt,
    printedAt,
    copy,
    priority,
    person:
      person === null || person.fullName === ''
        ? null
        : {
            fullName: person.fullName,
            idNumberMasked: person.idNumber === null ? null : maskIdNumber(person.idNumber),
            phoneMasked:
              expected === null || expected.phones.length === 0 ? null : expected.phones.join(', '),
            ...(expected?.phoneOf == null ? {} : { phoneOf: expected.phoneOf }),
          },
    ahead,
    estimate,
    requests: requests.map((request) => ({
      procedure: request.procedure,
      forWhom: request.person?.fullName === person?.fullName ? null : request.person?.fullName || null,
      ...(request.organisation == null ? {} : { organisation: request.organisation }),
      outcome: request.outcome,
      activated: request.activated,
      papers: request.papers.filter(isPrinted).map(({ paper: code, required, state, note }) => ({
        paper: code,
        required,
        state,
        note,
      })),
      ...(request.outcome === 'referred' ? { referral: referralOf(settings, request) } : {}),
      representative: representativeOf(request, requests),
      provisional: request.verdict.provisional,
      ...feeOf(rules, request),
      due: awaitsResult(request) ? dueOf(request) : null,
      limit: registersAtHome(request) ? request.verdict.limit : null,
    })),
    activationDays: rules.activationDays,
    noticeDayCounts: settings.noticeDayCounts,
    activationWays: settings.activationWays ?? [...rules.activationWays],
    stores: settings.storeAddresses,
    message: expected?.text ?? null,
    rulePack: rules.pack,
  };
}

/** The notes of a pack that say what a card costs. */
const FEES = ['card-fee-first', 'card-fee-exchange', 'card-fee-reissue'];

/** Whoever is sent to another office hears there what it costs. */
function feeOf({ fees = {} }: SlipRules, { outcome, verdict }: SlipRequest): Pick<SlipLine, 'fee'> {
  const fee = fees[verdict.notes.find((code) => fees[code] !== undefined) ?? ''];
  const isHere = outcome === 'taken' || outcome === 'papers-missing';
  return isHere && fee !== undefined ? { fee } : {};
}

/** The telephone is named with what to bring on every slip; as a paper only where it is missing. */
function isPrinted({ paper, state }: SlipLine['papers'][number]): boolean {
  return paper !== TELEPHONE || state === 'missing' || state === 'mismatch';
}

/**
 * Taken, and the account is not in use yet: a result and a message are still to come. The days to activate in are no limit of
 * the office: they run from the citizen's own notice (NĐ 69/2024, Điều 14 khoản 1).
 */
function awaitsResult({ procedure, outcome, activated }: SlipRequest): boolean {
  return outcome === 'taken' && !activated && procedure !== 'activate';
}

/** Shown how to register mức 1 alone: the limit runs from the day they send it. */
function registersAtHome({ procedure, outcome, activated }: SlipRequest): boolean {
  return procedure === 'level-1' && outcome === 'guided' && !activated;
}

/** Who acts for the person: a grown-up of the same ticket by name, where one is on it. */
function representativeOf(
  { person, verdict }: SlipRequest,
  requests: readonly SlipRequest[],
): SlipLine['representative'] {
  const kind = verdict.representative;
  if (kind === null) return null;
  const beside = requests.find(
    (one) => one.subject === 'citizen' && one.verdict.representative === null && one.person?.fullName,
  );
  const name = beside?.person?.fullName ?? null;
  return {
    kind,
    name: name === person?.fullName ? null : name,
    confirms: verdict.notes.includes('representative-confirms'),
  };
}

/** A foreigner gets both languages where the office's slips are Vietnamese. */
function usualLanguage(settings: OwnOfficeSettings, requests: readonly SlipRequest[]): Slip['language'] {
  const foreigner = requests.some(({ subject }) => subject === 'foreigner');
  return foreigner && settings.slipLanguage === 'vi' ? 'both' : settings.slipLanguage;
}

/** Whether somebody on the ticket is old enough that the office prints large for them. */
function wantsLargePrint(settings: OwnOfficeSettings, requests: readonly SlipRequest[], on: string): boolean {
  const from = settings.largePrintFrom;
  if (from === null) return false;
  if (from === 0) return true;
  return requests.some(
    ({ person }) => person?.birthDate != null && ageOn(person.birthDate, on).least >= from,
  );
}

/** Where a referred person goes: the place that was chosen, else those that the verdict names; and why. */
function referralOf(settings: OwnOfficeSettings, request: SlipRequest): NonNullable<SlipLine['referral']> {
  const { referredTo, verdict } = request;
  const chosen = settings.directory.find(({ name }) => name === referredTo);
  const places: readonly SlipPlace[] =
    referredTo === null ? verdict.places.filter(({ here }) => !here) : [chosen ?? { name: referredTo }];
  return {
    places: places.map(({ name, address = '', hours = '', phone = '' }) => ({ name, address, hours, phone })),
    reason: request.referralReason ?? referralReason(verdict),
  };
}

/**
 * The message to expect and the telephones it is sent to: of the requests that lead to one, whoever asks for them. Names as they
 * arrive, in capitals without diacritics; somebody without a telephone is told by that of the grown-up on the ticket.
 */
function expectedMessage(
  { messages }: SlipRules,
  requests: readonly SlipRequest[],
  marks: boolean,
): {
  readonly text: string;
  readonly phones: readonly string[];
  readonly phoneOf: Verdict['representative'];
} | null {
  const awaiting = requests.flatMap((request) => {
    // The account that comes with a card is a mức 2.
    const account = request.procedure === 'level-2-with-card' ? 'level-2' : request.procedure;
    const plain =
      awaitsResult(request) || registersAtHome(request) ? messages[`approved-${account}`] : undefined;
    if (plain === undefined) return [];
    return [{ request, text: (marks ? messages[`approved-${account}-marked`] : undefined) ?? plain }];
  });
  const [first] = awaiting;
  if (first === undefined) return null;
  const alike = awaiting.filter(({ text }) => text === first.text).map(({ request }) => request);
  const grownUp = requests.find(
    ({ verdict, person }) => verdict.representative === null && person?.phone,
  )?.person;
  const each = (of: (person: SlipRequest['person']) => string | null | undefined) =>
    [
      ...new Set(alike.map(({ person }) => of(person)).filter((value) => value != null && value !== '')),
    ] as string[];
  const names = each((person) => foldName(person?.fullName ?? '').toUpperCase());
  return {
    text: first.text.replace(/\*{3,}|\{name\}/, () => names.join(' / ') || '****'),
    phones: each((person) => person?.phone ?? grownUp?.phone).map(maskPhone),
    phoneOf: alike.every(({ verdict }) => verdict.notes.includes('representative-phone'))
      ? first.request.verdict.representative
      : null,
  };
}
