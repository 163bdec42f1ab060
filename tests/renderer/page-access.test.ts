import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { newTokens, type AccessTokens } from '#electron/host/access-tokens.ts';
import type { KeptDesk } from '#electron/host/kept-desk.ts';
import { startHost, type RunningHost } from '#electron/host/start-host.ts';
import { httpDesk } from '#renderer/desk/http-desk.ts';
import { windowAccess } from '#renderer/desk/page-access.ts';
import { ACCESS, type AccessCode } from '#shared/contract/access.ts';
import type { DeskReply } from '#shared/contract/problem.ts';
import { codeOf, valueOf, workingHouse } from '#tests/support/desk-clients.ts';
import { temporaryFolder } from '#tests/support/temporary-folder.ts';

/** A host that can be started again on its port with new tokens, as `npm start` does. */
async function restartable() {
  const { desks } = await workingHouse();
  // Only the door ends with its host; the desk stays, as the data does over a real restart.
  const staying = (desk: KeptDesk): KeptDesk => ({ ...desk, close: async () => {} });
  const usualFile = join(temporaryFolder(), 'access.json');
  let tokens: AccessTokens;
  let host: RunningHost | undefined;
  onTestFinished(() => host?.close());
  const start = async (accessFile = usualFile) => {
    const port = host?.port ?? 0;
    await host?.close();
    tokens = newTokens();
    host = await startHost({
      desks: { office: staying(desks.office), training: staying(desks.training) },
      tokens,
      accessFile,
      port,
      rendererFolder: temporaryFolder(),
      version: '0.0.0',
    });
    return host.url;
  };
  const url = await start();
  const code = async () => {
    const response = await fetch(url + ACCESS.code, {
      method: 'POST',
      headers: { authorization: `Bearer ${tokens.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ kind: 'window' }),
    });
    return valueOf((await response.json()) as DeskReply<AccessCode>).code;
  };
  return { url, start, code };
}

/** A window in a browser, and what its session storage holds; `reload` begins with that and an address without a code. */
function browserWindow(url: string, code: string | undefined, stored = new Map<string, string>()) {
  const storage = {
    getItem: (name: string) => stored.get(name) ?? null,
    setItem: (name: string, value: string) => void stored.set(name, value),
  };
  const out: boolean[] = [];
  const access = windowAccess({ code, token: undefined }, storage, (isOut) => out.push(isOut), url);
  return {
    client: httpDesk({ base: url, access, pauseMs: 5 }),
    isOut: () => out.at(-1),
    reload: () => browserWindow(url, undefined, stored),
  };
}

test('an open window goes on over restarts of its host, and each command of that moment is done once', async () => {
  const { url, start, code } = await restartable();
  const { client, isOut } = browserWindow(url, await code());
  /** As a page does it: what was not heard is said again, under the same key. */
  const issue = async (key: string = randomUUID()): Promise<DeskReply<unknown>> => {
    const reply = await client.call(
      'ticket.issue',
      { requests: [{ procedure: 'level-2', subject: 'citizen' }] },
      key,
    );
    return codeOf(reply) === 'unreachable' ? issue(key) : reply;
  };
  for (let round = 0; round < 3; round += 1) {
    const numbers = await Promise.all([issue(), issue(), issue()]);
    expect(numbers.map(codeOf)).toEqual(['ok', 'ok', 'ok']);
    await start();
  }
  expect(valueOf(await client.call('ticket.list', {}))).toHaveLength(9);
  expect(isOut()).toBe(false);
});

test('a reloaded window goes on; what its profile keeps opens no other start of the host', async () => {
  const { url, start, code } = await restartable();
  const first = browserWindow(url, await code());
  valueOf(await first.client.call('office.show', {}));
  valueOf(await first.reload().client.call('office.show', {}));
  await start();
  const after = first.reload();
  expect(codeOf(await after.client.call('office.show', {}))).toBe('sender-refused');
  expect(after.isOut()).toBe(true);
});

test('a window whose way back nobody knows any more says so', async () => {
  const { url, start, code } = await restartable();
  const { client, isOut } = browserWindow(url, await code());
  valueOf(await client.call('office.show', {}));
  await start(join(temporaryFolder(), 'access.json'));
  await expect.poll(async () => codeOf(await client.call('office.show', {}))).toBe('sender-refused');
  expect(isOut()).toBe(true);
});
