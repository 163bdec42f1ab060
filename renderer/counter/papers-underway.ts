const underway = new Set<Promise<unknown>>();

/** Remembers an answer of the checklist until the desk has replied to it. */
export function rememberUnderway<T>(reply: Promise<T>): Promise<T> {
  underway.add(reply);
  const forget = () => void underway.delete(reply);
  void reply.then(forget, forget);
  return reply;
}

/** Resolves when the desk has replied to every answer; false when there was none to wait for. */
export async function papersStored(): Promise<boolean> {
  const waits = underway.size > 0;
  await Promise.allSettled(underway);
  return waits;
}
