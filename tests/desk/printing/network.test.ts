import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { describe, expect, test } from 'vitest';
import type { NetworkPatience } from '#electron/desk/paper/port/network-printer.ts';
import type { Raster } from '#shared/domain/printing/raster.ts';
import { valueOf } from '#tests/support/desk-clients.ts';
import {
  asPicture,
  printingDesk,
  shortAnswers,
  shortPatience,
  someSlip,
  type PrintingDesk,
} from '#tests/support/printing-desk.ts';
import { VirtualPrinter, WELL, type PrinterTemper } from '#tests/support/virtual-printer.ts';

const route = 'network-thermal' as const;

function deskOn(
  { host, port }: { host: string; port: number },
  profile = {},
  patience?: NetworkPatience,
): PrintingDesk {
  return printingDesk({ route, host, port, ...profile }, patience === undefined ? {} : { patience });
}

const samePicture = (printed: Raster | undefined, sent: Raster): boolean =>
  printed !== undefined &&
  printed.heightDots === sent.heightDots &&
  Buffer.from(printed.rows).equals(sent.rows);

test('ten slips come out dot for dot, one after another, each cut once', async () => {
  const printer = await VirtualPrinter.start();
  const desk = deskOn(printer);
  const slips = Array.from({ length: 10 }, (_, index) => someSlip(index + 1, 180 + index * 41));
  const jobs = slips.map(() => desk.queue());
  const replies = await Promise.all(
    slips.map((slip, at) => desk.sendPicture(jobs[at] ?? desk.queue(), slip)),
  );
  expect(replies.map((reply) => valueOf(reply).state)).toEqual(slips.map(() => 'sent'));
  expect(printer.sheets.map(({ how }) => how)).toEqual(slips.map(() => 'cut'));
  expect(slips.map((slip, at) => samePicture(printer.sheets[at]?.picture, slip))).toEqual(
    slips.map(() => true),
  );
  expect(printer.unknown).toEqual([]);
});

test.each([
  ['58 mm', 384, '58' as const],
  ['80 mm', 576, '80' as const],
])('on a %s roll the picture is as wide as the head', async (_name, widthDots, numberPaper) => {
  const printer = await VirtualPrinter.start();
  const desk = deskOn(printer);
  desk.call('office.update', { settings: { numberPaper } });
  const slip = someSlip(3, 90, widthDots);
  expect(valueOf(await desk.sendPicture(desk.queue(), slip)).state).toBe('sent');
  expect(samePicture(printer.sheets[0]?.picture, slip)).toBe(true);
  const wider = await desk.sendPicture(desk.queue(), someSlip(3, 9, widthDots + 8));
  expect(wider).toMatchObject({ ok: false, problem: { code: 'invalid-input' } });
});

test('copies and tearing follow the profile', async () => {
  const printer = await VirtualPrinter.start();
  const desk = deskOn(printer, { copies: 3, cut: false });
  const slip = someSlip();
  await desk.sendPicture(desk.queue(), slip);
  expect(printer.sheets.map(({ how, picture }) => [how, samePicture(picture, slip)])).toEqual([
    ['fed', true],
    ['fed', true],
    ['fed', true],
  ]);
});

type Case = {
  name: string;
  temper: PrinterTemper;
  patience?: NetworkPatience;
  says: { state: string; problem: string | null; mayHavePrinted: boolean; attempts: number };
  sheets: number;
};

const sent = { state: 'sent', problem: null, mayHavePrinted: false, attempts: 1 };
const failed = (problem: string, mayHavePrinted: boolean, attempts = 1): Case['says'] => ({
  state: 'failed',
  problem,
  mayHavePrinted,
  attempts,
});

