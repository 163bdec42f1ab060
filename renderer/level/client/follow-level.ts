import { forgetLeft, growOld } from '#renderer/desk/grow-old.ts';
import { liveLine } from '#renderer/desk/live-line.ts';
import type { DeskClient } from '#shared/contract/desk-contract.ts';
import type { QueryClient } from '@tanstack/react-query';

/** While hundreds of files come in, what is on screen is asked for this often, and less often where an answer takes long. */
const GATHER_MS = 400;

/** Every change of the level makes every answer old: figures of one file stand in many places. */
export function followLevel(client: DeskClient, queries: QueryClient, since: number): () => void {
  let isOver = false;
  let isAsking = false;
  let isOld = false;
  const line = liveLine(queries);
  const stopForgetting = forgetLeft(queries);

  const refresh = async () => {
    isOld = true;
    if (isAsking) return;
    isAsking = true;
    while (isOld && !isOver) {
      isOld = false;
      const began = performance.now();
      await growOld(queries, () => true);
      line.asked();
      await new Promise((done) => setTimeout(done, Math.max(GATHER_MS, 3 * (performance.now() - began))));
    }
    isAsking = false;
  };
  const stop = client.listen(
    { since },
    () => void refresh(),
    (live) => (live ? line.found() : line.lost()),
  );
  return () => {
    isOver = true;
    line.stop();
    stopForgetting();
    stop();
  };
}
