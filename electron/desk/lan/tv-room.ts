import { createHash, randomBytes, randomInt } from 'node:crypto';
import type { DeskEvent } from '#shared/contract/event.ts';
import type { Output } from '#shared/contract/desk-contract.ts';
import type { PAIRING_OVER } from '#shared/contract/lan-words.ts';
import { answered, refused, type DeskReply } from '#shared/contract/problem.ts';
import type { Clock } from '../clock.ts';
import type { CommandCall, Services } from '../desk-call.ts';
import { newId } from '../new-id.ts';
import { addDevice, tvOfToken } from '../store/rows/device-row.ts';
import { appendEvent } from '../store/rows/event-row.ts';
import { officeId } from '../store/rows/office-row.ts';
import type { Actor } from '../store/rows/officer-row.ts';
import { saveTvDoorClosed, saveTvDoorOpen, tvDoorRow } from '../store/rows/tv-door-row.ts';
import type { WritableStore } from '../store/store.ts';
import type { DeviceLines } from './device-lines.ts';
import { keptDoor } from './kept-door.ts';
import type { LanPort, TvDoor } from './port/lan-port.ts';

const CODE_MS = 10 * 60_000;
const TRIES = 5;

type Open = {
  readonly hash: string;
  readonly by: Actor;
  readonly until: string;
  /** By the monotonic clock: a wall clock that is set does not lengthen it. */
  readonly endsAt: number;
  triesLeft: number;
};

/** The wall for TVs over plain HTTP: its door, and the one code that lets the next TV in. */
export function tvRoom(options: {
  readonly store: WritableStore;
  readonly clock: Clock;
  readonly port: LanPort | undefined;
  readonly lines: DeviceLines;
  readonly announce: (events: readonly DeskEvent[]) => void;
}) {
  const { store, clock, lines } = options;
  let open: Open | undefined;
  let over: (typeof PAIRING_OVER)[number] = 'none';

  const door = keptDoor({
    port: options.port,
    wanted() {
      const row = tvDoorRow(store);
      return row?.open === 1 ? row : undefined;
    },
    listen: (port, place) => port.tv.open(place, served),
    close: (port) => port.tv.close(),
    moved: (place) => store.write(() => saveTvDoorOpen(store, officeId(store), place)),
  });
  const served: TvDoor = {
    admit: (token) => tvOfToken(store, digest(token)),
    lineOpened: (device) => lines.opened(device, false),
    lineEnded: (device) => lines.ended(device, false, door.isListening()),
    letIn,
  };

  function end(why: typeof over): void {
    open = undefined;
    over = why;
  }

  function codeNow(): Open | undefined {
    if (open !== undefined && clock.monotonic() >= open.endsAt) end('late');
    return open;
  }

  function letIn(code: string): DeskReply<{ token: string }> {
    const found = codeNow();
    if (found === undefined) return refused({ code: 'pairing-over', reason: over });
    if (digest(code) !== found.hash) {
      found.triesLeft -= 1;
      const { triesLeft } = found;
      if (triesLeft === 0) end('tries');
      return refused({ code: 'code-refused', triesLeft });
    }
    const token = randomBytes(32).toString('hex');
    const id = newId();
    const at = clock.now();
    options.announce(
      store.write(() => {
        const office = officeId(store);
        addDevice(store, { id, office, name: '', kind: 'tv', at, tokenHash: digest(token) });
        return [
          appendEvent(store, at, found.by, { name: 'device.joined', data: { deviceId: id, kind: 'tv' } }),
        ];
      }),
    );
    end('used');
    return answered({ token });
  }

  const services = {
    'tv.open': (call, { address, port }) =>
      door.open({ address, port, open: 1 }, (place) => {
        call.store.write(() => {
          saveTvDoorOpen(call.store, officeId(call.store), place);
          call.append({ name: 'tv.opened' });
        });
        return { address: place.address, port: place.port };
      }),
    'tv.close'(call) {
      if (tvDoorRow(call.store)?.open === 1) call.append({ name: 'tv.closed' });
      saveTvDoorClosed(call.store);
      return {};
    },
    'tv.state'(call): Output<'tv.state'> {
      const row = tvDoorRow(call.store);
      const isOpen = row?.open === 1;
      const code = codeNow();
      return {
        door: isOpen ? { address: row.address, port: row.port } : null,
        trouble: isOpen ? door.troubleNow(row) : null,
        code: code === undefined ? null : { until: code.until, triesLeft: code.triesLeft },
      };
    },
    'tv.code'(call: CommandCall) {
      if (!door.isListening()) throw door.refusal(tvDoorRow(call.store));
      const code = String(randomInt(100_000_000)).padStart(8, '0');
      const until = new Date(Date.parse(call.at) + CODE_MS).toISOString();
      call.append({ name: 'tv.code-made' });
      open = {
        hash: digest(code),
        by: call.caller,
        until,
        endsAt: clock.monotonic() + CODE_MS,
        triesLeft: TRIES,
      };
      return { code, until };
    },
  } satisfies Partial<Services>;

  return {
    services,
    begin: door.begin,
    stop: door.stop,
    /** After a commit: TVs hear that the door is shut before it is, and can say so. */
    heard(events: readonly DeskEvent[]): void {
      for (const event of events) {
        if (event.name === 'device.revoked') options.port?.tv.shutOut(event.data.deviceId);
        if (event.name !== 'tv.closed') continue;
        end('none');
        void door.shut();
      }
    },
  };
}

function digest(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
