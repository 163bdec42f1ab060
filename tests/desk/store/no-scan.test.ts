import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { deskHouse } from '#tests/support/desk-clients.ts';
import { openMemoryStore } from '#tests/support/memory-store.ts';
import { workDay } from '#tests/support/worked-day.ts';

/** Tables that grow with every day, and the name a statement gives them. */
const growing =
  /\b(?:FROM|JOIN)\s+(ticket|ticket_period|request|request_paper|person|event|print_job|follow_up|follow_up_contact|activation|day_report|idempotency)\b(?:\s+(\w+))?/g;

/** What reads no more than it needs: the end of a table, those who wait now, the whole journal to verify it. */
const wanted = [
  /ORDER BY \w+ (?:DESC )?LIMIT 1\b/,
  /AND state = 'waiting' ORDER BY place$/,
  /FROM event ORDER BY number$/,
];

test('no statement of a working day reads a table that grows from end to end', async () => {
  const house = await deskHouse();
  const exports = join(house.folder, 'exports');
  mkdirSync(exports);
  const { database } = house.store();
  const prepared = new Set<string>();
  const prepare = database.prepare.bind(database);
  database.prepare = (sql: string) => {
    prepared.add(sql);
    return prepare(sql);
  };
  await workDay(house.doors.direct.client, exports, randomUUID);

  // A desk of a few rows tells its planner at its close that reading all of them costs nothing: a new one tells it nothing.
  const now = openMemoryStore().database;
  const scans = [...prepared].flatMap((sql) => {
    const names = new Set([...sql.matchAll(growing)].flatMap(([, table = '', alias = '']) => [table, alias]));
    const asked = sql.replaceAll(/[:@][a-z]\w*/gi, '?');
    const plan = now
      .prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${asked}`)
      .all(...Array.from(asked.matchAll(/\?/g), () => null));
    const isWanted = wanted.some((pattern) => pattern.test(sql));
    return plan
      .filter(({ detail }) => !isWanted && names.has(/^SCAN (\w+)/.exec(detail)?.[1] ?? ''))
      .map(({ detail }) => `${detail}: ${sql}`);
  });
  expect(prepared.size).toBeGreaterThan(100);
  expect(scans).toEqual([]);
});
