import { forgetLeft, growOld } from '#renderer/desk/grow-old.ts';
import { setConnection } from '#renderer/desk/live.ts';
import type { DeskClient } from '#shared/contract/desk-contract.ts';
import type { QueryClient } from '@tanstack/react-query';

/** While hundreds of files come in, what is on screen is asked for this often, and less often where an answer takes long. */
const GATHER_MS = 400;

/** Every change of the level makes every answer old: figures of one file stand in many places. */
export function followLevel(client: DeskClient, queries: QueryClient, since: number): () => void {
  let isOver = false;
  let isAsking = false;
  let isOld = false;
  let gaps = 0;
  const stopForgetting = forgetLeft(queries);

  const refresh = async () => {
    isOld = true;
    if (isAsking) return;
    isAsking = true;
    while (isOld && !isOver) {
      isOld = false;
      const began = performance.now();
      await growOld(queries, () => true);
      await new Promise((done) => setTimeout(done, Math.max(GATHER_MS, 3 * (performance.now() - began))));
    }
    isAsking = false;
  };
  const becomeLive = async () => {
    const before = gaps;
    if (gaps > 0) await growOld(queries, () => true);
    if (!isOver && gaps === before) setConnection('live');
  };
  const stop = client.listen(
    { since },
    () => void refresh(),
    (live) => {
      if (live) return void becomeLive();
      gaps += 1;
      setConnection('lost');
    },
  );
  return () => {
    isOver = true;
    stopForgetting();
    stop();
  };
}
