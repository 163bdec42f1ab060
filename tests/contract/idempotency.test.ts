import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { deskContract, type MethodName } from '#shared/contract/desk-contract.ts';
import {
  codeOf,
  DOORS,
  valueOf,
  type DeskHouse,
  type Sent,
  workingHouse,
} from '#tests/support/desk-clients.ts';

const commands = (Object.keys(deskContract) as MethodName[]).filter(
  (name) => deskContract[name].kind === 'command',
);

const issueBody = (fullName: string): string =>
  JSON.stringify({ requests: [{ procedure: 'level-1', subject: 'citizen', person: { fullName } }] });

function tickets(house: DeskHouse): number {
  const { database } = house.store();
  return database.prepare<[], { n: number }>('SELECT count(*) AS n FROM ticket').get()?.n ?? -1;
}

describe.each(DOORS)('through the %s door', (name) => {
  let house: DeskHouse;
  let issue: (sent: Partial<Sent>) => ReturnType<DeskHouse['doors']['direct']['send']>;
  beforeEach(async () => {
    house = await workingHouse();
    issue = (sent) =>
      house.doors[name].send({ method: 'ticket.issue', body: issueBody('Trần Thị Mẫu'), ...sent });
  });

  test('pressing twice gives one ticket and the same answer', async () => {
    const key = randomUUID();
    const first = await issue({ key });
    const second = await issue({ key });
    expect(valueOf(first)).toMatchObject({ number: 'A001' });
    expect(second).toEqual(first);
    expect(tickets(house)).toBe(1);
  });

  test('a body that only differs in spelling is the same body', async () => {
    const key = randomUUID();
    const first = await issue({ key });
    const body = `  ${JSON.stringify({
      requests: [
        {
          person: { fullName: '  Trần   Thị Mẫu '.normalize('NFD') },
          subject: 'citizen',
          procedure: 'level-1',
        },
      ],
    })}`;
    expect(await issue({ key, body })).toEqual(first);
    expect(tickets(house)).toBe(1);
  });

  test('twenty at once with one key give one ticket', async () => {
    const key = randomUUID();
    const replies = await Promise.all(Array.from({ length: 20 }, () => issue({ key })));
    expect(new Set(replies.map((reply) => JSON.stringify(reply))).size).toBe(1);
    expect(tickets(house)).toBe(1);
  });

  test('twenty at once with their own keys give twenty numbers', async () => {
    const replies = await Promise.all(Array.from({ length: 20 }, () => issue({ key: randomUUID() })));
    expect(new Set(replies.map((reply) => (valueOf(reply) as { number: string }).number)).size).toBe(20);
  });

  test('the same key with another body, or for another command, is refused', async () => {
    const key = randomUUID();
    await issue({ key });
    const refusal = { ok: false, problem: { code: 'idempotency-key-reused' } };
    expect(await issue({ key, body: issueBody('Lê Văn Ví Dụ') })).toEqual(refusal);
    expect(await house.doors[name].send({ method: 'counter.add', body: '{"name":"Quầy 9"}', key })).toEqual(
      refusal,
    );
    expect(tickets(house)).toBe(1);
  });

  test('the same key with the very same body is another wish when the command is another', async () => {
    const { id } = valueOf(await issue({ key: randomUUID() })) as { id: string };
    const [key, body] = [randomUUID(), JSON.stringify({ ticketId: id })];
    const left = await house.doors[name].send({ method: 'ticket.leave', body, key });
    expect(valueOf(left)).toMatchObject({ state: 'left' });
    expect(codeOf(await house.doors[name].send({ method: 'ticket.cancel', body, key }))).toBe(
      'idempotency-key-reused',
    );
    expect(await house.doors[name].send({ method: 'ticket.leave', body, key })).toEqual(left);
  });

  test('a refusal does not use the key up', async () => {
    const key = randomUUID();
    const refusedFirst = await issue({ key, body: '{"requests":[]}' });
    expect(codeOf(refusedFirst)).toBe('invalid-input');
    expect(valueOf(await issue({ key }))).toMatchObject({ number: 'A001' });
  });

  test('the key holds over a restart of the program', async () => {
    const key = randomUUID();
    const first = await issue({ key });
    const again = await house.reopen();
    try {
      expect(
        await again.doors[name].send({ method: 'ticket.issue', body: issueBody('Trần Thị Mẫu'), key }),
      ).toEqual(first);
      expect(tickets(again)).toBe(1);
    } finally {
      await again.close();
    }
  });

  test('what is no key counts as missing', async () => {
    for (const key of ['', 'short', 'x'.repeat(81), 'khoá có dấu', '../../etc', ' '.repeat(20)]) {
      // Not every letter can stand in a header.
      const asSent = name === 'http' || name === 'joined' ? encodeURIComponent(key) : key;
      expect({ key, code: codeOf(await issue({ key: asSent })) }).toEqual({
        key,
        code: 'idempotency-key-missing',
      });
    }
    expect(tickets(house)).toBe(0);
  });

  test('every command asks for a key', async () => {
    const known = house.desk().lastEvent();
    for (const method of commands) {
      const code = codeOf(await house.doors[name].send({ method, body: '{}' }));
      expect({ method, code }).toEqual({ method, code: 'idempotency-key-missing' });
    }
    expect(house.desk().lastEvent()).toBe(known);
  });
});
