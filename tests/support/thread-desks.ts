import { randomUUID } from 'node:crypto';
import { onTestFinished } from 'vitest';
import type { ServedPair } from '#electron/host/desk-pair.ts';
import { desksInThread, type StartThread } from '#electron/thread/desk-thread.ts';
import type { WindowsPatience, WindowsPorts } from '#electron/thread/windows-ports.ts';
import type { Input, MethodName, Output } from '#shared/contract/desk-contract.ts';
import type { DeskReply } from '#shared/contract/problem.ts';
import { valueOf } from './desk-clients.ts';
import { warmChild } from './warm-child.ts';

type Started = {
  readonly desks: ServedPair;
  ask<M extends MethodName>(method: M, input: Input<M>): Promise<Output<M>>;
  readonly log: unknown[];
};

/** The desks of a folder in a real thread, closed when the test ends. */
export function threadDesks(
  dataFolder: string,
  ports: Partial<WindowsPorts> = {},
  { patience, start, restMs }: { patience?: WindowsPatience; start?: StartThread; restMs?: number } = {},
): Started {
  const nothing = (): never => {
    throw new Error('not asked here');
  };
  const log: unknown[] = [];
  const desks = desksInThread({
    order: { dataFolder, version: '1.0.0', ...(patience === undefined ? {} : { patience }) },
    ports: {
      drivers: {
        devices: async () => [],
        print: async () => ({ trouble: null }),
        pdf: async () => ({ trouble: 'driver-failed', mayHavePrinted: false }),
      },
      reportPrinter: async () => ({ trouble: 'not-drawn' }),
      startChild: warmChild,
      system: { available: async () => false, wrap: nothing, unwrap: nothing },
      ...ports,
    },
    startAgain: nothing,
    log: (error) => log.push(error),
    ...(start === undefined ? {} : { start }),
    ...(restMs === undefined ? {} : { restMs }),
  });
  onTestFinished(() => desks.office.close());
  return {
    desks,
    log,
    ask: async <M extends MethodName>(method: M, input: Input<M>) =>
      valueOf(
        (await desks.office.dispatch(method, input, { role: 'leader' }, randomUUID())) as DeskReply<
          Output<M>
        >,
      ),
  };
}
