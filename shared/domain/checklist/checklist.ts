import type { RulePack } from '../../rules/pack-schema.ts';
import { askedFor, papersOf } from '../procedure/pack-lookup.ts';
import {
  PAPERS,
  TELEPHONE,
  type CardState,
  type Outcome,
  type PaperCode,
  type PaperState,
  type Procedure,
} from '../procedure/vocabulary.ts';

/** One line of a request's checklist; `state` is absent until an officer has looked. */
export type ChecklistPaper = {
  readonly paper: PaperCode;
  readonly required: boolean;
  /** The person asked for it to be integrated; a required paper needs no wish. */
  readonly wished: boolean;
  readonly state?: PaperState | undefined;
};

type ChecklistQuestion = {
  readonly procedure: Procedure;
  /** Age band as triage answered. */
  readonly band: string;
  readonly card: CardState;
  /** Papers the person wants integrated; absent means whatever the pack offers stays open to choose. */
  readonly wished?: readonly PaperCode[] | undefined;
};

type Completeness = {
  readonly complete: boolean;
  /** Papers nobody has looked at yet. */
  readonly open: readonly PaperCode[];
  /** What the slip asks the person to bring. */
  readonly toBring: readonly PaperCode[];
  readonly done: number;
  readonly total: number;
};

/**
 * The papers of one request by the pack. Wished papers the pack does not offer are added at the end, so that what
 * a person brings is never lost. A paper that VNeID holds, or whose
 * number is the personal number, is not asked for: it starts as `in-vneid` (Luật 118/2025/QH15).
 */
export function checklistOf(pack: RulePack, question: ChecklistQuestion): readonly ChecklistPaper[] {
  const { procedure, band, card } = question;
  const wished = new Set(question.wished ?? []);
  const papers: ChecklistPaper[] = papersOf(pack, procedure, band, card).map(({ paper, required }) => ({
    paper,
    required,
    wished: required || wished.has(paper),
  }));
  const offered = new Set(papers.map((line) => line.paper));
  for (const paper of wished) if (!offered.has(paper)) papers.push({ paper, required: false, wished: true });
  return papers.map((line) =>
    askedFor(pack, line.paper) === 'original' ? line : { ...line, state: 'in-vneid' },
  );
}

/** The checklist a new request starts with. Papers that only the pack knows stay off it until they are required or wished. */
export function requestPapers(pack: RulePack, question: ChecklistQuestion): readonly ChecklistPaper[] {
  return checklistOf(pack, question).filter(
    (line) => line.wished || (PAPERS as readonly string[]).includes(line.paper),
  );
}

/** Whether a paper with this state still has to be brought. */
function lacking(line: ChecklistPaper): boolean {
  return (line.required || line.wished) && (line.state === 'missing' || line.state === 'mismatch');
}

/** A required paper cannot be waved away as not wanted; it is still to be brought. */
function waved(line: ChecklistPaper): boolean {
  return line.required && line.state === 'not-wanted';
}

/** How far a checklist is, and what the person has to bring next time. */
export function completeness(papers: readonly ChecklistPaper[]): Completeness {
  const counted = papers.filter((line) => line.required || line.wished || line.state !== undefined);
  const open = counted.filter((line) => line.state === undefined).map((line) => line.paper);
  const toBring = counted.filter((line) => lacking(line) || waved(line)).map((line) => line.paper);
  return {
    complete: open.length === 0 && toBring.length === 0,
    open,
    toBring,
    done: counted.length - open.length,
    total: counted.length,
  };
}

/**
 * The outcome the checklist speaks for: `papers-missing` when a required or wished paper is missing, mismatched or
 * was waved away, `taken` when all have been looked at and an original or a required paper was there, nothing while some are open or
 * where nobody has looked at any. The officer decides.
 */
export function suggestOutcome(papers: readonly ChecklistPaper[]): Outcome | undefined {
  const { open, toBring } = completeness(papers);
  if (toBring.length > 0) return 'papers-missing';
  const hasSeen = papers.some((line) => wasLookedAt(line) && isThere(line));
  return open.length === 0 && hasSeen ? 'taken' : undefined;
}

/** Whether an officer has looked at a line: what VNeID holds, and a known telephone, stand on the checklist from the start. */
export function wasLookedAt({ paper, state, required }: ChecklistPaper): boolean {
  return paper !== TELEPHONE && state !== undefined && (state !== 'in-vneid' || required);
}

function isThere({ state }: ChecklistPaper): boolean {
  return state === 'seen' || state === 'in-vneid';
}

/** Required papers that nobody has seen, which keep a request from being taken unless somebody says why it is. */
export function unseenRequired(papers: readonly ChecklistPaper[]): readonly PaperCode[] {
  return papers.filter((line) => line.required && !isThere(line)).map((line) => line.paper);
}

/**
 * What a person who was sent home should come back with: every paper found missing or wrong, wished or not, and every
 * required one that nobody has seen; a telephone only where somebody said that it is missing.
 */
export function stillMissing(papers: readonly ChecklistPaper[]): readonly PaperCode[] {
  return papers
    .filter(
      (line) =>
        line.state === 'missing' ||
        line.state === 'mismatch' ||
        (line.required &&
          (line.state === 'not-wanted' || (line.state === undefined && line.paper !== TELEPHONE))),
    )
    .map((line) => line.paper);
}

/** The checklist of a second visit: what was seen stays, what was missing or wrong is open again. */
export function continueChecklist(papers: readonly ChecklistPaper[]): readonly ChecklistPaper[] {
  return papers.map((line) => {
    const settled =
      line.state === 'seen' || line.state === 'in-vneid' || (line.state === 'not-wanted' && !line.required);
    return settled ? line : { paper: line.paper, required: line.required, wished: line.wished };
  });
}
