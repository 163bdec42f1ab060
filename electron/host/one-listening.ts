/** What listens, one at a time: the next opens when the former is closed, and what was closed while it opened does not stay. */
export function oneListening<L extends { close(): Promise<void> }>() {
  let current: L | undefined;
  let closing: Promise<void> = Promise.resolve();
  /** Another one after each close: what was about to open is not wanted any more. */
  let wanted = 0;

  function close(): Promise<void> {
    const former = current;
    wanted += 1;
    current = undefined;
    if (former !== undefined) closing = former.close();
    return closing;
  }

  return {
    now: () => current,
    close,
    async open(make: () => Promise<L>): Promise<L> {
      const former = close();
      const mine = wanted;
      await former;
      const opened = await make();
      if (mine !== wanted) {
        await opened.close();
        throw new Error('closed while it was opened');
      }
      current = opened;
      return opened;
    },
  };
}
