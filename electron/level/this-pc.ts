import { Refusal } from '#electron/desk/refusal.ts';
import type { LevelServices } from './level-call.ts';
import type { LevelTransaction } from './store/tables.ts';

/** Makes the PC of this level a desk again: gives the address of its first window, or null where the program starts again for it. */
export type BecomeDesk = () => Promise<string | null>;

/** The way back of a PC that was made a level by a click. Absent where a level is all that the program was started for. */
export const pcServices = (becomeDesk: BecomeDesk | undefined) =>
  ({
    async 'pc.show'({ trx }) {
      return { mayBecomeDesk: becomeDesk !== undefined && !(await hasReceived(trx)) };
    },
    async 'pc.become-desk'({ store }) {
      if (becomeDesk === undefined) throw new Refusal({ code: 'unknown-method' });
      if (await store.read(hasReceived)) throw new Refusal({ code: 'level-received' });
      return { address: await becomeDesk() };
    },
  }) satisfies Partial<LevelServices>;

/** Refused ones are kept as well, and figures that were typed. */
async function hasReceived(trx: LevelTransaction): Promise<boolean> {
  const first = await trx
    .selectFrom('ledger')
    .select('seq')
    .where('kind', '=', 'file')
    .limit(1)
    .executeTakeFirst();
  return first !== undefined;
}
