import type { OfficeSettings } from '#shared/domain/office/settings.ts';
import type { Input } from '#shared/contract/desk-contract.ts';
import { foldName } from '#shared/domain/identity/fold-name.ts';
import type { Procedure } from '#shared/domain/procedure/vocabulary.ts';

export const STEPS = 5;
export const SAFETY_STEP = 3;

export type CounterDraft = { readonly key: number; readonly name: string };
/** A series takes the procedures it names; the one series without any takes the rest. */
export type SeriesDraft = {
  readonly key: number;
  readonly letter: string;
  readonly name: string;
  readonly takesRest: boolean;
  readonly procedures: readonly Procedure[];
};

/** What has been typed in the guide so far, as typed. */
export type OfficeDraft = {
  readonly name: string;
  readonly superior: string;
  readonly code: string;
  readonly receivingLevel: string;
  readonly address: string;
  readonly openingHours: string;
  readonly phone: string;
  readonly receiverPhone: string;
  readonly counters: readonly CounterDraft[];
  readonly series: readonly SeriesDraft[];
  readonly priorityRun: number;
  readonly printing: OfficeSettings['printing'];
  readonly numberPaper: OfficeSettings['numberPaper'];
  readonly guidancePaper: OfficeSettings['guidancePaper'];
  /** Whether the data is encrypted; null until it is answered. */
  readonly encrypt: boolean | null;
  /** A folder outside of this PC that holds the copies too; empty for now. */
  readonly copyPlace: string;
};

export function emptyDraft(words: {
  readonly counter: (place: number) => string;
  readonly series: string;
}): OfficeDraft {
  return {
    name: '',
    superior: '',
    code: '',
    receivingLevel: '',
    address: '',
    openingHours: '',
    phone: '',
    receiverPhone: '',
    counters: [
      { key: 1, name: words.counter(1) },
      { key: 2, name: words.counter(2) },
    ],
    series: [{ key: 1, letter: 'A', name: words.series, takesRest: true, procedures: [] }],
    priorityRun: 2,
    printing: 'dialog',
    numberPaper: '80',
    guidancePaper: 'a5',
    encrypt: null,
    copyPlace: '',
  };
}

export type DraftFault =
  | { readonly field: 'name' | 'receivingLevel' | 'counters' }
  | { readonly field: 'counter'; readonly key: number; readonly fault: 'empty' | 'twice' }
  | { readonly field: 'letter'; readonly key: number; readonly fault: 'shape' | 'twice' }
  | { readonly field: 'seriesName' | 'seriesProcedures'; readonly key: number }
  | { readonly field: 'seriesRest' | 'encrypt' };

/** What is still to be corrected in one step (0 office, 1 counters and series, 3 safety; the others have no faults), in the order of the screen. */
export function faultsOf(draft: OfficeDraft, step: number): DraftFault[] {
  if (step === 0) {
    return (['name', 'receivingLevel'] as const)
      .filter((field) => draft[field].trim() === '')
      .map((field) => ({ field }));
  }
  if (step === SAFETY_STEP) return draft.encrypt === null ? [{ field: 'encrypt' }] : [];
  if (step !== 1) return [];
  const faults: DraftFault[] = draft.counters.length === 0 ? [{ field: 'counters' }] : [];
  const names = new Set<string>();
  for (const { key, name } of draft.counters) {
    const folded = name.normalize('NFC').trim().toLocaleLowerCase('vi');
    if (folded === '') faults.push({ field: 'counter', key, fault: 'empty' });
    else if (names.has(folded)) faults.push({ field: 'counter', key, fault: 'twice' });
    names.add(folded);
  }
  const letters = new Set<string>();
  for (const { key, letter, name, takesRest, procedures } of draft.series) {
    const capital = letter.trim().toUpperCase();
    if (!/^[A-Z]$/.test(capital)) faults.push({ field: 'letter', key, fault: 'shape' });
    else if (letters.has(capital)) faults.push({ field: 'letter', key, fault: 'twice' });
    letters.add(capital);
    if (name.trim() === '') faults.push({ field: 'seriesName', key });
    if (!takesRest && procedures.length === 0) faults.push({ field: 'seriesProcedures', key });
  }
  if (!draft.series.some((series) => series.takesRest)) faults.push({ field: 'seriesRest' });
  return faults;
}

/** The first step that still has something to correct; `STEPS - 1` (the review) when there is none. */
export function firstFaultyStep(draft: OfficeDraft): number {
  const step = [0, 1, SAFETY_STEP].find((candidate) => faultsOf(draft, candidate).length > 0);
  return step ?? STEPS - 1;
}

/** A code made of the office's name, used when none is typed: `CONG-AN-PHUONG-BINH-MINH`. */
export function codeFromName(name: string): string {
  return foldName(name)
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, '-')
    .slice(0, 40)
    .replace(/^-+|-+$/g, '');
}

/** The first letter that no series has yet; null when all 26 are taken. */
export function freeLetter(series: readonly SeriesDraft[]): string | null {
  const taken = new Set(series.map(({ letter }) => letter.trim().toUpperCase()));
  return [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].find((letter) => !taken.has(letter)) ?? null;
}

/** The series without one of them; what is left alone takes everything. */
export function withoutSeries(series: readonly SeriesDraft[], key: number): SeriesDraft[] {
  const left = series.filter((one) => one.key !== key);
  return left.length === 1 ? left.map((one) => ({ ...one, takesRest: true })) : left;
}

export function nextKey(rows: readonly { readonly key: number }[]): number {
  return rows.reduce((highest, row) => Math.max(highest, row.key), 0) + 1;
}

/** The draft as the desk takes it. */
export function setUpInput(draft: OfficeDraft): Input<'office.set-up'> {
  return {
    name: draft.name,
    code: draft.code.trim() === '' ? codeFromName(draft.name) || 'DON-VI' : draft.code,
    receivingLevel: draft.receivingLevel,
    counters: draft.counters.map((counter) => counter.name),
    series: draft.series.map(({ letter, name, takesRest, procedures }) => ({
      letter: letter.trim().toUpperCase(),
      name,
      procedures: takesRest ? [] : [...procedures],
    })),
    settings: {
      superior: draft.superior,
      address: draft.address,
      openingHours: draft.openingHours,
      phone: draft.phone,
      receiverPhone: draft.receiverPhone,
      priorityRun: draft.priorityRun,
      printing: draft.printing,
      numberPaper: draft.numberPaper,
      guidancePaper: draft.guidancePaper,
    },
  };
}