/** A slip of `someSlip()` is 21,600 bytes of picture. */
const cases: Case[] = [
  { name: 'is well', temper: { status: WELL }, says: sent, sheets: 1 },
  { name: 'never says anything', temper: {}, patience: shortAnswers, says: sent, sheets: 1 },
  {
    name: 'answers only what it knows',
    temper: { status: { 1: 0x12, 4: 0x12 } },
    patience: shortAnswers,
    says: sent,
    sheets: 1,
  },
  {
    name: 'talks unasked, four bytes at a time',
    temper: { status: WELL, greets: Uint8Array.of(0x14, 0, 0, 0x0f) },
    says: sent,
    sheets: 1,
  },
  // What it claims is all that can be known: "sent", and a person says whether paper came out.
  { name: 'lies', temper: { status: WELL, lies: true }, says: sent, sheets: 0 },
  {
    name: 'has no paper',
    temper: { status: { ...WELL, 4: 0x72 } },
    says: failed('paper-out', false),
    sheets: 0,
  },
  {
    name: 'stands open',
    temper: { status: { ...WELL, 2: 0x16 } },
    says: failed('cover-open', false),
    sheets: 0,
  },
  {
    name: 'is paused',
    temper: { status: { ...WELL, 1: 0x1a } },
    says: failed('printer-offline', false),
    sheets: 0,
  },
  {
    name: 'is jammed',
    temper: { status: { ...WELL, 2: 0x52 } },
    says: failed('printer-error', false),
    sheets: 0,
  },
  {
    name: 'runs out of paper in the middle',
    temper: { status: WELL, paperRows: 120 },
    says: failed('paper-out', true),
    sheets: 1,
  },
  {
    name: 'stalls in the middle',
    temper: { status: WELL, stallsAt: 9_000 },
    patience: shortPatience,
    says: failed('no-answer', true),
    sheets: 0,
  },
  {
    name: 'drops the line in the middle',
    temper: { status: WELL, dropsAt: 9_000 },
    says: failed('line-dropped', true),
    sheets: 0,
  },
  {
    name: 'never says anything and drops the line in the middle',
    temper: { dropsAt: 9_000 },
    // What ends the wait is the drop, however late a busy machine tells of it.
    patience: { ...shortAnswers, partingMs: 5_000 },
    says: failed('line-dropped', true),
    sheets: 0,
  },
  {
    name: 'hangs up politely in the middle',
    temper: { status: WELL, dropsAt: 9_000, drops: 'politely' },
    says: failed('line-dropped', true),
    sheets: 0,
  },
  {
    name: 'is a web server',
    temper: { says: 'HTTP/1.1 400 Bad Request\r\n\r\n' },
    says: failed('not-a-printer', false),
    sheets: 0,
  },
  {
    name: 'answers noise',
    temper: { says: '\u00ff\u0000\u0081' },
    says: failed('not-a-printer', false),
    sheets: 0,
  },
  {
    name: 'hangs up on the first call',
    temper: { status: WELL, refuses: 1 },
    says: { ...sent, attempts: 2 },
    sheets: 1,
  },
  {
    name: 'hangs up on every call',
    temper: { status: WELL, refuses: 9 },
    says: failed('line-dropped', false, 2),
    sheets: 0,
  },
];

