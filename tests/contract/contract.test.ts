import { randomUUID } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { deskContract, type MethodName } from '#shared/contract/desk-contract.ts';
import { deskEvent } from '#shared/contract/event.ts';
import { ROLES, type Role } from '#shared/contract/method.ts';
import { deskProblem } from '#shared/contract/problem.ts';
import { MAY_CALL } from './roles.ts';
import {
  codeOf,
  DOORS,
  deskHouse,
  openHouse,
  type DeskHouse,
  type DoorName,
} from '#tests/support/desk-clients.ts';
import { wantsAll } from '#tests/support/sizes.ts';
import { BESIDE_A_DESK, workDay } from '#tests/support/worked-day.ts';

const methods = Object.keys(deskContract) as MethodName[];
/** Which of so many cases a method meets at a door; at the next one it meets the next. */
const turnOf = (method: MethodName, door: DoorName, cases: number): number =>
  (methods.indexOf(method) + DOORS.indexOf(door)) % cases;
/** Every role at the first door, and at the others one for each method; `CELLS=all`: every role at each. */
function rolesAt(door: DoorName, method: MethodName): readonly Role[] {
  if (door === DOORS[0] || wantsAll('CELLS')) return ROLES;
  return ROLES.filter((_, place) => place === turnOf(method, door, ROLES.length));
}

describe.each(DOORS)('through the %s door', (name) => {
  test('a working day succeeds at every method, and each answer is exactly what the contract says', async () => {
    const house = await deskHouse();
    const exports = join(house.folder, 'exports');
    mkdirSync(exports);
    const made = await workDay(house.doors[name].client, exports, randomUUID);
    for (const { method, reply } of made) {
      // Parsing drops what the schema does not name: an answer that says more than the contract differs here.
      const parsed = deskContract[method].output.safeParse(reply.ok ? reply.value : undefined);
      expect({ method, value: parsed.data, error: parsed.error?.message }).toEqual({
        method,
        value: reply.ok ? reply.value : undefined,
        error: undefined,
      });
    }
    expect(methods.filter((method) => !made.some((one) => one.method === method))).toEqual(BESIDE_A_DESK);
    const events = house.desk().eventsSince(0, 10_000);
    expect(events.map((event) => event.number)).toEqual(events.map((_, index) => index + 1));
    for (const event of events) expect(deskEvent.parse(event)).toEqual(event);
  });

  describe('with a desk that nobody has set up', () => {
    let house: DeskHouse;
    beforeAll(async () => {
      house = await openHouse();
    });
    afterAll(async () => {
      await house.close();
      rmSync(house.folder, { recursive: true, force: true });
    });

    test.each(methods)('%s is there and answers in the closed words', async (method) => {
      const reply = await house.doors[name].send({ method, body: '{}', key: randomUUID() });
      expect(codeOf(reply)).not.toBe('unknown-method');
      if (!reply.ok) expect(deskProblem.parse(reply.problem)).toEqual(reply.problem);
    });

    test.each([
      '',
      'ticket',
      'ticket.',
      'ticket.destroy',
      'toString',
      '__proto__',
      'constructor',
      'Ticket.Issue',
    ])('there is no method "%s"', async (method) => {
      const reply = await house.doors[name].send({ method, body: '{}', key: randomUUID() });
      expect(reply).toEqual({ ok: false, problem: { code: 'unknown-method' } });
    });

    test.each(methods)('%s refuses what is no object', async (method) => {
      const bodies = ['[]', '"x"', '42', 'true'];
      const turn = turnOf(method, name, bodies.length);
      for (const body of wantsAll('BODIES') ? bodies : bodies.slice(turn, turn + 1)) {
        const reply = await house.doors[name].send({ method, body, key: randomUUID() });
        expect({ body, code: codeOf(reply) }).toEqual({ body, code: 'invalid-input' });
      }
    });

    test.each(methods)('%s is answered to the roles that may call it', async (method) => {
      const { kind } = deskContract[method];
      for (const role of rolesAt(name, method)) {
        const known = await eventsNow(house);
        // A body that no method takes: an allowed caller learns that, another one nothing at all.
        const key = kind === 'command' ? { key: randomUUID() } : {};
        const reply = await house.doors[name].send({ method, body: '[]', role, ...key });
        const isAllowed = MAY_CALL[method].includes(role);
        expect({ role, reply }).toMatchObject({
          reply: isAllowed
            ? { problem: { code: 'invalid-input' } }
            : { ok: false, problem: { code: 'not-allowed', role } },
        });
        expect(await eventsNow(house)).toBe(known);
      }
    });
  });
});

async function eventsNow(house: DeskHouse): Promise<number> {
  return house.desk().lastEvent();
}
