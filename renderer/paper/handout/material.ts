import type { DeskClient } from '#shared/contract/desk-contract.ts';
import type { DeskProblem } from '#shared/contract/problem.ts';
import type { Input } from '#shared/contract/desk-contract.ts';
import type { TriageAnswer } from '#shared/contract/procedure.ts';
import { TELEPHONE } from '#shared/domain/procedure/vocabulary.ts';
import type { Material } from './draw-handout.tsx';

/** The citizen whom the sheet of papers speaks to: grown up, with a valid card, coming for mức 2. */
export function papersQuestion(today: string): Input<'procedure.triage'> {
  const years = 30;
  return {
    on: today,
    subject: 'citizen',
    birthDate: `${Number(today.slice(0, 4)) - years}-01-01`,
    card: 'valid',
    wish: 'level-2',
    residesHere: true,
  };
}

/** Whether the sheets ask for a paper to be shown; the telephone has words of its own on them. */
export function isShownPaper({ paper, asked }: TriageAnswer['papers'][number]): boolean {
  return asked === 'original' && paper !== TELEPHONE;
}

export type LoadedMaterial =
  | { readonly ok: true; readonly material: Material }
  | { readonly ok: false; readonly problem: DeskProblem };

/** Asks the desk for everything the sheets are made of. */
export async function loadMaterial(client: DeskClient, at: string): Promise<LoadedMaterial> {
  const [office, pack, day] = await Promise.all([
    client.call('office.show', {}),
    client.call('rules.show', {}),
    client.call('day.status', {}),
  ]);
  if (!office.ok) return office;
  if (!pack.ok) return pack;
  if (!day.ok) return day;
  if (office.value === null) return { ok: false, problem: { code: 'not-set-up' } };
  const businessDay = (day.value.open ?? day.value.last)?.businessDay;
  const [board, tickets, triage] = await Promise.all([
    client.call('queue.board', {}),
    client.call('ticket.list', businessDay === undefined ? {} : { businessDay }),
    client.call('procedure.triage', papersQuestion(businessDay ?? day.value.today)),
  ]);
  if (!board.ok) return board;
  if (!tickets.ok) return tickets;
  if (!triage.ok) return triage;
  const papers = triage.value.papers.filter(isShownPaper);
  return {
    ok: true,
    material: {
      at,
      office: office.value,
      pack: pack.value,
      day: day.value,
      board: board.value,
      tickets: tickets.value,
      papers,
    },
  };
}
