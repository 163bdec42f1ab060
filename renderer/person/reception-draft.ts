import type { Input, Output } from '#shared/contract/desk-contract.ts';
import type { TriageAnswer } from '#shared/contract/procedure.ts';
import type { PersonInput, RequestInput } from '#shared/contract/ticket.ts';
import type { CardUnreadableReason } from '#shared/domain/identity/card-codes.ts';
import { foldName } from '#shared/domain/identity/fold-name.ts';
import { nameProblem, normaliseName, type NameProblem } from '#shared/domain/identity/name.ts';
import { checkTaxNumber } from '#shared/domain/identity/tax-number.ts';
import { checkPhoneNumber } from '#shared/domain/identity/phone-number.ts';
import type {
  CardState,
  Procedure,
  SpecialCase,
  Subject,
  Wish,
} from '#shared/domain/procedure/vocabulary.ts';
import { readBirthDate, typedForm } from '#renderer/ui/typed-date.ts';

/** A person as typed or scanned: texts stay as they are until the ticket is saved. */
export type TypedPerson = {
  readonly fullName: string;
  readonly idNumber: string;
  readonly birthDate: string;
  readonly sex: 'male' | 'female' | null;
  readonly phone: string;
};

export type ReadCard = Output<'identity.read-card'>;

/** What the latest scan said, until somebody else is at the desk. */
export type Scan =
  | {
      readonly ok: true;
      readonly kind: ReadCard['kind'];
      readonly at: string;
      readonly warnings: ReadCard['warnings'];
    }
  | { readonly ok: false; readonly reason: CardUnreadableReason };

type TypedOrganisation = { readonly name: string; readonly taxNumber: string };

export type RequestDraft = {
  readonly key: number;
  readonly subject: Subject;
  readonly wish: Wish;
  readonly card: CardState;
  readonly residesHere: boolean | null;
  /** The procedure an officer chose against or without triage. */
  readonly byHand: Procedure | null;
  /** What another office has to set right about the person. */
  readonly specialCase: SpecialCase | null;
  /** Why the officer goes on against triage. */
  readonly decision: string;
  /** The request of an earlier visit whose missing papers are brought now. */
  readonly continues: string | null;
  /** The child or ward, where it is not the person at the desk. */
  readonly ward: TypedPerson;
  /** What the scan of the child's or ward's card said. */
  readonly wardScan: Scan | null;
  readonly organisation: TypedOrganisation;
};

export const MOST_REQUESTS = 10;

export const NO_PERSON: TypedPerson = { fullName: '', idNumber: '', birthDate: '', sex: null, phone: '' };

export function newRequest(key: number, subject: Subject = 'citizen'): RequestDraft {
  return {
    key,
    subject,
    wish: 'level-2',
    card: 'valid',
    residesHere: null,
    byHand: null,
    specialCase: null,
    decision: '',
    continues: null,
    ward: NO_PERSON,
    wardScan: null,
    organisation: { name: '', taxNumber: '' },
  };
}

export type PersonFaults = {
  readonly fullName?: NameProblem;
  readonly idNumber?: 'shape';
  readonly birthDate?: 'wrong' | 'future';
  readonly phone?: 'shape';
};

const ID_NUMBER = /^(\d{9}|\d{12})$/;

/** What keeps a person from being saved; warnings of the number are another matter and never do. */
export function personFaults(person: TypedPerson, today: string): PersonFaults {
  const name = nameProblem(person.fullName);
  const id = digits(person.idNumber);
  const birth = readBirthDate(person.birthDate, today);
  return {
    ...(name === undefined ? {} : { fullName: name }),
    ...(id === '' || ID_NUMBER.test(id) ? {} : { idNumber: 'shape' as const }),
    ...(birth.ok ? {} : { birthDate: birth.reason }),
    ...(person.phone.trim() === '' || phoneValue(person.phone) !== null ? {} : { phone: 'shape' as const }),
  };
}

/** Whether the request may be for somebody else than the person at the desk. */
export function hasOther(subject: Subject): boolean {
  return subject === 'child' || subject === 'guarded';
}

/** What keeps the child or ward of a request from being saved; nobody named is the person at the desk. */
export function wardFaults(request: RequestDraft, today: string): PersonFaults {
  return hasOther(request.subject) && isNamed(request.ward) ? personFaults(request.ward, today) : {};
}

/** Whether anything is known of somebody. */
export function isNamed(person: TypedPerson): boolean {
  const { fullName, idNumber, birthDate, phone } = person;
  return [fullName, idNumber, birthDate, phone].some((text) => text.trim() !== '');
}

/** Whether a card is somebody else's than the person typed: another number, or where one is missing another name. */
export function isAnother(person: TypedPerson, card: Pick<ReadCard, 'idNumber' | 'fullName'>): boolean {
  const id = digits(person.idNumber);
  if (id.length === card.idNumber.length && ID_NUMBER.test(id)) return id !== card.idNumber;
  const typed = foldName(person.fullName);
  return typed !== '' && card.fullName !== undefined && !foldName(card.fullName).startsWith(typed);
}

/** A person with what their card says; a number alone joins whoever is typed already. */
export function withCard(person: TypedPerson, card: ReadCard): TypedPerson {
  const { idNumber, fullName, birthDate, sex } = card;
  const before = fullName === undefined ? person : { ...NO_PERSON, phone: person.phone };
  return {
    ...before,
    idNumber,
    ...(fullName === undefined ? {} : { fullName }),
    ...(birthDate === undefined ? {} : { birthDate: typedForm(birthDate) }),
    ...(sex === undefined ? {} : { sex }),
  };
}

