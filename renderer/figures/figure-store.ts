import type { Input } from '#shared/contract/desk-contract.ts';
import { create } from 'zustand';

type Figure = Input<'report.tickets'>['figure'];

/** A figure that somebody opened: which one, of which day, and what it is called. */
export type OpenedFigure = {
  readonly businessDay: string;
  readonly figure: Figure;
  readonly name: string;
  readonly count: number;
};

/** One figure is open at a time; another screen closes it. */
export const useOpenedFigure = create<{ readonly opened: OpenedFigure | null }>()(() => ({ opened: null }));

export function openFigure(opened: OpenedFigure): void {
  useOpenedFigure.setState({ opened });
}

export function closeFigure(): void {
  useOpenedFigure.setState({ opened: null });
}
