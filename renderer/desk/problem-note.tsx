import { Note } from '#renderer/ui/note.tsx';
import type { DeskProblem } from '#shared/contract/problem.ts';
import { problemText } from '#shared/text/problem-text.ts';
import { useText } from './language.ts';

type ProblemNoteProps = {
  readonly problem: DeskProblem | undefined;
  readonly className?: string | undefined;
};

/** What the desk refused, in words, where it happened; nothing without a problem. */
export function ProblemNote({ problem, className }: ProblemNoteProps) {
  const text = useText();
  if (problem === undefined) return null;
  return (
    <Note tone="bad" announce className={className}>
      {problemText(problem, text)}
    </Note>
  );
}
