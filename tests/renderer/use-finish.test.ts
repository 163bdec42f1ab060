import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { wholeTicket } from '#renderer/counter/use-finish.ts';
import { giveCommand } from '#renderer/desk/send-command.ts';
import type { DeskClient } from '#shared/contract/desk-contract.ts';
import { refused } from '#shared/contract/problem.ts';
import type { TicketDetail } from '#shared/contract/ticket.ts';
import { valueOf, workingHouse } from '#tests/support/desk-clients.ts';

/** A ticket as a counter shows it, and a way to answer a paper of it. */
async function shownTicket() {
  const { client } = (await workingHouse()).doors.direct;
  const person = { fullName: 'Nguyễn Văn Thử' };
  const requests = [{ procedure: 'level-2', subject: 'citizen', person }] as const;
  const { id } = valueOf(await client.call('ticket.issue', { requests: [...requests] }, randomUUID()));
  const shown = valueOf(await client.call('ticket.get', { ticketId: id }));
  const [request] = shown.requests;
  const [line] = request?.papers ?? [];
  const answer = (desk: DeskClient) =>
    giveCommand(
      desk,
      'request.set-paper',
      { requestId: request?.id ?? '', paper: line?.paper ?? '', state: 'missing' },
      [],
    );
  return { client, shown, answer };
}

const firstPaper = (ticket: TicketDetail | null) => ticket?.requests[0]?.papers[0]?.state;

test('a paper that is stored counts before the screen shows it', async () => {
  const { client, shown, answer } = await shownTicket();
  valueOf(await answer(client));
  expect(firstPaper(shown)).toBeNull();
  expect(firstPaper(await wholeTicket(client, shown))).toBe('missing');
});

test('a paper that is on its way is waited for', async () => {
  const { client, shown, answer } = await shownTicket();
  const given = answer(client);
  expect(firstPaper(await wholeTicket(client, shown))).toBe('missing');
  valueOf(await given);
});

test('a paper that was not stored ends it, and so does a desk that does not tell what became of one', async () => {
  const { client, shown, answer } = await shownTicket();
  const without = (method: string): DeskClient => {
    const call: DeskClient['call'] = (asked, ...rest) =>
      asked === method ? Promise.resolve(refused({ code: 'unreachable' })) : client.call(asked, ...rest);
    return { ...client, call };
  };
  for (const method of ['request.set-paper', 'ticket.get']) {
    const desk = without(method);
    const given = answer(desk);
    expect(await wholeTicket(desk, shown)).toBeNull();
    await given;
  }
  // Nothing was on its way: the finishing itself says that the desk is not heard.
  expect(await wholeTicket(without('ticket.get'), shown)).toBe(shown);
});