/** The state of the card that a scan speaks for. */
export function cardStateOf(scan: Scan | null): 'valid' | 'expired' {
  const hasRunOut = scan?.ok === true && scan.warnings.some(({ code }) => code === 'card-expired');
  return hasRunOut ? 'expired' : 'valid';
}

type OrganisationFaults = { readonly name?: 'empty'; readonly taxNumber?: 'shape' };

/** What keeps the organisation of a request from being saved; it may be left out altogether. */
export function organisationFaults({ subject, organisation }: RequestDraft): OrganisationFaults {
  const { name, taxNumber } = organisation;
  if (subject !== 'organisation' || taxNumber.trim() === '') return {};
  return {
    ...(name.trim() === '' ? { name: 'empty' } : {}),
    ...(checkTaxNumber(taxNumber).ok ? {} : { taxNumber: 'shape' }),
  };
}

function organisationInput(request: RequestDraft): Pick<RequestInput, 'organisation'> {
  const name = request.organisation.name.trim();
  const taxNumber = checkTaxNumber(request.organisation.taxNumber);
  if (request.subject !== 'organisation' || name === '') return {};
  return { organisation: { name, ...(taxNumber.ok ? { taxNumber: taxNumber.value } : {}) } };
}

/** The person as the desk takes it; what is not whole yet is left out, and a name is empty. */
export function personInput(person: TypedPerson, today: string): PersonInput {
  const birth = readBirthDate(person.birthDate, today);
  const id = digits(person.idNumber);
  const phone = phoneValue(person.phone);
  return {
    fullName: wholeName(person.fullName),
    ...(ID_NUMBER.test(id) ? { idNumber: id } : {}),
    ...(birth.ok && birth.value !== null ? { birthDate: birth.value } : {}),
    ...(person.sex === null ? {} : { sex: person.sex }),
    ...(phone === null ? {} : { phone }),
  };
}

/** The birth date that decides about a request: that of the ward, or of the person at the desk; undefined when unknown. */
export function birthDateFor(request: RequestDraft, person: TypedPerson, today: string): string | undefined {
  if (request.subject === 'organisation') return undefined;
  const hasWard = hasOther(request.subject) && request.ward.birthDate.trim() !== '';
  return birthDateOf(hasWard ? request.ward : person, today);
}

/** A typed birth date as the desk keeps it; undefined where none, or none that can be, is typed. */
export function birthDateOf(
  { birthDate }: { readonly birthDate: string },
  today: string,
): string | undefined {
  const birth = readBirthDate(birthDate, today);
  return birth.ok && birth.value !== null ? birth.value : undefined;
}

export function triageQuestion(
  request: RequestDraft,
  person: TypedPerson,
  on: string,
): Input<'procedure.triage'> {
  const birthDate = birthDateFor(request, person, on);
  return {
    on,
    subject: request.subject,
    card: request.card,
    wish: request.wish,
    ...(birthDate === undefined ? {} : { birthDate }),
    ...(request.residesHere === null ? {} : { residesHere: request.residesHere }),
  };
}

/** What the wish amounts to while triage has no answer. */
export function procedureWithoutTriage(request: Pick<RequestDraft, 'subject' | 'wish' | 'card'>): Procedure {
  if (request.wish === 'guidance') return 'guidance';
  if (request.subject === 'organisation') return 'organisation';
  return request.wish === 'level-2' && request.card !== 'valid' ? 'level-2-with-card' : request.wish;
}

/** The procedure a request is saved with: the officer's choice, else what triage says, else what the wish amounts to. */
export function procedureOf(request: RequestDraft, answer: TriageAnswer | undefined): Procedure {
  if (request.byHand !== null) return request.byHand;
  if (answer === undefined) return procedureWithoutTriage(request);
  return answer.procedure ?? answer.instead ?? 'guidance';
}

type Someone = { readonly person: TypedPerson; readonly knownId: string | null };

export function requestInput(
  request: RequestDraft,
  procedure: Procedure,
  someone: Someone,
  today: string,
): RequestInput {
  const { person, knownId } = someone;
  const common = {
    procedure,
    subject: request.subject,
    card: request.card,
    wish: request.wish,
    ...(request.residesHere === null ? {} : { residesHere: request.residesHere }),
    ...(request.specialCase === null ? {} : { specialCase: request.specialCase }),
    ...(request.decision.trim() === '' ? {} : { decision: request.decision.trim() }),
    ...organisationInput(request),
  };
  const ward = request.ward.fullName.trim();
  if (hasOther(request.subject) && ward !== '' && foldName(ward) !== foldName(person.fullName)) {
    return { ...common, person: personInput({ ...request.ward, phone: person.phone }, today) };
  }
  return {
    ...common,
    person: personInput(person, today),
    ...(knownId === null ? {} : { personId: knownId }),
    ...(request.continues === null ? {} : { continues: request.continues }),
  };
}

function wholeName(name: string): string {
  return nameProblem(name) === undefined ? normaliseName(name) : '';
}

/** A ten-digit mobile number, however it was typed; null when there is none in it. */
function phoneValue(text: string): string | null {
  const checked = checkPhoneNumber(text);
  return checked.ok && /^0\d{9}$/.test(checked.value) ? checked.value : null;
}

function digits(text: string): string {
  return text.replace(/[\s.-]/g, '');
}
