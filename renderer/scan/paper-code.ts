import { checkDrivingLicenceNumber } from '#shared/domain/identity/driving-licence-number.ts';
import { isDrivingLicence } from '#shared/domain/identity/driving-licence-card.ts';
import { isHealthCard, readHealthCard } from '#shared/domain/identity/health-card.ts';
import { checkHealthInsuranceNumber } from '#shared/domain/identity/health-insurance-number.ts';
import { unwrapScan } from '#shared/domain/identity/scan-text.ts';
import type { Paper } from '#shared/domain/procedure/vocabulary.ts';

/** A scanned code that stands on a paper of the checklist. `number` is null when the code is known but has none. */
export type PaperCode = {
  readonly paper: Extract<Paper, 'health-insurance' | 'driving-licence'>;
  readonly number: string | null;
};

/** Reads the code of a thẻ BHYT or a GPLX; null for everything else. */
export function readPaperCode(text: string): PaperCode | null {
  const code = unwrapScan(text);
  if (isHealthCard(code)) {
    const typed = checkHealthInsuranceNumber(code.split('|')[0] ?? '');
    return {
      paper: 'health-insurance',
      number: readHealthCard(code)?.number ?? (typed.ok ? typed.value : null),
    };
  }
  return isDrivingLicence(code) ? { paper: 'driving-licence', number: licenceNumber(code) } : null;
}

/** The first field that is a twelve-digit licence number, also inside the link to the register. */
function licenceNumber(code: string): string | null {
  for (const [digits] of code.matchAll(/(?<!\d)\d{12}(?!\d)/gu)) {
    const checked = checkDrivingLicenceNumber(digits);
    if (checked.ok) return checked.value;
  }
  return null;
}
