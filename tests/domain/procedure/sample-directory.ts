import type { DirectoryOffice } from '#shared/domain/procedure/office-directory.ts';
import { OFFICE_KINDS, PROCEDURES, type OfficeKind } from '#shared/domain/procedure/vocabulary.ts';

/** One open office of every kind that would do anything the pack lets it; this office is the commune police. */
export const everyKind: readonly DirectoryOffice[] = OFFICE_KINDS.map((kind) => sampleOffice(kind));

export function sampleOffice(kind: OfficeKind, changes: Partial<DirectoryOffice> = {}): DirectoryOffice {
  return {
    officeId: kind,
    name: `Nơi mẫu ${kind}`,
    kind,
    procedures: PROCEDURES,
    open: true,
    ...(kind === 'commune-police' ? { here: true } : {}),
    ...(kind === 'district-team' || kind === 'province-office' ? { coversHere: true } : {}),
    ...changes,
  };
}

/** `everyKind` with one office changed. */
export function withOffice(kind: OfficeKind, changes: Partial<DirectoryOffice>): readonly DirectoryOffice[] {
  return everyKind.map((office) => (office.kind === kind ? { ...office, ...changes } : office));
}
