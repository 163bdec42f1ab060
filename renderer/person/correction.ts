import type { Person } from '#shared/contract/ticket.ts';
import type { TypedPerson } from './reception-draft.ts';
import { create } from 'zustand';

/** Whose details are to be corrected: the people of a ticket, or one person found at reception. */
export type CorrectionWish = {
  /** What was typed before the form was closed, by person. */
  readonly typed?: Readonly<Record<string, TypedPerson>>;
} & (
  | { readonly ticketId: string; readonly number: string }
  | { readonly person: Person; readonly onSaved: (person: Person) => void }
);

export const useCorrection = create<{ readonly wish: CorrectionWish | null }>()(() => ({ wish: null }));

export function correctPerson(wish: CorrectionWish): void {
  useCorrection.setState({ wish });
}

export function closeCorrection(): void {
  useCorrection.setState({ wish: null });
}
