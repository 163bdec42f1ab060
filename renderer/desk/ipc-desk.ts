import type { DeskBridge } from '#shared/contract/channels.ts';
import type { DeskClient } from '#shared/contract/desk-contract.ts';
import type { DeskReply } from '#shared/contract/problem.ts';

declare global {
  interface Window {
    readonly deskBridge?: DeskBridge;
  }
}

/** Silence after which the stream of the main process counts as lost; it beats every second. */
const SILENCE_MS = 5000;

/** The desk in the main process of this very program. */
export function ipcDesk(bridge: DeskBridge, training: boolean): DeskClient {
  const call = async (method: string, input: unknown, key?: string): Promise<DeskReply<unknown>> => {
    try {
      return await bridge.call(method, input, key, { training });
    } catch {
      return { ok: false, problem: { code: 'unreachable' } };
    }
  };
  return {
    // The contract is checked where the desk answers; here its type is taken at its word.
    call: call as DeskClient['call'],
    listen(since, listener, connection) {
      let last = since;
      let silence: ReturnType<typeof setTimeout> | undefined;
      const heard = () => {
        clearTimeout(silence);
        silence = setTimeout(() => connection?.(false), SILENCE_MS);
        connection?.(true);
      };
      const stop = bridge.listen(
        since,
        (message) => {
          if (message.kind === 'refused') {
            clearTimeout(silence);
            connection?.(false);
            return;
          }
          heard();
          if (message.kind !== 'events') return;
          for (const event of message.events) {
            if (event.number <= last) continue;
            last = event.number;
            listener(event);
          }
        },
        { training },
      );
      return () => {
        clearTimeout(silence);
        stop();
      };
    },
  };
}
