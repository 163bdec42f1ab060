import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { deskContract } from '#shared/contract/desk-contract.ts';
import { deskHouse } from '#tests/support/desk-clients.ts';
import { workDay } from '#tests/support/worked-day.ts';

/** Fields of a command in which an officer types of a person. */
const PERSONAL = ['fullName', 'idNumber', 'phone', 'birthDate', 'note', 'decision', 'excuse', 'taxNumber'];
/** Fields that hold a code in one command and a sentence in another. */
const MAYBE = ['reason', 'number'];

/** What was typed into such fields, wherever in the input they stand. */
function typed(input: unknown): string[] {
  if (typeof input !== 'object' || input === null) return [];
  return Object.entries(input).flatMap(([key, value]) =>
    typeof value === 'string' && (PERSONAL.includes(key) || (MAYBE.includes(key) && /[\s\d]/.test(value)))
      ? [value]
      : typed(value),
  );
}

test('what is kept of the replies of a worked day holds nothing that was typed of a person', async () => {
  const house = await deskHouse();
  const folder = join(house.folder, 'exports');
  mkdirSync(folder);
  const made = await workDay(house.doors.direct.client, folder, randomUUID);
  const kept = house
    .store()
    .database.prepare<[], { method: string; reply: string }>('SELECT method, reply FROM idempotency')
    .all();
  const commands = made.filter(({ method }) => deskContract[method].kind === 'command');
  const words = new Set(
    commands
      .filter(({ method }) => !method.startsWith('calendar.'))
      // Why a day was corrected is part of its frozen report, which stays.
      .flatMap(({ method, input }) =>
        typed(method === 'day.correct' ? Object.assign({}, input, { reason: null }) : input),
      ),
  );
  expect(words.size).toBeGreaterThan(10);
  expect(
    kept.flatMap(({ method, reply }) =>
      [...words].filter((word) => reply.includes(word)).map((word) => `${method}: ${word}`),
    ),
  ).toEqual([]);
});
