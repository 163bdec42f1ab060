import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished, vi } from 'vitest';
import type { Clock } from '#electron/desk/clock.ts';
import type { Opening } from '#electron/desk/desk.ts';
import { asDesk, type DeskCore } from '#electron/desk/open-desk.ts';
import { rescue } from '#electron/desk/rescue.ts';
import type { Store } from '#electron/desk/store/store.ts';
import { newIdentity } from '#electron/desk/lan/port/identity.ts';
import { joinedDesk } from '#electron/join/joined-desk.ts';
import { pinnedLine } from '#electron/join/pinned-line.ts';
import { deskKeys } from '#electron/desk/seal/desk-keys.ts';
import { newTokens, type AccessTokens } from '#electron/host/access-tokens.ts';
import { OFFICE_ROLES } from '#electron/host/caller-role.ts';
import { trainingFolder } from '#electron/host/data-folder.ts';
import type { ServedPair } from '#electron/host/desk-pair.ts';
import { startHeart } from '#electron/host/heart.ts';
import { keepDesk, type KeptDesk } from '#electron/host/kept-desk.ts';
import { lanListener } from '#electron/host/lan-listener.ts';
import { startHost, type RunningHost } from '#electron/host/start-host.ts';
import { offerDesk } from '#electron/shell/desk-ipc.ts';
import { fileWork } from '#electron/shell/file-work.ts';
import { ownWindows } from '#electron/shell/window.ts';
import { withToken } from '#tests/support/with-token.ts';
import { httpDesk } from '#renderer/desk/http-desk.ts';
import { ipcDesk } from '#renderer/desk/ipc-desk.ts';
import { DESK_CALL } from '#shared/contract/channels.ts';
import type { DeskClient } from '#shared/contract/desk-contract.ts';
import type { Role } from '#shared/contract/method.ts';
import type { DeskReply } from '#shared/contract/problem.ts';
import { bridgeOf } from './built-preload.ts';
import { fake, type BrowserWindow } from './fake-electron.ts';
import { deskIn, testClock, type TestClock } from './test-desk.ts';
import { acrossThread } from './thread-here.ts';
import { warmChild } from './warm-child.ts';
import { DAY } from './worked-day.ts';

export const DOORS = ['direct', 'ipc', 'http', 'joined'] as const;
export type DoorName = (typeof DOORS)[number];

/** One call as raw as the door takes it; `body` is JSON text and need not be right. */
export type Sent = { method: string; body: string; key?: string; role?: Role };

/** One way into a desk. */
export type Door = {
  /** What a page holds: the real client of the renderer where there is one. */
  readonly client: DeskClient;
  send(sent: Sent): Promise<DeskReply<unknown>>;
};

type DeskPair = { readonly office: KeptDesk; readonly training: KeptDesk };

/** A desk in a folder of its own with its doors. */
export type DeskHouse = {
  readonly folder: string;
  readonly clock: TestClock;
  readonly doors: Record<DoorName, Door>;
  readonly desks: DeskPair;
  readonly host: RunningHost;
  readonly tokens: AccessTokens;
  /** Opens the office's database once more; for replacing the desk. */
  open(): Opening;
  /** The office's desk as it is inside, and its store. */
  desk(): DeskCore;
  store(): Store;
  /** Closes the desk as the end of the program does, and opens it anew with fresh doors. */
  reopen(): Promise<DeskHouse>;
  close(): Promise<void>;
};

/** Beats this often in tests, so that a test which waits for one does not wait long. */
const beatMs = 20;

/** A house for one test, pulled down when the test ends. */
export async function deskHouse(): Promise<DeskHouse> {
  const house = await openHouse();
  onTestFinished(async () => {
    await house.close();
    rmSync(house.folder, { recursive: true, force: true });
  });
  return house;
}

/** A house whose office is set up and whose day is open, for one test. */
export async function workingHouse(): Promise<DeskHouse> {
  const house = await deskHouse();
  const { client } = house.doors.direct;
  const office = { name: 'Công an xã Thử', code: 'T1', receivingLevel: 'Tổng hợp', counters: ['Quầy 1'] };
  valueOf(await client.call('office.set-up', office, randomUUID()));
  valueOf(await client.call('day.open', { businessDay: DAY }, randomUUID()));
  return house;
}

/** A house for several tests; the caller closes it and removes its folder. Only one can stand at a time. */
export async function openHouse(
  folder: string = mkdtempSync(join(tmpdir(), 'quay-tiep-dan-house-')),
  clock: TestClock = testClock(),
): Promise<DeskHouse> {
  // A guess costs nothing here.
  const keys = deskKeys({ folder, monotonic: clock.monotonic, cost: { m: 8, t: 1 } });
  let office: ReturnType<typeof deskIn> | undefined;
  const lan = lanListener({ desk: () => desks.office, clock, beatMs });
  const here = () => {
    if (office === undefined) throw new Error('the desk did not open');
    return office;
  };
  /** Nobody pulls the plug in these tests, so a commit need not wait for the disk. */
  const quickly = (where: string, training: boolean): ReturnType<typeof deskIn> => {
    const opened = deskIn(where, { clock, version: '0.0.0', training, ...(training ? {} : { keys, lan }) });
    opened.store.database.pragma('synchronous = OFF');
    return opened;
  };
  const open = (): Opening => ({ ok: true, desk: asDesk((office = quickly(folder, false)).desk) });
  const train = (): Opening => ({ ok: true, desk: asDesk(quickly(trainingFolder(folder), true).desk) });
  const desks: DeskPair = {
    office: keepDesk(open, clock.monotonic, rescue({ folder, clock, keys, startChild: warmChild })),
    training: keepDesk(train, clock.monotonic),
  };
  await desks.office.state();
  const tokens = newTokens();
  const host = await startHost({
    desks,
    tokens,
    port: 0,
    rendererFolder: folder,
    version: '0.0.0',
    clock,
    beatMs,
  });
  const heart = startHeart(clock.now, beatMs);
  const joined = await joinedPc(desks, folder, clock);
  const across = acrossThread(desks);
  const doors = {
    direct: directDoor(desks, here),
    ipc: await ipcDoor(across, clock, join(folder, 'windows.json'), heart),
    http: httpDoor(host, tokens),
    joined: httpDoor(joined.host, joined.tokens),
  };
  let closing: Promise<void> | undefined;
  const close = (): Promise<void> => {
    heart.stop();
    fake.reset();
    across.end();
    closing ??= joined.close().then(host.close);
    return closing;
  };
  return {
    folder,
    clock,
    doors,
    desks,
    host,
    tokens,
    close,
    open,
    desk: () => here().desk,
    store: () => here().store,
    async reopen() {
      await close();
      return openHouse(folder, clock);
    },
  };
}

