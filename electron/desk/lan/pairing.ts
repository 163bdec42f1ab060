import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Parsed } from '#shared/contract/desk-contract.ts';
import type { DeskEvent } from '#shared/contract/event.ts';
import type { Paired } from '#shared/contract/lan-line.ts';
import type { PAIRING_OVER } from '#shared/contract/lan-words.ts';
import { answered, refused, type DeskReply } from '#shared/contract/problem.ts';
import { pairingCode, readPairingCode } from '#shared/domain/office/pairing-code.ts';
import type { Clock } from '../clock.ts';
import type { CommandCall } from '../desk-call.ts';
import { newId } from '../new-id.ts';
import { addDevice, saveDevice } from '../store/rows/device-row.ts';
import { appendEvent, type NewEvent } from '../store/rows/event-row.ts';
import { officeId } from '../store/rows/office-row.ts';
import type { Actor } from '../store/rows/officer-row.ts';
import type { WritableStore } from '../store/store.ts';
import type { PairProof } from './port/lan-port.ts';
import { pairingKey, pairingMac } from './port/pairing-proof.ts';

const PAIRING_MS = 10 * 60_000;
const TRIES = 5;

type Open = {
  readonly wish: Parsed<'pairing.start'>;
  readonly by: Actor;
  readonly salt: Buffer;
  readonly key: Buffer;
  readonly until: string;
  /** By the monotonic clock: a wall clock that is set does not lengthen it. */
  readonly endsAt: number;
  triesLeft: number;
};

/** The one code that is open, in the memory of the desk: a start of the program ends it. */
export function pairing(desk: {
  readonly store: WritableStore;
  readonly clock: Clock;
  readonly announce: (events: readonly DeskEvent[]) => void;
}) {
  const { store, clock } = desk;
  let open: Open | undefined;
  let over: (typeof PAIRING_OVER)[number] = 'none';

  function now(): Open | undefined {
    if (open !== undefined && clock.monotonic() >= open.endsAt) end('late');
    return open;
  }

  function end(why: typeof over): void {
    open = undefined;
    over = why;
  }

  /** What happens on the word of a device is done in the name of who opened the code. */
  function record(by: Actor, events: readonly NewEvent[], work = (): void => {}): void {
    const at = clock.now();
    desk.announce(
      store.write(() => {
        work();
        return events.map((event) => appendEvent(store, at, by, event));
      }),
    );
  }

  function join({ wish, by, key }: Open, proof: PairProof): Paired {
    const { kind, name, counterId } = wish;
    const deviceId = newId();
    const token = randomBytes(32).toString('hex');
    const joined: NewEvent = { name: 'device.joined', data: { deviceId, kind } };
    record(by, [joined, { name: 'pairing.ended', data: { why: 'used' } }], () => {
      const device = { id: deviceId, office: officeId(store), name, kind, at: clock.now() };
      addDevice(store, { ...device, tokenHash: createHash('sha256').update(token).digest('hex') });
      if (counterId !== undefined) saveDevice(store, deviceId, { counterId });
    });
    end('used');
    const mac = pairingMac(key, 'desk', { ...proof, token }).toString('hex');
    return { deviceId, kind, name, token, mac };
  }

  return {
    /** What is open, without its secret. */
    state() {
      const found = now();
      if (found === undefined) return null;
      const { wish, until, triesLeft } = found;
      return { kind: wish.kind, name: wish.name, until, triesLeft };
    },
    async start(call: CommandCall, wish: Parsed<'pairing.start'>): Promise<{ code: string; until: string }> {
      const code = pairingCode(randomBytes(48));
      const salt = randomBytes(16);
      const key = await pairingKey(readPairingCode(code) ?? '', salt);
      const until = new Date(Date.parse(clock.now()) + PAIRING_MS).toISOString();
      const endsAt = clock.monotonic() + PAIRING_MS;
      call.store.write(() => call.append({ name: 'pairing.started', data: { kind: wish.kind } }));
      open = { wish, by: call.caller, salt, key, until, endsAt, triesLeft: TRIES };
      return { code, until };
    },
    /** By the leader's word. */
    end(call: CommandCall): void {
      if (now() !== undefined) call.append({ name: 'pairing.ended', data: { why: 'word' } });
      end('none');
    },
    salt(): DeskReply<{ salt: string }> {
      const found = now();
      return found === undefined
        ? refused({ code: 'pairing-over', reason: over })
        : answered({ salt: found.salt.toString('hex') });
    },
    /** A device that proves the code is joined, and the code is used. `fingerprint` is the desk's own. */
    prove(proof: PairProof, fingerprint: string): DeskReply<Paired> {
      const found = now();
      if (found === undefined) return refused({ code: 'pairing-over', reason: over });
      const isRelayed = proof.fingerprint !== fingerprint;
      const expected = pairingMac(found.key, 'joining', { ...proof, fingerprint });
      const said = Buffer.from(proof.mac, 'hex');
      if (!isRelayed && said.length === expected.length && timingSafeEqual(said, expected))
        return answered(join(found, proof));
      found.triesLeft -= 1;
      if (found.triesLeft === 0) {
        end('tries');
        record(found.by, [{ name: 'pairing.ended', data: { why: 'tries' } }]);
      }
      return refused(
        isRelayed ? { code: 'line-relayed' } : { code: 'code-refused', triesLeft: found.triesLeft },
      );
    },
  };
}
