import type { EventPlace } from '#shared/contract/channels.ts';
import type { DeskClient } from '#shared/contract/desk-contract.ts';
import { deskMethods } from '#shared/contract/method-table.ts';
import { isStaleAfter } from '#shared/contract/stale.ts';
import type { DeskEventName } from '#shared/contract/event.ts';
import type { QueryClient } from '@tanstack/react-query';
import { forgetLeft, growOld } from './grow-old.ts';
import { setWhy, useLive } from './live.ts';
import { liveLine } from './live-line.ts';

/** Events that come together cause one round of questions. */
const GATHER_MS = 25;
/** How often the host is asked why the desk is not heard. */
const WHY_MS = 1000;

/**
 * Follows the events of the desk: answers that grew old are asked for again, after a gap all of them before the line counts as live.
 * `shutOut` hears when the desk that is there now is none for this window, as when its PC joined another as a wall.
 */
export function followDesk(
  client: DeskClient,
  queries: QueryClient,
  from: EventPlace,
  shutOut: () => void,
): () => void {
  const heard = new Set<DeskEventName>();
  const stopForgetting = forgetLeft(queries);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isOver = false;
  const line = liveLine(queries, () => void askWhy(line.gap()));
  const refresh = () => {
    timer = undefined;
    const events = [...heard];
    heard.clear();
    void growOld(queries, ({ queryKey: [method] }) => {
      const marks = deskMethods[String(method)]?.stale ?? [];
      return events.some((event) => isStaleAfter(marks, event));
    }).then(line.asked);
  };
  const askWhy = async (gap: number) => {
    while (!isOver && gap === line.gap() && useLive.getState().connection === 'lost') {
      const reply = await client.call('system.health', {});
      if (!isOver && gap === line.gap() && !reply.ok) {
        if (reply.problem.code === 'not-allowed') return shutOut();
        setWhy(reply.problem);
      }
      await new Promise((done) => setTimeout(done, WHY_MS));
    }
  };
  const stop = client.listen(
    from,
    (event) => {
      useLive.setState({ lastEvent: event });
      heard.add(event.name);
      timer ??= setTimeout(refresh, GATHER_MS);
    },
    // After a gap the desk may be another one, restored or restarted: what is on screen is not live before it was asked again.
    (live) => (live ? line.found() : line.lost()),
  );
  return () => {
    isOver = true;
    clearTimeout(timer);
    line.stop();
    stopForgetting();
    stop();
  };
}
