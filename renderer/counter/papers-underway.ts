import type { DeskReply } from '#shared/contract/problem.ts';

const underway = new Set<Promise<DeskReply<unknown>>>();

/** Remembers an answer of the checklist until the desk has replied to it. */
export function rememberUnderway<T>(reply: Promise<DeskReply<T>>): Promise<DeskReply<T>> {
  underway.add(reply);
  const forget = () => void underway.delete(reply);
  void reply.then(forget, forget);
  return reply;
}

/** What became of the answers that the desk had not replied to; `refused` when one of them was not stored. */
export async function papersUnderway(): Promise<'none' | 'stored' | 'refused'> {
  if (underway.size === 0) return 'none';
  const replies = await Promise.all(underway);
  return replies.every(({ ok }) => ok) ? 'stored' : 'refused';
}
