import { deskContract } from './desk-contract.ts';
import { levelContract } from './level.ts';

/** What a page asks of a method: whether it changes anything, and after which events a kept answer may be no longer so. */
type Facts = { readonly kind: 'query' | 'command'; readonly stale: readonly string[] };
export type MethodTable = Readonly<Record<string, Facts | undefined>>;

/** The rows of both contracts without shapes. Pages get these tables as the build reckoned them: they never read a shape. */
export const deskMethods = tableOf(deskContract);
export const levelMethods = tableOf(levelContract);

type Row = Pick<Facts, 'kind'> & Partial<Facts>;
function tableOf(contract: Readonly<Record<string, Row>>): MethodTable {
  return Object.fromEntries(
    Object.entries(contract).map(([method, { kind, stale = [] }]) => [method, { kind, stale }]),
  );
}
