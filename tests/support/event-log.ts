import { withToken } from '#tests/support/with-token.ts';
import { httpDesk } from '#renderer/desk/http-desk.ts';
import type { DeskEvent } from '#shared/contract/event.ts';

/** Every event the host has, from the first on, as any reader of `GET /events` gets them. */
export async function readEventLog(host: {
  readonly url: string;
  readonly token: string;
}): Promise<DeskEvent[]> {
  const client = httpDesk({ base: host.url, access: withToken(host.token) });
  const health = await client.call('system.health', {});
  if (!health.ok) throw new Error(`system.health: ${JSON.stringify(health.problem)}`);
  const last = health.value.lastEvent;
  const events: DeskEvent[] = [];
  if (last === 0) return events;
  return new Promise((done) => {
    const stop = client.listen({ since: 0 }, (event) => {
      if ('data' in event) events.push(event);
      if (event.number < last) return;
      stop();
      done(events);
    });
  });
}
