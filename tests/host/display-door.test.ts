import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { expect, onTestFinished, test } from 'vitest';
import { newTokens } from '#electron/host/access-tokens.ts';
import { forDisplayReply } from '#electron/host/display-reply.ts';
import { keepServedPair } from '#electron/host/desk-pair.ts';
import { startHost } from '#electron/host/start-host.ts';
import { deskContract } from '#shared/contract/desk-contract.ts';
import type { DeskMethod } from '#shared/contract/method.ts';
import { deskProblem } from '#shared/contract/problem.ts';
import { workingHouse } from '#tests/support/desk-clients.ts';
import { temporaryFolder } from '#tests/support/temporary-folder.ts';

/** Every text that an answer may hold, by the path to it in the schema; `[]` is each element of a list. */
function textsIn(schema: unknown, path = ''): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const { type, properties, items, anyOf, oneOf, allOf, enum: words } = schema as Record<string, unknown>;
  const isFixed = words !== undefined || 'const' in schema || 'pattern' in schema || 'format' in schema;
  return [
    ...([type].flat().includes('string') && !isFixed ? [path] : []),
    ...Object.entries(properties ?? {}).flatMap(([name, inner]) => textsIn(inner, `${path}.${name}`)),
    ...textsIn(items, `${path}[]`),
    ...[anyOf, oneOf, allOf].flatMap((list) =>
      Array.isArray(list) ? list.flatMap((inner) => textsIn(inner, path)) : [],
    ),
  ];
}

const jsonSchema = (schema: z.ZodType) => z.toJSONSchema(schema, { unrepresentable: 'any', io: 'output' });

test('what a display may ask answers with no text but these: no name of a person, no path', () => {
  const rows: readonly [string, DeskMethod][] = Object.entries(deskContract);
  const texts = rows
    .filter(([, { roles }]) => roles.includes('display'))
    .flatMap(([name, { output }]) => textsIn(jsonSchema(output), name));
  expect(texts.toSorted()).toEqual([
    'queue.wall.calls[].counter',
    'queue.wall.calls[].number',
    'queue.wall.counters[].counter',
    'queue.wall.counters[].number',
    'queue.wall.next[]',
    'queue.wall.office',
    'system.health.dataFolder', // empty for a display: the next test
    'system.health.desk',
    'system.health.joinedAs', // for officers alone: tests/lan/pairing
    'system.health.store.integrity',
    'system.health.store.journalMode',
    'system.health.version',
  ]);
});

test('no refusal tells a display more than codes, numbers and what it named itself', () => {
  const place = '/home/nobody/secret';
  for (const option of deskProblem.options) {
    const { code, ...fields } = option.shape;
    const full = {
      code: code.value,
      ...Object.fromEntries(Object.keys(fields).map((name) => [name, place])),
    };
    const told = forDisplayReply({ ok: false, problem: full as never });
    const kept = told.ok ? [] : Object.entries(told.problem).filter(([, value]) => value === place);
    // What these hold comes from the call itself, from the queue, or is one word of a closed list.
    const harmless = [
      'path',
      'reason',
      'role',
      'name',
      'what',
      'series',
      'letter',
      'number',
      'numbers',
      'counter',
      'state',
      'incident',
      'papers',
      // Codes of offices, which only the receiving level knows; it has no displays.
      'office',
      // Versions of the program: here, where the desk is, of an update.
      'here',
      'there',
      'found',
      'needed',
    ];
    const texts = textsIn(jsonSchema(option)).map((path) => path.slice(1).replace('[]', ''));
    expect(
      kept.map(([name]) => name).filter((name) => texts.includes(name) && !harmless.includes(name)),
    ).toEqual([]);
  }
});

test('over HTTP, whatever a display asks for: no answer holds the data folder or a name', async () => {
  const house = await workingHouse();
  const name = 'Trần Thị Không Được Lộ';
  await house.doors.direct.client.call(
    'ticket.issue',
    { requests: [{ procedure: 'level-2', subject: 'citizen', person: { fullName: name } }] },
    'a-key-of-this-test',
  );
  const headers = {
    authorization: `Bearer ${house.tokens.displayToken}`,
    'content-type': 'application/json',
  };
  for (const prefix of ['', '/training']) {
    for (const method of Object.keys(deskContract)) {
      const response = await fetch(`${house.host.url}${prefix}/desk/${method}`, {
        method: 'POST',
        headers: { ...headers, 'idempotency-key': 'another-key-of-it' },
        body: '{}',
      });
      const text = await response.text();
      expect({ method, leaks: text.includes(house.folder) || text.includes(name) }).toEqual({
        method,
        leaks: false,
      });
      if (!['system.health', 'queue.wall', 'voice.sound', 'voice.tell'].includes(method))
        expect(text).toContain('"not-allowed"');
    }
  }
});

test('while the data cannot be opened, a display hears why and not where', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'desk.db'), 'không phải cơ sở dữ liệu'.repeat(400));
  const tokens = newTokens();
  const desks = keepServedPair(folder, { version: '0.0.0', electron: false, log: () => {} });
  const host = await startHost({ desks, tokens, port: 0, rendererFolder: folder, version: '0.0.0' });
  onTestFinished(() => host.close());
  const ask = async (token: string, path: string, method: string) => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const body = method === 'POST' ? { body: '{}' } : {};
    return (await fetch(host.url + path, { method, headers, ...body })).text();
  };
  for (const [path, method] of [
    ['/desk/system.health', 'POST'],
    ['/desk/queue.wall', 'POST'],
    ['/events', 'GET'],
  ] as const) {
    expect(await ask(tokens.token, path, method)).toContain(JSON.stringify(folder).slice(1, -1));
    const told = await ask(tokens.displayToken, path, method);
    expect(told).toContain('"desk-not-open"');
    expect(told).not.toContain(JSON.stringify(folder).slice(1, -1));
    expect(told).not.toContain(folder);
  }
});
