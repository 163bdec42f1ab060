import { randomUUID } from 'node:crypto';
import { expect, onTestFinished, test } from 'vitest';
import { defaultPrinter, defaultSettings } from '#shared/domain/office/default-settings.ts';
import type { PrintJob } from '#shared/contract/print.ts';
import { asPicture, someSlip } from '#tests/support/printing-desk.ts';
import { ask, loadClient, type LoadClient } from '#tests/support/load-client.ts';
import { runHost, type RunningHost } from '#tests/support/running-host.ts';
import { temporaryFolder } from '#tests/support/temporary-folder.ts';
import { VirtualPrinter, WELL } from '#tests/support/virtual-printer.ts';

const businessDay = '2026-11-23';
const boards = 100;

async function hostWith(
  folder: string,
  printer: VirtualPrinter,
): Promise<{ host: RunningHost; client: LoadClient }> {
  const { host, client } = await startedOver(folder);
  const number = {
    ...defaultPrinter,
    route: 'network-thermal' as const,
    host: printer.host,
    port: printer.port,
  };
  await ask(client, 'office.set-up', {
    name: 'Công an phường Thử Nghiệm',
    code: 'TN01',
    receivingLevel: 'Trung tâm tổng hợp',
    counters: ['Quầy 1'],
    settings: { printers: { ...defaultSettings.printers, number } },
  });
  await ask(client, 'day.open', { businessDay });
  return { host, client };
}

async function startedOver(folder: string): Promise<{ host: RunningHost; client: LoadClient }> {
  const host = await runHost(folder);
  const client = loadClient(host);
  onTestFinished(async () => {
    client.close();
    await host.stop('SIGKILL');
  });
  return { host, client };
}

async function queuedJob(client: LoadClient): Promise<PrintJob> {
  const ticket = await ask(client, 'ticket.issue', {
    requests: [{ procedure: 'level-2', subject: 'citizen', person: { fullName: 'Trần Thị Mẫu' } }],
  });
  return ask(client, 'print.queue', { ticketId: ticket.id, sheet: 'number' });
}

test(`with a printer that hangs, ${boards} looks at the queue are answered meanwhile`, async () => {
  const printer = await VirtualPrinter.start({ status: WELL, stallsAt: 9_000 });
  const { client } = await hostWith(temporaryFolder('hang'), printer);
  const job = await queuedJob(client);
  let isPrinted = false;
  const slip = someSlip();
  const sending = ask(client, 'print.send-raster', { jobId: job.id, ...asPicture(slip) }).finally(
    () => (isPrinted = true),
  );
  await printer.stalled;

  for (let look = 0; look < boards; look += 1) {
    const board = await ask(client, 'queue.board', {});
    expect(board.waiting).toHaveLength(1);
  }
  expect(isPrinted).toBe(false);

  printer.resume();
  expect(await sending).toMatchObject({ state: 'sent', attempts: 1 });
  expect(printer.sheets.map(({ picture }) => Buffer.from(picture.rows).equals(slip.rows))).toEqual([true]);
});

test('killed between saving and printing: the job says so, and the reprint carries the same number', async () => {
  const folder = temporaryFolder('killed');
  const printer = await VirtualPrinter.start({ status: WELL, stallsAt: 9_000 });
  const { host, client } = await hostWith(folder, printer);
  const onItsWay = await queuedJob(client);
  const saved = await queuedJob(client);
  const lost = client.call(
    'print.send-raster',
    { jobId: onItsWay.id, ...asPicture(someSlip()) },
    randomUUID(),
  );
  await printer.stalled;
  await host.stop('SIGKILL');
  expect(await lost).toEqual({ ok: false, problem: { code: 'unreachable' } });
  printer.resume();

  const again = await startedOver(folder);
  const pending = await ask(again.client, 'print.list', { pendingOnly: true });
  expect(pending).toEqual([
    { ...saved, state: 'queued', attempts: 0 },
    { ...onItsWay, state: 'failed', problem: 'interrupted', mayHavePrinted: true, waitsForPerson: true },
  ]);
  const first = await ask(again.client, 'print.again', { jobId: saved.id });
  expect(first).toMatchObject({ id: saved.id, number: saved.number, copy: 0 });
  const reprint = await ask(again.client, 'print.again', { jobId: onItsWay.id });
  expect(reprint).toMatchObject({ number: onItsWay.number, copy: 1, ticketId: onItsWay.ticketId });
  for (const { id } of [first, reprint]) {
    expect(
      await ask(again.client, 'print.send-raster', { jobId: id, ...asPicture(someSlip(7)) }),
    ).toMatchObject({
      state: 'sent',
    });
  }
  expect(await ask(again.client, 'print.list', { pendingOnly: true })).toEqual([]);
});
