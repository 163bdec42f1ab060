import { mkdtempSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { DeskCore } from '#electron/desk/open-desk.ts';
import type { PrintJob } from '#shared/contract/print.ts';
import type { DeskReply } from '#shared/contract/problem.ts';
import { defaultPrinter, defaultSettings } from '#shared/domain/office/default-settings.ts';
import { valueOf } from '#tests/support/desk-clients.ts';
import { asPicture, printingDesk, shortPatience, someSlip } from '#tests/support/printing-desk.ts';
import { temporaryFolder } from '#tests/support/temporary-folder.ts';
import { deskIn, openTestDesk, testClock } from '#tests/support/test-desk.ts';
import { VirtualPrinter, WELL } from '#tests/support/virtual-printer.ts';

const thermal = (printer: VirtualPrinter) => ({
  route: 'network-thermal' as const,
  host: printer.host,
  port: printer.port,
});

const problem = (reply: DeskReply<unknown>): string => (reply.ok ? 'ok' : reply.problem.code);

type OpenedDesk = { desk: DeskCore; ask: <T>(method: string, input: unknown) => Promise<T> };

/** Opens the desk of one folder, as often as it is asked. */
function reopenable(): () => OpenedDesk {
  const folder = mkdtempSync(`${temporaryFolder('print')}/`);
  const clock = testClock();
  const caller = { role: 'leader' } as const;
  let keys = 0;
  return () => {
    const { desk } = deskIn(folder, { clock });
    return {
      desk,
      ask: async <T>(method: string, input: unknown) => {
        const reply = await desk.dispatch(method, input, caller, `some-key-${(keys += 1)}`);
        if (!reply.ok) throw new Error(reply.problem.code);
        return reply.value as T;
      },
    };
  };
}

/** The stored number of the first ticket of a new office. */
async function firstJob(
  { ask }: OpenedDesk,
  profile: Partial<typeof defaultPrinter> = {},
): Promise<PrintJob> {
  await ask('office.set-up', {
    name: 'Công an xã Thử',
    code: 'T1',
    receivingLevel: 'Tổng hợp',
    counters: ['Quầy 1'],
    settings: { printers: { ...defaultSettings.printers, number: { ...defaultPrinter, ...profile } } },
  });
  await ask('day.open', { businessDay: '2026-11-20' });
  const ticket = await ask<{ id: string }>('ticket.issue', {
    requests: [{ procedure: 'level-1', subject: 'citizen' }],
  });
  return ask('print.queue', { ticketId: ticket.id, sheet: 'number' });
}

describe('a stored job', () => {
  test('is queued, never tried, and does not wait for anybody yet', () => {
    const desk = printingDesk({});
    expect(desk.queue()).toMatchObject({
      state: 'queued',
      route: 'driver-dialog',
      copy: 0,
      attempts: 0,
      sending: false,
      mayHavePrinted: false,
      waitsForPerson: false,
    });
  });

  test('older than two minutes prints only when a person asks for it again', async () => {
    const printer = await VirtualPrinter.start();
    const desk = printingDesk(thermal(printer));
    const job = desk.queue();
    desk.clock.pass(121);
    expect(desk.job(job.id)).toMatchObject({ state: 'queued', waitsForPerson: true });
    expect(await desk.sendPicture(job)).toEqual({
      ok: false,
      problem: { code: 'print-job-waits', number: job.number },
    });
    expect(printer.connections).toBe(0);
    expect(desk.call('print.again', { jobId: job.id })).toMatchObject({
      id: job.id,
      copy: 0,
      waitsForPerson: false,
    });
    expect(valueOf(await desk.sendPicture(job)).state).toBe('sent');
    expect(printer.sheets).toHaveLength(1);
  });

  test('that failed before any paper is asked for again under its own count', async () => {
    const open = await VirtualPrinter.start({ status: { ...WELL, 2: 0x16 } });
    const desk = printingDesk(thermal(open));
    const job = valueOf(await desk.sendPicture(desk.queue()));
    expect(job).toMatchObject({ state: 'failed', problem: 'cover-open', waitsForPerson: true });
    expect(problem(await desk.sendPicture(job))).toBe('print-job-waits');
    expect(desk.call('print.again', { jobId: job.id })).toMatchObject({
      id: job.id,
      state: 'queued',
      copy: 0,
      problem: null,
    });
    expect(desk.call('print.list', {})).toHaveLength(1);
  });

  test('that may have come out is asked for again as a marked reprint of the same number', async () => {
    const empty = await VirtualPrinter.start({ status: WELL, paperRows: 10 });
    const desk = printingDesk(thermal(empty));
    const job = valueOf(await desk.sendPicture(desk.queue()));
    expect(job).toMatchObject({ state: 'failed', problem: 'paper-out', mayHavePrinted: true });
    const again = desk.call('print.again', { jobId: job.id });
    expect(again).toMatchObject({ state: 'queued', copy: 1, number: job.number, ticketId: job.ticketId });
    expect(desk.job(job.id)).toMatchObject({ state: 'given-up', problem: 'paper-out' });
    expect(desk.call('print.list', { pendingOnly: true }).map(({ id }) => id)).toEqual([again.id]);
    expect(
      desk.call('slip.show', { ticketId: job.ticketId ?? '', sheet: 'number', jobId: again.id }),
    ).toMatchObject({
      number: job.number,
      copy: 1,
    });
  });

  test('that came out is asked for again as a reprint and keeps its own state', () => {
    const desk = printingDesk({});
    const job = desk.queue();
    desk.call('print.mark', { jobId: job.id, state: 'sent' });
    desk.call('print.mark', { jobId: job.id, state: 'confirmed' });
    expect(desk.call('print.again', { jobId: job.id })).toMatchObject({ copy: 1, number: job.number });
    expect(desk.call('print.again', { jobId: job.id })).toMatchObject({ copy: 2, number: job.number });
    expect(desk.job(job.id).state).toBe('confirmed');
  });

  test('that was given up stays so, whatever a window says later', () => {
    const desk = printingDesk({});
    const job = desk.queue();
    desk.call('print.mark', { jobId: job.id, state: 'given-up' });
    expect(desk.refusal('print.mark', { jobId: job.id, state: 'sent' })).toEqual({
      code: 'print-job-state',
      number: job.number,
      state: 'given-up',
    });
  });

  test('takes the route of today when it is asked for again', () => {
    const desk = printingDesk({});
    const job = desk.queue();
    const printers = {
      ...defaultSettings.printers,
      number: { ...defaultPrinter, route: 'network-thermal' as const },
    };
    desk.call('office.update', { settings: { printers } });
    expect(desk.job(job.id).route).toBe('driver-dialog');
    expect(desk.call('print.again', { jobId: job.id }).route).toBe('network-thermal');
  });

  test('goes by its own route only', async () => {
    const printer = await VirtualPrinter.start();
    const network = printingDesk(thermal(printer));
    const dialog = printingDesk({});
    expect(await network.send(network.queue())).toMatchObject({
      problem: { code: 'print-route', route: 'network-thermal' },
    });
    expect(await dialog.sendPicture(dialog.queue())).toMatchObject({
      problem: { code: 'print-route', route: 'driver-dialog' },
    });
  });

  test('without drivers is kept, and says that there are none', async () => {
    const desk = printingDesk({ route: 'driver-silent' });
    const job = desk.queue();
    expect(job.route).toBe('driver-dialog');
    expect(valueOf(await desk.send(job))).toMatchObject({
      state: 'failed',
      problem: 'no-driver',
      attempts: 0,
    });
    expect(desk.call('print.list', { pendingOnly: true })).toHaveLength(1);
  });
});

describe('no printer is a way of working', () => {
  test.each([
    ['the office prints nothing', { route: 'driver-silent' as const }, 'none' as const],
    ['this sheet is not printed', { route: 'none' as const }, 'dialog' as const],
  ])('%s: the job is kept, asks for nobody and cannot be sent', async (_what, profile, printing) => {
    const desk = printingDesk(profile, { printing });
    const job = desk.queue();
    expect(job).toMatchObject({ state: 'queued', route: 'none' });
    expect(desk.call('print.list', { pendingOnly: true })).toEqual([]);
    expect(desk.call('print.list', {})).toHaveLength(1);
    expect(await desk.send(job)).toMatchObject({ problem: { code: 'print-route', route: 'none' } });
    expect(valueOf(await desk.test({ sheet: 'number' }))).toMatchObject({ route: 'none', trouble: null });
  });
});

describe('while a window shows its print dialogue', () => {
  test('no other window gets the job, and it is sent once its window says so', () => {
    const desk = printingDesk({});
    const job = desk.queue();
    expect(desk.call('print.begin', { jobId: job.id })).toMatchObject({
      state: 'queued',
      sending: true,
      attempts: 1,
    });
    for (const method of ['print.begin', 'print.again'] as const) {
      expect(desk.refusal(method, { jobId: job.id }).code).toBe('print-job-sending');
    }
    desk.clock.pass(119);
    expect(desk.job(job.id)).toMatchObject({ sending: true, waitsForPerson: false });
    expect(desk.call('print.mark', { jobId: job.id, state: 'sent' })).toMatchObject({
      state: 'sent',
      sending: false,
      mayHavePrinted: false,
      attempts: 1,
    });
    expect(desk.call('print.list', {})).toHaveLength(1);
  });

  test('and says nothing for two minutes, the sheet may have come out: asked for again it is a marked reprint', () => {
    const desk = printingDesk({});
    const job = desk.queue();
    desk.call('print.begin', { jobId: job.id });
    desk.clock.pass(121);
    expect(desk.job(job.id)).toMatchObject({ state: 'failed', problem: 'interrupted', mayHavePrinted: true });
    expect(desk.refusal('print.begin', { jobId: job.id }).code).toBe('print-job-waits');
    expect(desk.call('print.again', { jobId: job.id })).toMatchObject({ copy: 1, number: job.number });
    // The first window may speak after all: its own job is given up, and stays so.
    expect(desk.refusal('print.mark', { jobId: job.id, state: 'sent' }).code).toBe('print-job-state');
  });

  test('and the program starts again, the sheet may have come out', async () => {
    const open = reopenable();
    const before = open();
    const job = await firstJob(before);
    await before.ask('print.begin', { jobId: job.id });
    before.desk.close();
    const after = open();
    expect(await after.ask('print.list', { pendingOnly: true })).toMatchObject([
      { id: job.id, state: 'failed', problem: 'interrupted', mayHavePrinted: true },
    ]);
    after.desk.close();
  });

  test('only a job that goes through a dialogue is begun so', () => {
    const desk = printingDesk({ route: 'network-thermal' });
    const job = desk.queue();
    expect(desk.refusal('print.begin', { jobId: job.id })).toEqual({
      code: 'print-route',
      route: 'network-thermal',
    });
  });
});

describe('while a job is on its way', () => {
  test('the same key joins it, another is refused, and one sheet comes out', async () => {
    const printer = await VirtualPrinter.start({ status: WELL, stallsAt: 9_000 });
    const desk = printingDesk(thermal(printer));
    const job = desk.queue();
    const first = desk.sendPicture(job, someSlip(), 'the-same-key');
    await printer.stalled;
    expect(desk.job(job.id)).toMatchObject({ state: 'queued', sending: true, waitsForPerson: false });
    const joined = desk.sendPicture(job, someSlip(), 'the-same-key');
    expect(problem(await desk.sendPicture(job, someSlip(2), 'the-same-key'))).toBe('idempotency-key-reused');
    expect(problem(await desk.sendPicture(job))).toBe('print-job-sending');
    expect(desk.refusal('print.again', { jobId: job.id }).code).toBe('print-job-sending');
    printer.resume();
    expect(await joined).toEqual(await first);
    expect(await desk.sendPicture(job, someSlip(), 'the-same-key')).toEqual(await first);
    expect(printer.sheets).toHaveLength(1);
    expect(problem(await desk.sendPicture(job))).toBe('print-job-state');
  });

  test('what a person says of it stands', async () => {
    const printer = await VirtualPrinter.start({ status: WELL, stallsAt: 9_000 });
    const desk = printingDesk(thermal(printer));
    const job = desk.queue();
    const sending = desk.sendPicture(job);
    await printer.stalled;
    desk.call('print.mark', { jobId: job.id, state: 'given-up' });
    printer.resume();
    expect(valueOf(await sending)).toMatchObject({ state: 'given-up', sending: false, attempts: 1 });
  });

  test('its event is written when it ends, after what happened meanwhile', async () => {
    const printer = await VirtualPrinter.start({ status: WELL, stallsAt: 9_000 });
    const desk = printingDesk(thermal(printer));
    const sending = desk.sendPicture(desk.queue());
    await printer.stalled;
    desk.clock.pass(5);
    desk.issue();
    desk.clock.pass(2);
    printer.resume();
    await sending;
    const times = desk.desk.eventsSince(0).map(({ at }) => at);
    expect(times).toEqual(times.toSorted());
    expect(times.at(-1)).toBe(desk.clock.now());
  });

  test('the desk may close: nothing hangs, and the next start says that it was interrupted', async () => {
    const open = reopenable();
    const printer = await VirtualPrinter.start({ status: WELL, stallsAt: 9_000 });
    const before = open();
    const job = await firstJob(before, thermal(printer));
    const sending = before.ask('print.send-raster', { jobId: job.id, ...asPicture(someSlip()) });
    await printer.stalled;
    before.desk.close();
    await expect(sending).rejects.toThrow('desk-closing');

    const after = open();
    expect(await after.ask('print.list', { pendingOnly: true })).toEqual([
      { ...job, state: 'failed', problem: 'interrupted', mayHavePrinted: true, waitsForPerson: true },
    ]);
    expect(await after.ask('print.again', { jobId: job.id })).toMatchObject({ copy: 1, number: job.number });
    after.desk.close();
  });
});

test('saving a ticket never waits for a printer that hangs', async () => {
  const printer = await VirtualPrinter.start({ status: WELL, stallsAt: 9_000 });
  const desk = printingDesk(thermal(printer), { patience: shortPatience });
  const sending = desk.sendPicture(desk.queue());
  await printer.stalled;
  const order: string[] = [];
  void sending.then(() => order.push('printed'));
  expect(desk.issue().number).toBe('A002');
  order.push('saved');
  await sending;
  expect(order).toEqual(['saved', 'printed']);
});

describe('a sheet without a ticket', () => {
  const handout = { form: 'level-1.vi', sheet: 'handout', format: 'a5' } as const;

  test('is a stored job of its form, on the printer of its kind', () => {
    const desk = printingDesk({});
    const job = desk.call('print.queue-form', handout);
    expect(job).toMatchObject({ ...handout, ticketId: null, number: null, copy: 0, route: 'driver-dialog' });
    expect(desk.call('print.list', { pendingOnly: true })).toEqual([job]);
    // The same sheet again is no reprint: nobody waits with it.
    expect(desk.call('print.queue-form', handout)).toMatchObject({ copy: 0 });
    const told = desk.desk.eventsSince(0).filter(({ name }) => name === 'print.queued');
    expect(told.map(({ ticketId }) => ticketId)).toEqual([null, null]);
  });

  test('that went wrong waits for a person and is asked for again as itself', () => {
    const desk = printingDesk({});
    const job = desk.call('print.queue-form', handout);
    expect(desk.call('print.mark', { jobId: job.id, state: 'failed', problem: 'cancelled' })).toMatchObject({
      waitsForPerson: true,
    });
    expect(desk.call('print.again', { jobId: job.id })).toMatchObject({ id: job.id, state: 'queued' });
    desk.call('print.mark', { jobId: job.id, state: 'sent' });
    const second = desk.call('print.again', { jobId: job.id });
    expect(second).toMatchObject({ ...handout, ticketId: null, copy: 0, state: 'queued' });
    expect(second.id).not.toBe(job.id);
  });

  test('can be printed and found again before a day is open', () => {
    const desk = openTestDesk({ day: null });
    const job = desk.call('print.queue-form', { form: 'test-page.en', sheet: 'number', format: '58' });
    expect(desk.call('print.list', {})).toEqual([job]);
  });

  test.each(['', 'level-1', 'level-1.fr', '../secret.vi', 'LEVEL.vi'])('has no such form as "%s"', (form) => {
    const desk = printingDesk({});
    expect(desk.refusal('print.queue-form', { ...handout, form }).code).toBe('invalid-input');
  });
});
