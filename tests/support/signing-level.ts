import type { TestContext } from 'vitest';
import { v7 as uuid } from 'uuid';
import type { LevelInput, LevelMethodName, LevelOutput } from '#shared/contract/level.ts';
import type { DeskProblem, DeskReply } from '#shared/contract/problem.ts';
import type { LevelAsker } from '#electron/level/level.ts';
import { testLevel, type TestEngine } from './test-level.ts';

/** PINs of the officers of a `signingLevel`. */
export const LEVEL_PINS = { leader: '135790', clerk: '2468' } as const;

type How = Partial<LevelAsker>;

/** A level with a leader and a clerk, with PINs on unless it is said otherwise. */
export async function signingLevel(
  context: TestContext,
  engine: TestEngine,
  { pins = 'on', ...options }: { pins?: 'on' | 'off' } & Parameters<typeof testLevel>[2] = {},
) {
  const level = await testLevel(context, engine, options);
  const send = async <M extends LevelMethodName>(
    method: M,
    input: LevelInput<M>,
    how: How = {},
  ): Promise<DeskReply<LevelOutput<M>>> =>
    (await level.level.dispatch(method, input, { role: 'leader', by: 'Cửa sổ', ...how }, uuid())) as never;
  const call = async <M extends LevelMethodName>(method: M, input: LevelInput<M>, how?: How) => {
    const reply = await send(method, input, how);
    if (!reply.ok) throw new Error(`${method}: ${JSON.stringify(reply.problem)}`);
    return reply.value;
  };
  const refusal = async <M extends LevelMethodName>(
    method: M,
    input: LevelInput<M>,
    how?: How,
  ): Promise<DeskProblem> => {
    const reply = await send(method, input, how);
    if (reply.ok) throw new Error(`${method} was not refused`);
    return reply.problem;
  };
  const leader = await call('officer.save', {
    name: 'Trần Thu Hà',
    roles: ['leader'],
    pin: LEVEL_PINS.leader,
  });
  const clerk = await call('officer.save', { name: 'Đỗ Ngọc Lan', roles: ['clerk'], pin: LEVEL_PINS.clerk });
  const ids = { leader: leader.id, clerk: clerk.id };
  const { recoveryKey } = await call('access.set-policy', { pins });
  return {
    ...level,
    send,
    call,
    refusal,
    ids,
    recoveryKey: recoveryKey ?? '',
    async signIn(who: keyof typeof LEVEL_PINS): Promise<{ session: string }> {
      const { session } = await call('session.open', { officerId: ids[who], pin: LEVEL_PINS[who] });
      return { session };
    },
  };
}
