import { createHash, randomUUID } from 'node:crypto';
import type { networkInterfaces } from 'node:os';
import { onTestFinished, vi } from 'vitest';
import type { Opening } from '#electron/desk/desk.ts';
import { asDesk } from '#electron/desk/open-desk.ts';
import { addDevice, saveDevice } from '#electron/desk/store/rows/device-row.ts';
import { lanRow } from '#electron/desk/store/rows/lan-row.ts';
import type { Store } from '#electron/desk/store/store.ts';
import { keepDesk, type KeptDesk } from '#electron/host/kept-desk.ts';
import { lanListener } from '#electron/host/lan-listener.ts';
import { joinedDesk, type JoinedDesk, type JoinedDeskOptions } from '#electron/join/joined-desk.ts';
import type { Joined } from '#electron/join/joined-file.ts';
import { pairDevice } from '#electron/join/pair-device.ts';
import { pinnedLine, type HostAddress } from '#electron/join/pinned-line.ts';
import type { Input, MethodName, Output } from '#shared/contract/desk-contract.ts';
import type { DeskReply } from '#shared/contract/problem.ts';
import type { JoinedKind } from '#shared/contract/lan-words.ts';
import type { Role } from '#shared/contract/method.ts';
import { valueOf } from './desk-clients.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { deskIn, testClock, type TestClock } from './test-desk.ts';
import { DAY } from './worked-day.ts';

const VERSION = '1.0.0';
const PATIENCE = { connectMs: 500, quietMs: 300 };

type Dispatching = { dispatch: KeptDesk['dispatch'] };

/** What a program asks of a desk, whichever maker it is of. */
export function askOf(desk: Dispatching, role: Role = 'leader') {
  return async <M extends MethodName>(method: M, input: Input<M>, key: string = randomUUID()) =>
    (await desk.dispatch(method, input, { role }, key)) as DeskReply<Output<M>>;
}

export type LanOffice = {
  readonly folder: string;
  readonly clock: TestClock;
  readonly desk: KeptDesk;
  readonly counters: readonly string[];
  readonly at: HostAddress;
  store(): Store;
  /** Closes the desk and opens it anew, as a start of the program does. */
  restart(): Promise<unknown>;
  ask: ReturnType<typeof askOf>;
  /** A code for one device, and what comes of typing it at an address. */
  code(kind?: JoinedKind, counter?: number): Promise<string>;
  pair(code: string, at?: HostAddress, version?: string): Promise<DeskReply<Joined>>;
  /** A device as if it had joined, without the time that a code costs. */
  enrol(kind?: JoinedKind, counter?: number): Joined;
  /** A device that is enrolled, or `joined` before, and its desk once the line is up. */
  join(options?: {
    kind?: JoinedKind;
    counter?: number;
    at?: HostAddress;
    joined?: Joined;
    more?: Partial<JoinedDeskOptions>;
  }): Promise<{ desk: JoinedDesk; joined: Joined; ask: ReturnType<typeof askOf> }>;
};

/** An office whose desk has its door to other PCs open on the loopback, with an open day. */
export async function lanOffice(
  options: {
    counters?: number;
    beatMs?: number;
    cards?: () => ReturnType<typeof networkInterfaces>;
    rendererFolder?: string;
  } = {},
): Promise<LanOffice> {
  const folder = temporaryFolder('lan');
  const clock = testClock();
  let store: Store | undefined;
  const lan = lanListener({
    desk: () => desk,
    beatMs: options.beatMs ?? 50,
    lookEveryMs: 50,
    ...(options.rendererFolder === undefined ? {} : { rendererFolder: options.rendererFolder }),
    ...(options.cards === undefined ? {} : { cards: options.cards }),
  });
  const open = (): Opening => {
    const opened = deskIn(folder, { clock, version: VERSION, lan });
    opened.store.database.pragma('synchronous = OFF');
    store = opened.store;
    return { ok: true, desk: asDesk(opened.desk) };
  };
  const desk: KeptDesk = keepDesk(open, clock.monotonic);
  const lines: JoinedDesk[] = [];
  onTestFinished(async () => {
    await Promise.all(lines.map((line) => line.close()));
    await desk.close();
    await lan.close();
  });
  const ask = askOf(desk);
  const office = valueOf(
    await ask('office.set-up', {
      name: 'Công an phường Thử',
      code: 'T1',
      receivingLevel: 'Tổng hợp',
      counters: Array.from({ length: options.counters ?? 2 }, (_, index) => `Quầy ${index + 1}`),
    }),
  );
  valueOf(await ask('day.open', { businessDay: DAY }));
  const at = valueOf(await ask('lan.open', { address: '127.0.0.1', port: 0 }));
  const counters = office.counters.map(({ id }) => id);

  const made: LanOffice = {
    folder,
    clock,
    desk,
    counters,
    at,
    ask,
    store() {
      if (store === undefined) throw new Error('the desk is not open');
      return store;
    },
    restart: () => desk.replace(open),
    async code(kind = 'counter', counter) {
      const counterId = counter === undefined ? undefined : counters[counter];
      const wish = { kind, name: 'Máy thử', ...(counterId === undefined ? {} : { counterId }) };
      return valueOf(await ask('pairing.start', wish)).code;
    },
    enrol(kind = 'counter', counter) {
      const row = lanRow(made.store());
      if (row === undefined) throw new Error('the door is shut');
      const token = randomUUID().replaceAll('-', '').repeat(2);
      const tokenHash = createHash('sha256').update(token).digest('hex');
      const id = randomUUID();
      const device = { id, office: office.id, name: 'Máy thử', kind, at: clock.now(), tokenHash };
      made.store().write(() => {
        addDevice(made.store(), device);
        if (counter !== undefined) saveDevice(made.store(), id, { counterId: counters[counter] ?? null });
      });
      const { certificate } = row;
      return { form: 'QTD-JOINED-1', ...at, certificate, token, deviceId: id, kind, name: 'Máy thử' };
    },
    pair: (code, where = at, version = VERSION) => pairDevice(where, code, version),
    async join({ kind, counter, at: where = at, joined: known, more } = {}) {
      const joined = known ?? made.enrol(kind, counter);
      const drivers = more?.printers?.drivers !== undefined;
      const line = pinnedLine({ ...joined, version: VERSION, drivers }, PATIENCE);
      const joinedTo = joinedDesk({ line, at: where, clock: testClock(), ...more });
      lines.push(joinedTo);
      await isUp(joinedTo);
      return { desk: joinedTo, joined, ask: askOf(joinedTo, kind === 'display' ? 'display' : 'counter') };
    },
  };
  return made;
}

export async function isUp(desk: JoinedDesk, timeout = 10_000): Promise<void> {
  await vi.waitUntil(async () => (await desk.state()).ok, { interval: 5, timeout });
}

/** The code of the problem for which a desk is not there, or 'ok'. */
export async function stateOf(desk: JoinedDesk): Promise<string> {
  const state = await desk.state();
  return state.ok ? 'ok' : state.problem.code;
}
