import type { DeskBridge, PcBridge } from '#shared/contract/channels.ts';
import type { DeskClient } from '#shared/contract/desk-contract.ts';
import type { DeskReply } from '#shared/contract/problem.ts';
import { keepListening, type ListenPatience } from './keep-listening.ts';

declare global {
  interface Window {
    readonly deskBridge?: DeskBridge;
    readonly pcBridge?: PcBridge;
  }
}

/** The desk in the main process of this very program. */
export function ipcDesk(
  bridge: DeskBridge,
  training: boolean,
  patience: ListenPatience = {},
  session?: () => string | undefined,
): DeskClient {
  const call = async (method: string, input: unknown, key?: string): Promise<DeskReply<unknown>> => {
    try {
      const signedIn = session?.();
      const options = signedIn === undefined ? { training } : { training, session: signedIn };
      return await bridge.call(method, input, key, options);
    } catch {
      return { ok: false, problem: { code: 'unreachable' } };
    }
  };
  return {
    // The contract is checked where the desk answers; here its type is taken at its word.
    call: call as DeskClient['call'],
    listen: keepListening(
      (place, stop, hear) =>
        new Promise((done) => {
          const end = () => {
            stopStream();
            done();
          };
          const stopStream = bridge.listen(
            place(),
            (message) => (message.kind === 'refused' || message.kind === 'ended' ? end() : hear(message)),
            { training },
          );
          stop.addEventListener('abort', end, { once: true });
        }),
      patience,
    ),
  };
}
