import type { ReadableStore } from '../store.ts';
import { Refusal } from '../../refusal.ts';
import { readSettings } from './office-row.ts';

/**
 * A residence as the office's list has it; null where nobody named one. Another word is refused: it would stand in the
 * journal for good, and only the office's own words are known to name no person.
 */
export function knownResidence(
  store: ReadableStore,
  office: string,
  residence: string | undefined,
): string | null {
  if (residence === undefined || residence === '') return null;
  if (readSettings(store, office).residences.includes(residence)) return residence;
  throw new Refusal({ code: 'invalid-input', path: 'residence', reason: 'unknown-residence' });
}

/** The name of a place of the office's directory, asked by its name or id; null where nobody named one. */
export function knownPlace(store: ReadableStore, office: string, place: string | undefined): string | null {
  if (place === undefined || place === '') return null;
  const found = readSettings(store, office).directory.find(
    ({ officeId, name }) => officeId === place || name === place,
  );
  if (found !== undefined) return found.name;
  throw new Refusal({ code: 'invalid-input', path: 'referredTo', reason: 'unknown-place' });
}
