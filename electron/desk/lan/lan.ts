import { createHash } from 'node:crypto';
import type { Output } from '#shared/contract/desk-contract.ts';
import type { DeskEvent } from '#shared/contract/event.ts';
import type { Device, LanDoorState } from '#shared/contract/lan.ts';
import type { JoinedKind, LanTrouble } from '#shared/contract/lan-words.ts';
import { fingerprintWords } from '#shared/domain/office/fingerprint-words.ts';
import type { Clock } from '../clock.ts';
import type { CommandCall, QueryCall, Services } from '../desk-call.ts';
import { counterRow } from '../queue/ticket-call.ts';
import { Refusal } from '../refusal.ts';
import {
  deviceOfToken,
  deviceRow,
  deviceRows,
  renameDevice,
  revokeDevice,
  seeDevice,
  type DeviceRow,
} from '../store/rows/device-row.ts';
import { appendEvent } from '../store/rows/event-row.ts';
import { lanRow, saveLanClosed, saveLanOpen, type LanRow } from '../store/rows/lan-row.ts';
import type { Actor } from '../store/rows/officer-row.ts';
import { officeId } from '../store/rows/office-row.ts';
import { addGoneIds, goneIds } from '../store/gone-list.ts';
import type { WritableStore } from '../store/store.ts';
import { newIdentity } from './certificate.ts';
import { pairing } from './pairing.ts';
import { fingerprintOf } from './port/fingerprint.ts';
import type { LanDevice, LanDoor, LanPort } from './port/lan-port.ts';

/** What a joined PC may ask for; without a leader who signed in there, none of it makes one (electron/desk/access). */
const JOINED_ROLES: Readonly<Record<JoinedKind, LanDevice['roles']>> = {
  counter: ['leader', 'reception', 'counter', 'display'],
  display: ['display'],
};

/** How often is looked whether the door is where it should be: a cable that comes back, an address that is given late or changes. */
const LOOK_MS = 5_000;

export type LanRoom = ReturnType<typeof lanRoom>;

