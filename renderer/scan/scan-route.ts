import type { CardUnreadableReason } from '#shared/domain/identity/card-codes.ts';
import type { PaperCode } from './paper-code.ts';

/** What lies on screen when a scan is heard. */
type ScanPlace = {
  /** The scanner page wants every scan as it came. */
  readonly isTestOpen: boolean;
  /** Papers of the checklist whose row has the focus and may be written; null without such a row. */
  readonly papers: readonly string[] | null;
};

type ScanRoute =
  | { readonly to: 'test' }
  | { readonly to: 'paper'; readonly paper: string; readonly number: string }
  | { readonly to: 'refusal'; readonly why: 'no-row' | 'no-number'; readonly paper: PaperCode['paper'] }
  | { readonly to: 'reception' };

/** Where a scan belongs: a person's card is a new ticket, a paper's code is a number in the checklist at hand. */
export function routeScan(code: PaperCode | null, { isTestOpen, papers }: ScanPlace): ScanRoute {
  if (isTestOpen) return { to: 'test' };
  if (code === null || papers === null) return { to: 'reception' };
  const { paper, number } = code;
  if (!papers.includes(paper)) return { to: 'refusal', why: 'no-row', paper };
  return number === null ? { to: 'refusal', why: 'no-number', paper } : { to: 'paper', paper, number };
}

/** What a scan of no card may be as well: words that somebody's tool typed into a field. */
const TEXTS: ReadonlySet<CardUnreadableReason> = new Set([
  'not-a-card',
  'number-length',
  'web-link',
  'app-code',
  'app-data',
  'labelled-text',
]);

/**
 * Whether keys that came as fast as a scan were no scan: a text expander or a pasting tool types like one. Such a text
 * goes back into the field it was meant for.
 */
export function belongsToField(reason: CardUnreadableReason, inputMethod: boolean): boolean {
  return !inputMethod && TEXTS.has(reason);
}
