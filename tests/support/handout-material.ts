import type { DeskClient } from '#shared/contract/desk-contract.ts';
import type { Material } from '#renderer/paper/handout/draw-handout.tsx';
import { loadMaterial } from '#renderer/paper/handout/material.ts';
import type { TestDesk } from './test-desk.ts';

/** What the sheets of this desk are made of, asked as the windows ask. */
export async function materialOf(desk: TestDesk): Promise<Material> {
  const client: Pick<DeskClient, 'call'> = {
    call: (method, input) => Promise.resolve(desk.reply(method, input)),
  };
  const loaded = await loadMaterial({ ...client, listen: () => () => undefined }, desk.clock.now());
  if (!loaded.ok) throw new Error(`the desk refused: ${loaded.problem.code}`);
  return loaded.material;
}
