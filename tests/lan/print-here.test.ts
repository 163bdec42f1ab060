import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { DriverPort, SheetOrder } from '#electron/desk/paper/port/driver-port.ts';
import type { Input, MethodName, Output } from '#shared/contract/desk-contract.ts';
import type { DeskReply } from '#shared/contract/problem.ts';
import { defaultPrinter } from '#shared/domain/office/default-settings.ts';
import { codeOf, valueOf } from '#tests/support/desk-clients.ts';
import { lanOffice } from '#tests/support/lan-office.ts';
import { lineProxy } from '#tests/support/line-proxy.ts';
import { asPicture, shortAnswers, someSlip } from '#tests/support/printing-desk.ts';
import { VirtualPrinter } from '#tests/support/virtual-printer.ts';

const closing = new AbortController().signal;
const request = { procedure: 'level-2', subject: 'citizen' } as const;

test('a joined PC prints on its own network printer, once for each wish, and its jobs are no business of the desk’s PC', async () => {
  const office = await lanOffice();
  const printer = await VirtualPrinter.start();
  const printers = { drivers: undefined, networkPatience: shortAnswers, closing };
  const { ask } = await office.join({ more: { printers } });
  const number = {
    ...defaultPrinter,
    route: 'network-thermal' as const,
    host: printer.host,
    port: printer.port,
  };
  const settings = { number, guidance: defaultPrinter, handout: defaultPrinter, list: defaultPrinter };
  valueOf(await ask('device.set-settings', { printing: 'dialog', printers: settings }));
  const { id: ticketId } = valueOf(await ask('ticket.issue', { requests: [request] }));
  const job = valueOf(await ask('print.queue', { ticketId, sheet: 'number' }));
  expect(job.route).toBe('network-thermal');
  expect(valueOf(await ask('printer.test', { sheet: 'number' }))).toMatchObject({ trouble: null });

  // As long as a key may be: what is asked of the desk on its behalf has keys of its own.
  const key = randomUUID().padEnd(80, 'x');
  const wish = { jobId: job.id, ...asPicture(someSlip()) };
  const [first, second] = await Promise.all([
    ask('print.send-raster', wish, key),
    ask('print.send-raster', wish, key),
  ]);
  expect(valueOf(first)).toMatchObject({ id: job.id, state: 'sent', problem: null, sending: false });
  expect(second).toEqual(first);
  expect(printer.sheets).toHaveLength(1);
  expect(valueOf(await office.ask('print.list', {}))).toEqual([]);
  expect(valueOf(await ask('print.list', {}))).toMatchObject([{ id: job.id, state: 'sent', attempts: 1 }]);
  expect(await ask('print.send-raster', { ...wish, widthDots: 7 })).toMatchObject({
    problem: { code: 'invalid-input' },
  });
  expect(await ask('print.send-raster', { ...wish, jobId: randomUUID() })).toMatchObject({
    problem: { code: 'unknown-print-job' },
  });
});

test('a joined PC whose program has drivers prints by them; a failure is kept with what may lie in the tray', async () => {
  const office = await lanOffice();
  const orders: SheetOrder[] = [];
  const drivers: DriverPort = {
    devices: async () => [{ name: 'hp', label: 'HP' }],
    async print(order) {
      orders.push(order);
      return orders.length === 1 ? { trouble: null } : { trouble: 'no-answer', mayHavePrinted: true };
    },
    pdf: async () => ({ trouble: 'driver-failed', mayHavePrinted: false }),
  };
  const printers = { drivers, networkPatience: shortAnswers, closing };
  const cable = await lineProxy(office.at.port);
  const { ask } = await office.join({ at: cable, more: { printers } });
  expect(valueOf(await ask('printer.list', {}))).toEqual({
    known: true,
    devices: [{ name: 'hp', label: 'HP' }],
  });
  const silent = { ...defaultPrinter, route: 'driver-silent' as const, device: 'hp' };
  const settings = { number: silent, guidance: silent, handout: silent, list: silent };
  valueOf(await ask('device.set-settings', { printing: 'dialog', printers: settings }));
  const { id: ticketId } = valueOf(await ask('ticket.issue', { requests: [request] }));
  const states = [];
  for (const _ of [1, 2]) {
    const job = valueOf(await ask('print.queue', { ticketId, sheet: 'guidance' }));
    expect(job.route).toBe('driver-silent');
    states.push(valueOf(await ask('print.send', { jobId: job.id })));
  }
  expect(states).toMatchObject([
    { state: 'sent', mayHavePrinted: false },
    { state: 'failed', mayHavePrinted: true, problem: 'no-answer' },
  ]);
  expect(orders[0]).toMatchObject({ device: 'hp', ticketId, training: false });

  const third = valueOf(await ask('print.queue', { ticketId, sheet: 'guidance' }));
  cable.cut();
  await expect.poll(async () => codeOf(await ask('print.send', { jobId: third.id }))).toBe('line-cut');
  expect(orders).toHaveLength(2);
});

test('with PINs on the page that draws a sheet at a joined PC asks in the name of whoever prints it, and of nobody else', async () => {
  const office = await lanOffice();
  const page = { role: 'counter', program: true } as const;
  const drawn: unknown[] = [];
  const drivers: DriverPort = {
    devices: async () => [{ name: 'hp', label: 'HP' }],
    async print({ jobId, ticketId }) {
      drawn.push(await desk.dispatch('slip.show', { ticketId, sheet: 'guidance', jobId }, page));
      return { trouble: null };
    },
    pdf: async () => ({ trouble: 'driver-failed', mayHavePrinted: false }),
  };
  const printers = { drivers, networkPatience: shortAnswers, closing };
  const { desk } = await office.join({ more: { printers } });
  const { id: ticketId } = valueOf(await office.ask('ticket.issue', { requests: [request] }));
  const [first] = valueOf(await office.ask('officer.list', {}));
  const officerId = first?.id ?? '';
  valueOf(await office.ask('officer.save', { id: officerId, name: 'Trần Thu Hà', pin: '13579' }));
  valueOf(await office.ask('access.set-policy', { pins: 'on' }));
  const ask = async <M extends MethodName>(method: M, input: Input<M>, session?: string) =>
    (await desk.dispatch(method, input, { role: 'counter', session }, randomUUID())) as DeskReply<Output<M>>;
  const { session } = valueOf(await ask('session.open', { officerId, pin: '13579' }));
  const silent = { ...defaultPrinter, route: 'driver-silent' as const, device: 'hp' };
  const settings = { number: silent, guidance: silent, handout: silent, list: silent };
  valueOf(await ask('device.set-settings', { printing: 'dialog', printers: settings }, session));
  const job = valueOf(await ask('print.queue', { ticketId, sheet: 'guidance' }, session));

  const needed = { problem: { code: 'session-needed' } };
  expect(await desk.dispatch('slip.show', { ticketId, sheet: 'guidance' }, page)).toMatchObject(needed);
  expect(await ask('print.send', { jobId: job.id })).toMatchObject(needed);
  expect(drawn).toEqual([]);
  // A screen that is locked at once stops no sheet that was asked for.
  valueOf(await ask('session.lock', {}, session));
  expect(valueOf(await ask('print.send', { jobId: job.id }, session))).toMatchObject({ state: 'sent' });
  expect(drawn).toMatchObject([{ ok: true, value: { number: 'A001' } }]);
  expect(await desk.dispatch('slip.show', { ticketId, sheet: 'guidance' }, page)).toMatchObject(needed);
  expect(await desk.dispatch('ticket.list', {}, page)).toMatchObject(needed);
});