/** The PCs of the room: the door they come through, the code they join with, and the list of them. */
export function lanRoom(options: {
  readonly store: WritableStore;
  readonly clock: Clock;
  readonly port: LanPort | undefined;
  readonly version: string;
  readonly announce: (events: readonly DeskEvent[]) => void;
  readonly log: (error: unknown) => void;
}) {
  const { store, clock, port } = options;
  const codes = pairing(options);
  const lines = new Set<string>();
  let isListening = false;
  let trouble: LanTrouble | null = null;
  let turn: Promise<unknown> = Promise.resolve();
  let retrying: NodeJS.Timeout | undefined;

  function doorOf(certificate: string): LanDoor {
    const fingerprint = fingerprintOf(certificate);
    const see = (device: string, drivers: boolean): void => {
      try {
        store.write(() => seeDevice(store, device, clock.now(), drivers));
      } catch (error) {
        options.log(error);
      }
    };
    const drivers = new Map<string, boolean>();
    return {
      version: options.version,
      admit(token) {
        const found = deviceOfToken(store, createHash('sha256').update(token).digest('hex'));
        return found && { id: found.id, roles: JOINED_ROLES[found.kind] };
      },
      lineOpened(device, hasDrivers) {
        lines.add(device);
        drivers.set(device, hasDrivers);
        see(device, hasDrivers);
      },
      lineEnded(device) {
        lines.delete(device);
        if (isListening) see(device, drivers.get(device) ?? false);
      },
      pairSalt: codes.salt,
      pair: async (proof) => codes.prove(proof, fingerprint),
    };
  }

  /** One after another: two openings would fight for one port. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const next = turn.then(work, work);
    turn = next.catch(() => {});
    return next;
  }

  /** Listens as the row says; rejects with the error of `listen`. */
  async function listen(row: Omit<LanRow, 'open'>): Promise<number> {
    if (port === undefined) throw new Refusal(notOpened('no-door', row));
    isListening = false;
    const opened = await port.open(row, row, doorOf(row.certificate));
    isListening = true;
    trouble = null;
    return opened.port;
  }

  async function listenAgain(): Promise<void> {
    const row = lanRow(store);
    if (row?.open !== 1) return;
    const address = addressNow(row);
    if (address === undefined) isListening = false;
    if (isListening && address === row.address) return;
    const next = { ...row, address: address ?? row.address };
    try {
      await listen(next);
      // The door goes with its card: devices find it there by its certificate.
      if (next.address !== row.address) store.write(() => saveLanOpen(store, officeId(store), next));
    } catch (error) {
      trouble = troubleOf(error);
    }
  }

  /** Where the door belongs now: its address while this PC has it, else the one that its card was given; undefined while it has none. */
  function addressNow({ address, card }: Pick<LanRow, 'address' | 'card'>): string | undefined {
    const here = port?.addresses() ?? [];
    if (address === ANY || here.some((one) => one.address === address)) return address;
    return here.find(({ name }) => name === card)?.address;
  }

  function stateOf(row: LanRow): LanDoorState {
    const fingerprint = fingerprintOf(row.certificate);
    return { address: row.address, port: row.port, fingerprint, words: fingerprintWords(fingerprint) };
  }

  /** An address may go while the door is open: nobody comes in any more, and nothing else tells. */
  function troubleNow(row: LanRow): LanTrouble | null {
    if (trouble !== null || port === undefined) return trouble;
    return addressNow(row) === row.address ? null : 'address-gone';
  }

  function asDevice(row: DeviceRow): Device {
    const connected = row.kind === 'desk' || lines.has(row.id);
    return { ...row, connected, lastSeen: lines.has(row.id) ? clock.now() : row.lastSeen };
  }

  function knownDevice({ store: read }: QueryCall, id: string): DeviceRow {
    const row = deviceRow(read, id);
    if (row === undefined) throw new Refusal({ code: 'unknown-device' });
    return row;
  }

  const services = {
    // Of a desk that is not this one: the program of a PC answers beside its desk (electron/host/joining.ts).
    'join.find': notFromHere,
    'join.here': notFromHere,
    'join.leave'() {
      throw new Refusal({ code: 'unknown-device' });
    },
    'lan.open': (call, { address, port: wanted }) =>
      inTurn(async () => {
        const office = officeId(call.store);
        const before = lanRow(call.store);
        const identity = before ?? newIdentity();
        const card = port?.addresses().find((one) => one.address === address)?.name ?? null;
        const row = { ...identity, address, card, port: wanted };
        try {
          row.port = await listen(row);
        } catch (error) {
          await listenAgain();
          throw error instanceof Refusal ? error : new Refusal(notOpened(troubleOf(error), row));
        }
        call.store.write(() => {
          saveLanOpen(call.store, office, row);
          call.append({ name: 'lan.opened' });
        });
        return stateOf({ ...row, open: 1 });
      }),
    'lan.close': (call) =>
      inTurn(async () => {
        isListening = false;
        trouble = null;
        await port?.close();
        call.store.write(() => {
          if (lanRow(call.store)?.open === 1) call.append({ name: 'lan.closed' });
          saveLanClosed(call.store);
        });
        return {};
      }),
    'lan.state'(call): Output<'lan.state'> {
      const row = lanRow(call.store);
      const isOpen = row?.open === 1;
      return {
        door: isOpen ? stateOf(row) : null,
        trouble: isOpen ? troubleNow(row) : null,
        addresses: port?.addresses() ?? [],
        pairing: codes.state(),
      };
    },
    'pairing.start'(call, wish) {
      if (wish.counterId !== undefined) counterRow(call.store, wish.counterId);
      if (!isListening) {
        const { address, port: at } = lanRow(call.store) ?? { address: '', port: 0 };
        throw new Refusal(notOpened(trouble ?? 'failed', { address, port: at }));
      }
      return codes.start(call, wish);
    },
    'pairing.end'(call: CommandCall) {
      codes.end(call);
      return {};
    },
    'device.list': (call) => deviceRows(call.store).map(asDevice),
    'device.rename'(call, { deviceId, name }) {
      knownDevice(call, deviceId);
      renameDevice(call.store, deviceId, name);
      call.append({ name: 'device.renamed', data: { deviceId } });
      return asDevice(knownDevice(call, deviceId));
    },
    'device.revoke'(call, { deviceId }) {
      const row = knownDevice(call, deviceId);
      if (row.kind === 'desk') throw new Refusal({ code: 'unknown-device' });
      if (row.revokedAt === null) {
        revokeDevice(call.store, deviceId, call.at);
        call.append({ name: 'device.revoked', data: { deviceId } });
        // Before the commit: where that fails, the next open does what the leader asked for.
        addGoneIds(call.store.folder, [deviceId]);
      }
      return { ...asDevice(knownDevice(call, deviceId)), connected: false };
    },
  } satisfies Partial<Services>;

  return {
    services,
    /** Opens the door again that was open when the desk was last closed. */
    begin(): void {
      if (port === undefined) return;
      void inTurn(listenAgain);
      retrying = setInterval(() => void inTurn(listenAgain), port.lookEveryMs ?? LOOK_MS);
      retrying.unref();
    },
    /** After a commit: what a revoked device has open ends. */
    heard(events: readonly DeskEvent[]): void {
      for (const event of events) if (event.name === 'device.revoked') port?.shutOut(event.data.deviceId);
    },
    stop(): void {
      isListening = false;
      clearInterval(retrying);
      retrying = undefined;
      void port?.close();
    },
  };
}

/** Revokes again whoever a copy brought back that was put in the place of the database. Throws the store's or the file system's error. */
export function revokeAgain(store: WritableStore, at: string, by: Actor): void {
  const gone = new Set(goneIds(store.folder));
  const back = deviceRows(store).filter(({ id, revokedAt }) => revokedAt === null && gone.has(id));
  if (back.length === 0) return;
  store.write(() => {
    for (const { id } of back) {
      revokeDevice(store, id, at);
      appendEvent(store, at, by, { name: 'device.revoked', data: { deviceId: id } });
    }
  });
}

function notFromHere(): never {
  throw new Refusal({ code: 'already-set-up' });
}

const ANY = '0.0.0.0';

function notOpened(reason: LanTrouble, at: { address: string; port: number }) {
  return { code: 'lan-not-opened', reason, address: at.address, port: at.port } as const;
}

function troubleOf(error: unknown): LanTrouble {
  switch ((error as NodeJS.ErrnoException | null)?.code) {
    case 'EADDRNOTAVAIL':
      return 'address-gone';
    case 'EADDRINUSE':
      return 'port-taken';
    case 'EACCES':
      return 'not-permitted';
    default:
      return 'failed';
  }
}
