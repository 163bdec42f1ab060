import { inspect } from 'node:util';
import { onTestFinished, type TestContext } from 'vitest';
import { v7 as uuid } from 'uuid';
import type { LevelInput, LevelMethodName, LevelOutput } from '#shared/contract/level.ts';
import type { DeskProblem, DeskReply } from '#shared/contract/problem.ts';
import type { LevelRole } from '#shared/domain/level/words.ts';
import type { Level } from '#electron/level/level.ts';
import { openLevel } from '#electron/level/open-level.ts';
import { sender, type Sender } from './day-files.ts';

import { sharedServer } from './postgres.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { testClock, type SetClock } from './test-desk.ts';

export const ENGINES = ['sqlite', 'postgresql'] as const;
export type TestEngine = (typeof ENGINES)[number];

/** A level that is open, and how tests ask it. */
export type TestLevel = {
  readonly level: Level;
  readonly folder: string;
  readonly database: string | undefined;
  readonly clock: SetClock;
  readonly incidents: unknown[];
  reply<M extends LevelMethodName>(
    method: M,
    input: LevelInput<M>,
    role?: LevelRole,
    key?: string,
  ): Promise<DeskReply<LevelOutput<M>>>;
  /** The value of a call that must not be refused. */
  call<M extends LevelMethodName>(method: M, input: LevelInput<M>): Promise<LevelOutput<M>>;
  /** The problem of a call that must be refused. */
  refusal<M extends LevelMethodName>(method: M, input: LevelInput<M>, role?: LevelRole): Promise<DeskProblem>;
  receive(bytes: Buffer, fileName?: string): Promise<LevelOutput<'file.receive'>>;
};

/** An empty database of an engine: a folder, and an address where it is PostgreSQL. Skips the test where there is no server. */
export async function levelPlace(
  context: TestContext,
  engine: TestEngine,
): Promise<{ folder: string; database: string | undefined }> {
  const folder = temporaryFolder('level');
  if (engine === 'sqlite') return { folder, database: undefined };
  const server = await sharedServer();
  if (typeof server === 'string') context.skip(server);
  else return { folder, database: await server.newDatabase() };
  return { folder, database: undefined };
}

/** An open level of an engine, closed when the test ends. Its morning is that of 21/11/2026, a Saturday off: 20/11 is reported. */
export async function testLevel(
  context: TestContext,
  engine: TestEngine,
  options: { clock?: SetClock; place?: { folder: string; database: string | undefined } } = {},
): Promise<TestLevel> {
  const { clock = testClock('2026-11-20T10:30:00.000Z') } = options;
  const { folder, database } = options.place ?? (await levelPlace(context, engine));
  const incidents: unknown[] = [];
  const level = await openLevel({
    folder,
    ...(database === undefined ? {} : { database }),
    clock,
    pinCost: { m: 8, t: 1 },
    log: (_incident, _method, error) => incidents.push(error),
  });
  onTestFinished(() => level.close());
  const reply: TestLevel['reply'] = async (method, input, role = 'leader', key = uuid()) =>
    (await level.dispatch(method, input, { role, by: `Nguyễn Văn ${role}` }, key)) as never;
  const call: TestLevel['call'] = async (method, input) => {
    const answer = await reply(method, input);
    if (!answer.ok)
      throw new Error(`${method}: ${JSON.stringify(answer.problem)} ${inspect(incidents.at(-1))}`);
    return answer.value;
  };
  return {
    level,
    folder,
    database,
    clock,
    incidents,
    reply,
    call,
    async refusal(method, input, role) {
      const answer = await reply(method, input, role);
      if (answer.ok) throw new Error(`${method} was not refused`);
      return answer.problem;
    },
    receive: (bytes, fileName = 'so-lieu.json') =>
      call('file.receive', { fileName, base64: bytes.toString('base64') }),
  };
}

/** Registers offices that do not exist yet. */
export async function registered(level: TestLevel, count: number, group = 'Cụm 1'): Promise<Sender[]> {
  const senders = Array.from({ length: count }, (_, index) => sender(index + 1));
  for (const { code, name, key } of senders)
    await level.call('office.register', {
      code,
      name,
      group,
      publicKey: key.publicKey,
      telephone: '0240 000',
    });
  return senders;
}
