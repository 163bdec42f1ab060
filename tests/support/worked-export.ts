import { join } from 'node:path';
import { vi } from 'vitest';
import type { DeskClient, Input, MethodName, Output } from '#shared/contract/desk-contract.ts';
import type { ExportJob } from '#shared/contract/export.ts';

type Ask = <M extends MethodName>(method: M, input: Input<M>) => Promise<Output<M>>;

/** Calls every method of exports once with success: one file written and fetched, one tried again, one cancelled. */
export async function workExports(
  ask: Ask,
  client: DeskClient,
  folder: string,
  businessDay: string,
): Promise<void> {
  const ended = async ({ exportId }: ExportJob): Promise<ExportJob> => {
    const job = async (): Promise<ExportJob> => {
      const reply = await client.call('export.list', {});
      const found = reply.ok ? reply.value.find((one) => one.exportId === exportId) : undefined;
      if (found === undefined) throw new Error('the export is gone');
      return found;
    };
    // Asked without a pause, the desk would answer instead of making the file.
    await vi.waitUntil(async () => (await job()).state !== 'running', { interval: 5, timeout: 60_000 });
    return job();
  };
  const subject = { kind: 'day', businessDay } as const;
  const written = await ended(await ask('export.start', { subject, format: 'csv', folders: [folder] }));
  await ask('export.fetch', { exportId: written.exportId });
  await ask('export.sent', { exportId: written.exportId });
  await ask('export.try-folder', { folder });
  const nowhere = [join(folder, 'none')];
  const failed = await ended(await ask('export.start', { subject, format: 'csv', folders: nowhere }));
  await ask('export.retry', { exportId: failed.exportId });
  // Books are made one after another: the last of them still waits when it is cancelled.
  const year: Input<'export.start'> = {
    subject: { kind: 'year', year: 2026 },
    format: 'xlsx',
    folders: [],
  };
  const books = [];
  for (let count = 0; count < 5; count += 1) books.push(await ask('export.start', year));
  await ask('export.cancel', { exportId: books.at(-1)?.exportId ?? '' });
  await ask('export.list', {});
  await ask('export.key', {});
  await ask('export.renew-key', { reason: 'lost' });
}
