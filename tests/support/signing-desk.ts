import { join } from 'node:path';
import { v7 as uuid } from 'uuid';
import type { Input, MethodName, Output } from '#shared/contract/desk-contract.ts';
import type { Role } from '#shared/contract/method.ts';
import type { DeskReply } from '#shared/contract/problem.ts';
import type { OfficerRole } from '#shared/domain/access/officer-rules.ts';
import type { Asker } from '#electron/desk/desk-call.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { deskIn, testClock } from './test-desk.ts';

/** PINs of the officers of a `signingDesk`. */
export const PINS = { leader: '135790', reception: '2468', counter: '97531' } as const;

/** A desk in a folder, with PINs on unless it is said otherwise: a leader, an officer of the reception and one of a counter. */
export async function signingDesk(pins: 'on' | 'off' = 'on') {
  const folder = join(temporaryFolder(), 'data');
  const clock = testClock();
  const open = () => deskIn(folder, { clock });
  let { desk, store } = open();
  const send = async <M extends MethodName>(
    method: M,
    input: Input<M>,
    asker: Omit<Asker, 'role'> & { role?: Role } = {},
  ): Promise<DeskReply<Output<M>>> =>
    (await desk.dispatch(method, input, { role: 'leader', ...asker }, uuid())) as DeskReply<Output<M>>;
  const call = async <M extends MethodName>(
    method: M,
    input: Input<M>,
    session?: string,
  ): Promise<Output<M>> => {
    const reply = await send(method, input, { session });
    if (!reply.ok) throw new Error(`${method}: ${JSON.stringify(reply.problem)}`);
    return reply.value;
  };
  /** The code of a call that must be refused, and what goes with it. */
  const refusal = async <M extends MethodName>(
    method: M,
    input: Input<M>,
    asker?: Omit<Asker, 'role'> & { role?: Role },
  ) => {
    const reply = await send(method, input, asker);
    if (reply.ok) throw new Error(`${method} was not refused`);
    return reply.problem;
  };
  await call('office.set-up', {
    name: 'Công an phường Bình Minh',
    code: 'BM-01',
    receivingLevel: 'PC06',
    counters: ['Quầy 1', 'Quầy 2'],
  });
  const [first] = await call('officer.list', {});
  const leader = await call('officer.save', { id: first?.id, name: 'Trần Thu Hà', pin: PINS.leader });
  const add = (name: string, role: OfficerRole, pin: string) =>
    call('officer.save', { name, roles: [role], pin });
  const reception = await add('Đỗ Ngọc Lan', 'reception', PINS.reception);
  const counter = await add('Phạm Quốc Toàn', 'counter', PINS.counter);
  const { recoveryKey } = await call('access.set-policy', { pins });
  const ids = { leader: leader.id, reception: reception.id, counter: counter.id };
  const signIn = async (who: keyof typeof PINS, device?: string): Promise<string> => {
    const reply = await send('session.open', { officerId: ids[who], pin: PINS[who] }, { device });
    if (!reply.ok) throw new Error(JSON.stringify(reply.problem));
    return reply.value.session;
  };
  return {
    clock,
    ids,
    recoveryKey: recoveryKey ?? '',
    desk: () => desk,
    store: () => store,
    send,
    call,
    refusal,
    signIn,
    /** Ends the desk as a restart of the program does, and opens it again. */
    restart() {
      desk.close();
      ({ desk, store } = open());
    },
  };
}