function overJson<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

/** The desk in this very process; what goes in and out passes through JSON. */
function directDoor(desks: DeskPair, here: () => ReturnType<typeof deskIn>): Door {
  const send = async ({ method, body, key, role = 'leader' }: Sent): Promise<DeskReply<unknown>> =>
    overJson(await desks.office.dispatch(method, JSON.parse(body), { role }, key));
  return {
    send,
    client: {
      call: ((method: string, input: unknown, key?: string) =>
        send({
          method,
          body: JSON.stringify(input),
          ...(key === undefined ? {} : { key }),
        })) as DeskClient['call'],
      listen({ since }, listener, connection) {
        const { desk } = here();
        connection?.(true);
        for (const event of desk.eventsSince(since, 10_000)) listener(overJson(event));
        return desk.subscribe({
          news: (events) => events.forEach((event) => listener(overJson(event))),
          ended: () => connection?.(false),
        });
      },
    },
  };
}

/** The real shell, the built preload script and the channel to the desk's thread, joined by the fake. */
async function ipcDoor(
  desks: ServedPair,
  clock: Clock,
  stateFile: string,
  heart: ReturnType<typeof startHeart>,
): Promise<Door> {
  fake.reset();
  const windows = ownWindows({ preloadFile: 'preload.cjs', stateFile, monotonic: clock.monotonic });
  offerDesk({
    desks,
    heart,
    now: clock.now,
    kindOf: windows.kindOf,
    log: () => {},
    work: fileWork(() => {}),
  });
  const counter = windows.open('counter') as unknown as BrowserWindow;
  const display = windows.open('display') as unknown as BrowserWindow;
  return {
    client: ipcDesk(await bridgeOf(counter), false, { pauseMs: 5 }),
    async send({ role, ...call }) {
      const { webContents } = role === 'display' ? display : counter;
      const message = role === undefined ? call : { ...call, role };
      return JSON.parse(String(await fake.invoke(webContents, webContents.mainFrame, DESK_CALL, message)));
    },
  };
}

function httpDoor(host: RunningHost, tokens: AccessTokens): Door {
  return {
    client: httpDesk({ base: host.url, access: withToken(tokens.token), pauseMs: 5 }),
    async send({ method, body, key, role }) {
      const token = role === 'display' ? tokens.displayToken : tokens.token;
      const headers: Record<string, string> = {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
      };
      if (key !== undefined) headers['idempotency-key'] = key;
      if (role !== undefined) headers['x-desk-role'] = role;
      const response = await fetch(`${host.url}/desk/${method}`, { method: 'POST', headers, body });
      return (await response.json()) as DeskReply<unknown>;
    },
  };
}

/**
 * Another PC that joined, with its own host: what its windows ask goes over TLS. Unlike a real one it may act in any role, so that
 * every method is asked over the line.
 */
async function joinedPc(desks: DeskPair, folder: string, clock: Clock) {
  const port = lanListener({ desk: () => desks.office, clock, beatMs });
  const identity = newIdentity();
  const refusal = { ok: false as const, problem: { code: 'sender-refused' as const } };
  const token = newTokens().token;
  const at = { address: '127.0.0.1', port: 0 };
  const opened = await port.open(at, identity, {
    version: '0.0.0',
    releases: () => null,
    admit: (said) => (said === token ? { id: undefined, roles: OFFICE_ROLES } : undefined),
    lineOpened: () => {},
    lineEnded: () => {},
    pairSalt: () => refusal,
    pair: async () => refusal,
  });
  const line = pinnedLine({ ...identity, token, version: '0.0.0', drivers: false });
  const office = joinedDesk({ line, at: { ...at, port: opened.port }, clock });
  const tokens = newTokens();
  const host = await startHost({
    desks: { office, training: desks.training },
    tokens,
    port: 0,
    rendererFolder: folder,
    version: '0.0.0',
    clock,
    beatMs,
  });
  await vi.waitUntil(async () => (await office.state()).ok, { interval: 5, timeout: 10_000 });
  return {
    host,
    tokens,
    async close() {
      await host.close();
      await port.close();
    },
  };
}

/** The value of a reply that must be one. */
export function valueOf<T>(reply: DeskReply<T>): T {
  if (!reply.ok) throw new Error(`refused: ${JSON.stringify(reply.problem)}`);
  return reply.value;
}

/** The code of a refusal, or 'ok'. */
export function codeOf(reply: DeskReply<unknown>): string {
  return reply.ok ? 'ok' : reply.problem.code;
}
