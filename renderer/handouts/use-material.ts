import type { DeskProblem } from '#shared/contract/problem.ts';
import { useDeskQuery } from '#renderer/desk/use-desk-query.ts';
import { useMemo, useState } from 'react';
import type { Material } from '../paper/handout/draw-handout.tsx';
import { isShownPaper, papersQuestion } from '../paper/handout/material.ts';

/** What the sheets are made of, followed as the desk changes. */
export function useMaterial(): {
  readonly material: Material | undefined;
  readonly problem: DeskProblem | undefined;
} {
  const [at] = useState(() => new Date().toISOString());
  const office = useDeskQuery('office.show', {});
  const pack = useDeskQuery('rules.show', {});
  const day = useDeskQuery('day.status', {});
  const board = useDeskQuery('queue.board', {});
  const businessDay = (day.value?.open ?? day.value?.last)?.businessDay;
  const known = { enabled: day.value !== undefined };
  const tickets = useDeskQuery('ticket.list', businessDay === undefined ? {} : { businessDay }, known);
  const triage = useDeskQuery(
    'procedure.triage',
    papersQuestion(businessDay ?? day.value?.today ?? '2026-01-01'),
    known,
  );
  const answers = [office, pack, day, board, tickets, triage];
  const material = useMemo((): Material | undefined => {
    const papers = triage.value?.papers.filter(isShownPaper);
    if (!office.value || !pack.value || !day.value || !board.value || !tickets.value || !papers)
      return undefined;
    return {
      at,
      office: office.value,
      pack: pack.value,
      day: day.value,
      board: board.value,
      tickets: tickets.value,
      papers,
    };
  }, [office.value, pack.value, day.value, board.value, tickets.value, triage.value, at]);
  return { material, problem: answers.find(({ problem }) => problem !== undefined)?.problem };
}