describe('a printer that', () => {
  test.each(cases)('$name', async ({ temper, patience, says, sheets }) => {
    const printer = await VirtualPrinter.start(temper);
    const desk = deskOn(printer, {}, patience);
    const queued = desk.queue();
    const job = valueOf(await desk.sendPicture(queued));
    expect(job).toMatchObject({ ...says, id: queued.id, number: queued.number, sending: false });
    expect(desk.job(queued.id)).toEqual(job);
    expect(printer.sheets).toHaveLength(sheets);
    expect(desk.incidents).toEqual([]);
    const told = desk.desk.eventsSince(0).filter(({ name }) => name === 'print.marked');
    expect(told.map(({ data }) => data)).toEqual([
      { jobId: job.id, state: says.state, ...(says.problem === null ? {} : { trouble: says.problem }) },
    ]);
  });

  test('is switched off: tried once more, and the job says that nothing was reached', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    server.close();
    await once(server, 'close');
    const desk = deskOn({ host: '127.0.0.1', port });
    expect(valueOf(await desk.sendPicture(desk.queue()))).toMatchObject(failed('not-reached', false, 2));
  });

  test('has a name that nobody knows, or none at all', async () => {
    const nowhere = deskOn({ host: 'may-in.invalid', port: 9100 });
    expect(valueOf(await nowhere.sendPicture(nowhere.queue()))).toMatchObject(
      failed('not-reached', false, 2),
    );
    const unset = deskOn({ host: '', port: 9100 });
    expect(valueOf(await unset.sendPicture(unset.queue()))).toMatchObject(failed('no-address', false, 0));
  });

  test('is slow: the patience grows with the bytes and the copies, and nothing is called a failure', async () => {
    const printer = await VirtualPrinter.start({ status: WELL, stallsAt: 9_000 });
    // Three copies of 300 rows are 64,800 bytes: 2.5 s more.
    const desk = deskOn(printer, { copies: 3 }, { ...shortPatience, totalMs: 500 });
    const sent = desk.sendPicture(desk.queue());
    await printer.stalled;
    setTimeout(() => printer.resume(), 1_200);
    expect(valueOf(await sent)).toMatchObject({ problem: null });
    expect(printer.sheets).toHaveLength(3);
  });

  test('stalls: who waits behind it is told that it is busy, and nothing of theirs was sent', async () => {
    const printer = await VirtualPrinter.start({ status: WELL, stallsAt: 9_000 });
    const desk = deskOn(printer, {}, shortPatience);
    const replies = await Promise.all([desk.queue(), desk.queue()].map((job) => desk.sendPicture(job)));
    expect(replies.map((reply) => valueOf(reply).problem)).toEqual(['no-answer', 'printer-busy']);
    expect(valueOf(replies[1] as (typeof replies)[0])).toMatchObject({ mayHavePrinted: false, attempts: 0 });
    expect(printer.sheets).toEqual([]);
  });
});

test('a picture that looks like a status query is printed like any other, also where the printer answers it', async () => {
  // Paper that is low, taken for the answer to another query, would read as a paused printer.
  const printer = await VirtualPrinter.start({ status: { ...WELL, 4: 0x1e }, eager: true });
  const desk = deskOn(printer);
  const rows = new Uint8Array(72 * 30);
  rows.set([0x10, 0x04, 0x04], 72 * 7 + 20);
  const slip = { widthDots: 576, heightDots: 30, rows };
  expect(valueOf(await desk.sendPicture(desk.queue(), slip)).state).toBe('sent');
  expect(samePicture(printer.sheets[0]?.picture, slip)).toBe(true);
});

test.each([
  ['no base64', '***'],
  ['half a row', 'AAA='],
  ['nothing', ''],
])('a picture that is %s is refused, and the job waits as before', async (_what, rows) => {
  const printer = await VirtualPrinter.start();
  const desk = deskOn(printer);
  const job = desk.queue();
  const caller = { role: 'reception' } as const;
  const reply = await desk.desk.dispatch(
    'print.send-raster',
    { jobId: job.id, widthDots: 576, rows },
    caller,
    'key-12345',
  );
  expect(reply).toMatchObject({ ok: false, problem: { code: 'invalid-input' } });
  expect(desk.job(job.id)).toEqual(job);
  expect(printer.connections).toBe(0);
});

describe('a test of the printer', () => {
  test('says what it found and prints nothing', async () => {
    const low = await VirtualPrinter.start({ status: { ...WELL, 4: 0x1e } });
    expect(valueOf(await deskOn(low).test({ sheet: 'number' }))).toEqual({
      route,
      trouble: null,
      answered: true,
      paperLow: true,
    });
    const silent = await VirtualPrinter.start({});
    expect(valueOf(await deskOn(silent, {}, shortAnswers).test({ sheet: 'guidance' }))).toMatchObject({
      trouble: null,
      answered: false,
    });
    const open = await VirtualPrinter.start({ status: { ...WELL, 2: 0x16 } });
    expect(valueOf(await deskOn(open).test({ sheet: 'number' }))).toMatchObject({ trouble: 'cover-open' });
    expect(low.sheets).toEqual([]);
  });

  test('prints the picture it is given, once', async () => {
    const printer = await VirtualPrinter.start();
    const slip = someSlip(5, 100);
    const found = await deskOn(printer, { copies: 4 }).test({ sheet: 'number', picture: asPicture(slip) });
    expect(valueOf(found).trouble).toBeNull();
    expect(printer.sheets.map(({ picture }) => samePicture(picture, slip))).toEqual([true]);
  });
});
