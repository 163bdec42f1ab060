import { contextBridge, ipcRenderer } from 'electron';
import type { BridgeCall, BridgeListen } from '#shared/contract/bridge-message.ts';
import {
  DESK_CALL,
  DESK_LISTEN,
  PC_ASK,
  type DeskBridge,
  type PcBridge,
  type StreamMessage,
} from '#shared/contract/channels.ts';
import type { DeskReply } from '#shared/contract/problem.ts';

const streams = new Map<number, (message: StreamMessage) => void>();
let lastStream = 0;

ipcRenderer.on(DESK_LISTEN, (_event, stream: number, text: string) => {
  streams.get(stream)?.(JSON.parse(text) as StreamMessage);
});

async function ask(channel: string, message: BridgeCall | BridgeListen): Promise<DeskReply<unknown>> {
  return JSON.parse(await ipcRenderer.invoke(channel, message)) as DeskReply<unknown>;
}

const deskBridge: DeskBridge = {
  call: (method, input, key, options) =>
    ask(DESK_CALL, {
      method,
      body: JSON.stringify(input ?? {}),
      ...(key === undefined ? {} : { key }),
      ...options,
    }),

  listen(from, onMessage, options) {
    const stream = (lastStream += 1);
    streams.set(stream, onMessage);
    void ask(DESK_LISTEN, { action: 'start', stream, ...from, ...options }).then((reply) => {
      if (!reply.ok) streams.get(stream)?.({ kind: 'refused', problem: reply.problem });
    });
    return () => {
      if (streams.delete(stream)) void ask(DESK_LISTEN, { action: 'stop', stream });
    };
  },
};

const pcBridge: PcBridge = { ask: (asked) => ipcRenderer.invoke(PC_ASK, asked) as Promise<string | null> };

contextBridge.exposeInMainWorld('deskBridge', deskBridge);
contextBridge.exposeInMainWorld('pcBridge', pcBridge);
