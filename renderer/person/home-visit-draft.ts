import { readBirthDate, readDay, typedForm } from '#renderer/ui/typed-date.ts';
import type { Input } from '#shared/contract/desk-contract.ts';
import type { HomeVisit } from '#shared/contract/visit.ts';
import type { HomeReason } from '#shared/domain/visit/home-visit.ts';

/** A request for a visit at home as somebody types it. */
export type HomeDraft = {
  readonly fullName: string;
  readonly idNumber: string;
  readonly born: string;
  readonly address: string;
  readonly why: HomeReason;
  readonly contact: string;
  readonly phone: string;
  readonly wanted: string;
};

/** Who stands there and asks. */
export type Relative = { readonly contact: string; readonly phone: string };

/** What is known at the beginning. A number is never shown whole: an empty field leaves it. */
export function draftOf(homeVisit: HomeVisit | undefined, relative: Relative | undefined): HomeDraft {
  const typed = (date: string | null | undefined) => (date == null ? '' : typedForm(date));
  return {
    fullName: homeVisit?.fullName ?? '',
    idNumber: '',
    born: typed(homeVisit?.birthDate),
    address: homeVisit?.address ?? '',
    why: homeVisit?.why ?? 'old',
    contact: homeVisit?.contact ?? relative?.contact ?? '',
    phone: homeVisit?.phone ?? relative?.phone ?? '',
    wanted: typed(homeVisit?.wantedOn),
  };
}

type Field = 'fullName' | 'idNumber' | 'born' | 'address' | 'phone' | 'wanted';
type Asked = Omit<Input<'home-visit.save'>, 'homeVisitId'>;

/** The request as it is meant, or what of it cannot be so. */
export function readDraft(
  draft: HomeDraft,
  today: string,
): { readonly asked: Asked; readonly wrong: readonly Field[] } {
  const digits = draft.idNumber.replaceAll(/[\s.-]/g, '');
  const phone = draft.phone.replaceAll(/[\s.-]/g, '');
  const birth = readBirthDate(draft.born, today);
  const wantedOn = draft.wanted.trim() === '' ? null : readDay(draft.wanted);
  const isWrong: Readonly<Record<Field, boolean>> = {
    fullName: draft.fullName.trim() === '',
    idNumber: digits !== '' && !/^(?:\d{9}|\d{12})$/.test(digits),
    born: !birth.ok,
    address: draft.address.trim() === '',
    phone: !/^0\d{9}$/.test(phone),
    wanted: draft.wanted.trim() !== '' && wantedOn === null,
  };
  return {
    wrong: (Object.keys(isWrong) as Field[]).filter((field) => isWrong[field]),
    asked: {
      fullName: draft.fullName.trim(),
      ...(digits !== '' && { idNumber: digits }),
      birthDate: birth.ok ? birth.value : null,
      address: draft.address.trim(),
      why: draft.why,
      contact: draft.contact.trim(),
      phone,
      wantedOn,
    },
  };
}
