import { refused, type DeskReply } from '#shared/contract/problem.ts';

/** So many wrong ones in a row from one address make it wait after each, whichever officers they were for. */
const MOST_WRONG = 10;
const WAIT_MS = 15 * 60_000;
/** The one that guessed longest ago is forgotten. */
const MOST_ADDRESSES = 1024;

/** Where a PIN or a recovery key is guessed. */
const GUESSES: readonly string[] = ['session.open', 'officer.set-pin', 'officer.recover'];
const WRONG: readonly string[] = ['wrong-pin', 'officer-locked', 'wrong-secret'];

type Guesser = {
  wrong: number;
  /** Those that are being compared: with the wrong ones no more than are allowed in a row, or many at once would each be the first. */
  asking: number;
  /** Monotonic, in milliseconds. */
  freeAt: number | undefined;
};

/** Stands before the sign-in of other PCs: the waits of one officer are no hindrance to who tries the whole list. */
export type AddressGuesses = {
  /** The reply of `ask`, or `wait-first` without having asked. */
  ask(address: string, method: string, ask: () => Promise<DeskReply<unknown>>): Promise<DeskReply<unknown>>;
};

export function addressGuesses(monotonic: () => number): AddressGuesses {
  const known = new Map<string, Guesser>();

  function remember(address: string, guesser: Guesser): void {
    known.delete(address);
    known.set(address, guesser);
    const [oldest] = known.keys();
    if (known.size > MOST_ADDRESSES && oldest !== undefined) known.delete(oldest);
  }

  return {
    async ask(address, method, ask) {
      if (!GUESSES.includes(method)) return ask();
      const guesser = known.get(address) ?? { wrong: 0, asking: 0, freeAt: undefined };
      const isFull = guesser.asking > 0 && guesser.wrong + guesser.asking >= MOST_WRONG;
      const wait = guesser.freeAt === undefined ? 0 : guesser.freeAt - monotonic();
      if (isFull || wait > 0)
        return refused({ code: 'wait-first', seconds: Math.max(1, Math.ceil(wait / 1000)) });
      guesser.asking += 1;
      remember(address, guesser);
      const reply = await ask();
      guesser.asking -= 1;
      if (reply.ok) {
        guesser.wrong = 0;
        guesser.freeAt = undefined;
      } else if (WRONG.includes(reply.problem.code)) {
        guesser.wrong += 1;
        if (guesser.wrong >= MOST_WRONG) guesser.freeAt = monotonic() + WAIT_MS;
        remember(address, guesser);
      }
      if (guesser.wrong + guesser.asking === 0) known.delete(address);
      return reply;
    },
  };
}
