import type { Slip } from '#shared/domain/slip/slip.ts';

/** Stands at the end of a text that was cut. */
export const CUT_MARK = '…';

/** Letters after which a text is cut: longer than anything that is meant, short enough for one sheet. */
const LONGEST = { name: 200, address: 200, note: 300, line: 120, number: 12, message: 600 } as const;

/** Marks that stack on one letter at most; Vietnamese has two, and only scripts of India and Thailand need more. */
const STACKED = /(\p{M}{4})\p{M}+/gu;
/** What no sheet prints: control characters, marks that turn the direction of a line, joiners without a script, unassigned ones. */
const UNPRINTED =
  /[\p{Cc}\p{Cn}\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/gu;
/** A letter of nobody's: some program's private one, or the half of one. A box says that something stood here. */
const NOBODYS = /\p{Co}|\ufffd/gu;

const LETTERS = new Intl.Segmenter('vi');

/**
 * A text from outside as it can go to paper: composed, on one line, without what turns or hides letters, and cut after
 * `most` letters with a mark. Vietnamese and every other script stay as they are.
 */
export function printable(text: string, most: number): string {
  const plain = text
    // A text of any length must cost no more than the longest one.
    .slice(0, most * 8)
    .toWellFormed()
    .replaceAll(/[\s\p{Z}]+/gu, ' ')
    .replaceAll(UNPRINTED, '')
    .normalize('NFC')
    .replaceAll(STACKED, '$1')
    .replaceAll(NOBODYS, '□')
    .trim();
  const isSliced = text.length > most * 8;
  if (plain.length <= most && !isSliced) return plain;
  const letters: string[] = [];
  for (const { segment } of LETTERS.segment(plain)) {
    letters.push(segment);
    if (letters.length > most) break;
  }
  if (letters.length <= most && !isSliced) return plain;
  return `${letters
    .slice(0, most - 1)
    .join('')
    .trimEnd()}${CUT_MARK}`;
}

/** The slip with every text from outside as it can go to paper. */
export function printableSlip(slip: Slip): Slip {
  const person = slip.person;
  return {
    ...slip,
    number: printable(slip.number, LONGEST.number),
    counter: slip.counter === null ? null : printable(slip.counter, LONGEST.line),
    ...(slip.officer === undefined ? {} : { officer: printable(slip.officer, LONGEST.name) }),
    office: {
      superior: printable(slip.office.superior, LONGEST.line),
      name: printable(slip.office.name, LONGEST.line),
      address: printable(slip.office.address, LONGEST.address),
      ...(slip.office.spoken === undefined ? {} : { spoken: slip.office.spoken }),
      openingHours: printable(slip.office.openingHours, LONGEST.line),
      phone: printable(slip.office.phone, LONGEST.line),
      hotline: printable(slip.office.hotline, LONGEST.line),
    },
    person: person === null ? null : { ...person, fullName: printable(person.fullName, LONGEST.name) },
    rulePack:
      slip.rulePack === null
        ? null
        : { ...slip.rulePack, title: printable(slip.rulePack.title, LONGEST.name) },
    message: slip.message === null ? null : printable(slip.message, LONGEST.message),
    requests: slip.requests.map((request) => ({
      ...request,
      forWhom: request.forWhom === null ? null : printable(request.forWhom, LONGEST.name),
      ...(request.organisation === undefined
        ? {}
        : {
            organisation: {
              name: printable(request.organisation.name, LONGEST.name),
              taxNumber: request.organisation.taxNumber,
            },
          }),
      representative:
        request.representative === null || request.representative.name === null
          ? request.representative
          : { ...request.representative, name: printable(request.representative.name, LONGEST.name) },
      ...(request.fee === undefined
        ? {}
        : {
            fee: {
              vi: printable(request.fee.vi, LONGEST.message),
              en: printable(request.fee.en, LONGEST.message),
            },
          }),
      papers: request.papers.map((paper) => ({
        ...paper,
        note: paper.note === null ? null : printable(paper.note, LONGEST.note),
      })),
      ...(request.referral === undefined
        ? {}
        : {
            referral: {
              ...request.referral,
              places: request.referral.places.map(({ name, address, hours, phone }) => ({
                name: printable(name, LONGEST.line),
                address: printable(address, LONGEST.address),
                hours: printable(hours, LONGEST.line),
                phone: printable(phone, LONGEST.line),
              })),
            },
          }),
    })),
    design: {
      ...slip.design,
      officeLines: slip.design.officeLines.map((line) => printable(line, LONGEST.line)),
      footer: slip.design.footer.map((line) => printable(line, LONGEST.line)),
    },
  };
}
