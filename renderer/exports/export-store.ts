import type { ExportSubject } from '#shared/contract/export.ts';
import { create } from 'zustand';

/** What the files of more than a day can speak of. */
export type PeriodSubject = Extract<ExportSubject, { kind: 'month' | 'year' | 'campaign' }>;

type OpenedExports = {
  /** What was asked for when the dialog opened; null while it is closed. */
  readonly asked: PeriodSubject | 'shown-month' | null;
};

/** The dialog of exports; other places, such as a reminder, may ask for it before they lead to the dashboard. */
export const useOpenedExports = create<OpenedExports>()(() => ({ asked: null }));

export function openExports(asked: PeriodSubject | 'shown-month'): void {
  useOpenedExports.setState({ asked });
}

export function closeExports(): void {
  useOpenedExports.setState({ asked: null });
}
