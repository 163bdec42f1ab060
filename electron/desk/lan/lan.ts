import { createHash } from 'node:crypto';
import type { Output } from '#shared/contract/desk-contract.ts';
import type { DeskEvent } from '#shared/contract/event.ts';
import type { Device, LanDoorState } from '#shared/contract/lan.ts';
import type { JoinedKind } from '#shared/contract/lan-words.ts';
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
  type DeviceRow,
} from '../store/rows/device-row.ts';
import { appendEvent } from '../store/rows/event-row.ts';
import { lanRow, saveLanClosed, saveLanOpen, type LanRow } from '../store/rows/lan-row.ts';
import type { Actor } from '../store/rows/officer-row.ts';
import { officeId } from '../store/rows/office-row.ts';
import { addGoneIds, goneIds } from '../store/gone-list.ts';
import type { WritableStore } from '../store/store.ts';
import { deviceLines } from './device-lines.ts';
import { keptDoor } from './kept-door.ts';
import { pairing } from './pairing.ts';
import { fingerprintOf } from './port/fingerprint.ts';
import { newIdentity } from './port/identity.ts';
import type { LanDevice, LanDoor, LanPort } from './port/lan-port.ts';
import { tvRoom } from './tv-room.ts';

/** What a joined PC may ask for; without a leader who signed in there, none of it makes one (electron/desk/access). */
const JOINED_ROLES: Readonly<Record<JoinedKind, LanDevice['roles']>> = {
  counter: ['leader', 'reception', 'counter', 'display'],
  display: ['display'],
};

export type LanRoom = ReturnType<typeof lanRoom>;

/** The PCs of the room: the door they come through, the code they join with, and the list of them. */
export function lanRoom(options: {
  readonly store: WritableStore;
  readonly clock: Clock;
  readonly port: LanPort | undefined;
  readonly version: string;
  /** Where other PCs find the versions of this one, where there is such a share. */
  readonly releases: () => string | null;
  readonly announce: (events: readonly DeskEvent[]) => void;
  readonly log: (error: unknown) => void;
}) {
  const { store, clock, port } = options;
  const codes = pairing(options);
  const lines = deviceLines(store, clock, options.log);
  const tv = tvRoom({ ...options, lines });
  const door = keptDoor({
    port,
    wanted() {
      const row = lanRow(store);
      return row?.open === 1 ? row : undefined;
    },
    listen: (to, row) => to.open(row, row, doorOf(row.certificate)),
    close: (to) => to.close(),
    moved: (row) => store.write(() => saveLanOpen(store, officeId(store), row)),
  });

  function doorOf(certificate: string): LanDoor {
    const fingerprint = fingerprintOf(certificate);
    const drivers = new Map<string, boolean>();
    return {
      version: options.version,
      releases: options.releases,
      admit(token) {
        const found = deviceOfToken(store, createHash('sha256').update(token).digest('hex'));
        return found && { id: found.id, roles: JOINED_ROLES[found.kind] };
      },
      lineOpened(device, hasDrivers) {
        drivers.set(device, hasDrivers);
        lines.opened(device, hasDrivers);
      },
      lineEnded: (device) => lines.ended(device, drivers.get(device) ?? false, door.isListening()),
      pairSalt: codes.salt,
      pair: async (proof) => codes.prove(proof, fingerprint),
    };
  }

  function stateOf(row: LanRow): LanDoorState {
    const fingerprint = fingerprintOf(row.certificate);
    return { address: row.address, port: row.port, fingerprint, words: fingerprintWords(fingerprint) };
  }

  function asDevice(row: DeviceRow): Device {
    const connected = row.kind === 'desk' || lines.isUp(row.id);
    return { ...row, connected, lastSeen: lines.isUp(row.id) ? clock.now() : row.lastSeen };
  }

  function knownDevice({ store: read }: QueryCall, id: string): DeviceRow {
    const row = deviceRow(read, id);
    if (row === undefined) throw new Refusal({ code: 'unknown-device' });
    return row;
  }

  const services = {
    ...tv.services,
    // Of a desk that is not this one: the program of a PC answers beside its desk (electron/host/joining.ts).
    'join.find': notFromHere,
    'join.here': notFromHere,
    'pc.become-level': notFromHere,
    'join.leave'() {
      throw new Refusal({ code: 'unknown-device' });
    },
    'lan.open'(call, { address, port: wanted }) {
      const office = officeId(call.store);
      const identity = lanRow(call.store) ?? newIdentity();
      return door.open({ ...identity, address, port: wanted, open: 1 }, (row) => {
        call.store.write(() => {
          saveLanOpen(call.store, office, row);
          call.append({ name: 'lan.opened' });
        });
        return stateOf(row);
      });
    },
    async 'lan.close'(call) {
      await door.shut(() =>
        call.store.write(() => {
          if (lanRow(call.store)?.open === 1) call.append({ name: 'lan.closed' });
          saveLanClosed(call.store);
        }),
      );
      return {};
    },
    'lan.state'(call): Output<'lan.state'> {
      const row = lanRow(call.store);
      const isOpen = row?.open === 1;
      return {
        door: isOpen ? stateOf(row) : null,
        trouble: isOpen ? door.troubleNow(row) : null,
        addresses: port?.addresses() ?? [],
        pairing: codes.state(),
      };
    },
    'pairing.start'(call, wish) {
      if (wish.counterId !== undefined) counterRow(call.store, wish.counterId);
      if (!door.isListening()) throw door.refusal(lanRow(call.store));
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
    /** Opens the doors again that were open when the desk was last closed. */
    begin(): void {
      door.begin();
      tv.begin();
    },
    /** After a commit: what a revoked device has open ends. */
    heard(events: readonly DeskEvent[]): void {
      for (const event of events) if (event.name === 'device.revoked') port?.shutOut(event.data.deviceId);
      tv.heard(events);
    },
    stop(): void {
      door.stop();
      tv.stop();
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
