import { refused, type DeskReply } from '#shared/contract/problem.ts';

/** So many wrong ones in a row from one address make it wait after each, whichever officers they were for. */
const MOST_WRONG = 10;
const WAIT_MS = 15 * 60_000;
/** The one that guessed longest ago is forgotten. */
const MOST_ADDRESSES = 1024;

/** Where a PIN or a recovery key is guessed. */
const GUESSES: readonly string[] = ['session.open', 'officer.set-pin', 'officer.recover'];
const WRONG: readonly string[] = ['wrong-pin', 'officer-locked', 'wrong-secret'];

/** Stands before the sign-in of other PCs: the waits of one officer are no hindrance to who tries the whole list. */
export type AddressGuesses = {
  /** The reply of `ask`, or `wait-first` without having asked. */
  ask(address: string, method: string, ask: () => Promise<DeskReply<unknown>>): Promise<DeskReply<unknown>>;
};

export function addressGuesses(monotonic: () => number): AddressGuesses {
  const known = new Map<string, { wrong: number; freeAt: number }>();

  return {
    async ask(address, method, ask) {
      if (!GUESSES.includes(method)) return ask();
      const before = known.get(address);
      const seconds = Math.ceil(((before?.freeAt ?? 0) - monotonic()) / 1000);
      if (before !== undefined && seconds > 0) return refused({ code: 'wait-first', seconds });
      const reply = await ask();
      if (reply.ok) known.delete(address);
      else if (WRONG.includes(reply.problem.code)) {
        const wrong = (known.get(address)?.wrong ?? 0) + 1;
        known.delete(address);
        known.set(address, { wrong, freeAt: wrong < MOST_WRONG ? 0 : monotonic() + WAIT_MS });
        const [oldest] = known.keys();
        if (known.size > MOST_ADDRESSES && oldest !== undefined) known.delete(oldest);
      }
      return reply;
    },
  };
}
