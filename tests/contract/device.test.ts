import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { CommandName, Input, MethodName, Output } from '#shared/contract/desk-contract.ts';
import type { DeskReply } from '#shared/contract/problem.ts';
import type { Role } from '#shared/contract/method.ts';
import { defaultPrinter } from '#shared/domain/office/default-settings.ts';
import { openTestDesk } from '#tests/support/test-desk.ts';

/** One desk asked by two PCs. */
function twoDevices() {
  const test = openTestDesk({ settings: { printing: 'none', numberPaper: '58', hotline: '0200000000' } });
  const there = randomUUID();
  const { store } = test;
  store.database
    .prepare(
      "INSERT INTO device (id, office_id, name, kind, created_at) SELECT ?, id, 'Quầy 2', 'counter', created_at FROM office",
    )
    .run(there);
  const at =
    (device?: string) =>
    <M extends MethodName>(method: M, input: Input<M>, role: Role = 'leader') =>
      test.desk.dispatch(
        method,
        input,
        { role, ...(device === undefined ? {} : { device }) },
        randomUUID(),
      ) as DeskReply<Output<M>>;
  const value = <T>(reply: DeskReply<T>): T => {
    if (!reply.ok) throw new Error(JSON.stringify(reply.problem));
    return reply.value;
  };
  return { ...test, here: at(), there: at(there), value };
}

test('the choice of the first-run guide is kept as that PC’s, and its reply still holds it', () => {
  const { here, there, value } = twoDevices();
  expect(value(here('office.show', {}))?.settings).toMatchObject({ printing: 'none', numberPaper: '58' });
  expect(value(there('office.show', {}))?.settings).toMatchObject({ printing: 'dialog', numberPaper: '80' });
  expect(value(there('office.show', {}))?.settings.hotline).toBe('0200000000');
  expect(value(here('device.settings', {}))).toMatchObject({ printing: 'none', counterId: null });
});

test('printers are those of the PC that names them, by either way', () => {
  const { here, there, value } = twoDevices();
  const own = { ...defaultPrinter, device: 'Máy in quầy 2' };
  const printers = { number: own, guidance: own, handout: own, list: own };
  value(there('device.set-settings', { printers }));
  expect(value(there('office.show', {}))?.settings.printers.list.device).toBe('Máy in quầy 2');
  expect(value(here('office.show', {}))?.settings.printers.list.device).toBe('');
  value(here('office.update', { settings: { printing: 'dialog', printers } }));
  expect(value(here('device.settings', {})).printers).toEqual(printers);
});

test('a job is listed, marked and asked for again at the PC that stored it alone', () => {
  const { here, there, value, issue, call } = twoDevices();
  call('device.set-settings', { printing: 'dialog' });
  const job = value(here('print.queue', { ticketId: issue().id, sheet: 'number' }));
  expect(value(here('print.list', {})).map(({ id }) => id)).toEqual([job.id]);
  expect(value(there('print.list', {}))).toEqual([]);
  const elsewhere: [CommandName, object][] = [
    ['print.begin', { jobId: job.id }],
    ['print.mark', { jobId: job.id, state: 'sent' }],
    ['print.again', { jobId: job.id }],
  ];
  for (const [method, input] of elsewhere)
    expect(there(method, input as never)).toEqual({ ok: false, problem: { code: 'unknown-print-job' } });
  // The second paper of one ticket is a reprint, whichever PC it comes from.
  expect(value(there('print.queue', { ticketId: job.ticketId ?? '', sheet: 'number' })).copy).toBe(1);
});

test('the counter of a PC stands for one that is not named; one that is named goes before it', () => {
  const { here, there, value, issue, counters } = twoDevices();
  const [one = '', two = ''] = counters;
  value(there('device.set-settings', { counterId: two }, 'counter'));
  const first = issue();
  expect(value(there('ticket.call-next', {}, 'counter'))).toMatchObject({ id: first.id, counterId: two });
  expect(value(there('ticket.start', { ticketId: first.id }, 'counter')).state).toBe('serving');
  const second = issue();
  value(here('ticket.call-next', { counterId: one }, 'counter'));
  const elsewhere = { ok: false, problem: { code: 'ticket-elsewhere', counter: 'Quầy 1' } };
  expect(there('ticket.hold', { ticketId: second.id }, 'counter')).toMatchObject(elsewhere);
  expect(there('ticket.hold', { ticketId: second.id, counterId: one }, 'counter').ok).toBe(true);
});

test('a counter that is no longer used stands for nothing, and an unknown one is refused', () => {
  const { there, value, call, counters } = twoDevices();
  const counterId = counters[1] ?? '';
  value(there('device.set-settings', { counterId }));
  call('counter.update', { counterId, active: false });
  expect(there('ticket.call-next', {})).toMatchObject({
    problem: { code: 'invalid-input', path: 'counterId' },
  });
  expect(there('device.set-settings', { counterId })).toEqual({
    ok: false,
    problem: { code: 'unknown-counter' },
  });
  expect(there('device.set-settings', { counterId: null }).ok).toBe(true);
});
