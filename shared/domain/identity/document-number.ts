import { TELEPHONE, type Paper } from '#shared/domain/procedure/vocabulary.ts';
import { checkDrivingLicenceNumber } from './driving-licence-number.ts';
import { accepted, compactNumber, rejected, type DocumentNumberResult } from './document-number-result.ts';
import { checkHealthInsuranceNumber } from './health-insurance-number.ts';
import { checkPhoneNumber } from './phone-number.ts';
import { checkPersonalId, checkSocialInsuranceNumber } from './personal-id.ts';
import { checkTaxNumber } from './tax-number.ts';
import { checkVehiclePlate } from './vehicle-plate.ts';

/** The format check of each paper that has a number, by paper code. A pack may add papers that are not here. */
export const documentFormat = {
  'id-card': checkPersonalId,
  'health-insurance': checkHealthInsuranceNumber,
  'driving-licence': checkDrivingLicenceNumber,
  'vehicle-registration': checkVehiclePlate,
  'tax-number': checkTaxNumber,
  'social-insurance': checkSocialInsuranceNumber,
} as const satisfies Record<Paper, (text: string) => DocumentNumberResult>;

/** The lengths each check accepts, as it says itself: single ones, or all between two. */
export const documentLengths: Readonly<
  Record<Paper, readonly number[] | { readonly from: number; readonly to: number }>
> = {
  'id-card': [12],
  'health-insurance': [10, 12, 15],
  'driving-licence': { from: 5, to: 15 },
  'vehicle-registration': { from: 4, to: 12 },
  'tax-number': [10, 12, 13],
  'social-insurance': [10, 12],
};

/**
 * Checks the number written on a paper. A paper without a known format accepts any text of up to 40 characters, with
 * `unusual-format`. Errors are those of the paper's own check.
 */
export function checkDocumentNumber(paper: string, text: string): DocumentNumberResult {
  if (isFormattedPaper(paper)) return documentFormat[paper](text);
  if (paper === TELEPHONE) return checkPhoneNumber(text);
  const value = compactNumber(text);
  if (value === '') return rejected('empty');
  return value.length > 40 ? rejected('length') : accepted(value, 'other', 'unusual-format');
}

/** Whether the paper's number has a known format. */
export function isFormattedPaper(paper: string): paper is Paper {
  return Object.hasOwn(documentFormat, paper);
}
