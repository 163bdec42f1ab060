import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { v7 as uuid } from 'uuid';
import { openDesk } from '#electron/desk/open-desk.ts';
import { rescue } from '#electron/desk/rescue.ts';
import { deskKeys } from '#electron/desk/seal/desk-keys.ts';
import type { SystemKeys } from '#electron/desk/system-keys.ts';
import { keepDesk } from '#electron/host/kept-desk.ts';
import type { Input, MethodName, Output } from '#shared/contract/desk-contract.ts';
import type { DeskProblem, DeskReply } from '#shared/contract/problem.ts';
import { bearDesk } from './born-folder.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { testClock, type TestClock } from './test-desk.ts';
import { warmChild } from './warm-child.ts';

export const PASSPHRASE = 'hoa gạo tháng ba';

/** What a test knows of a folder and how it is opened again. */
type Sealing = {
  readonly folder?: string;
  readonly clock?: TestClock;
  readonly system?: SystemKeys;
};

/** A desk as the host keeps it, whose secrets are cheap to try; `again` is the next start of the program over the same folder. */
export function sealingDesk({ folder, clock = testClock(), system }: Sealing = {}) {
  const root = folder === undefined ? temporaryFolder() : join(folder, '..');
  const data = folder ?? join(root, 'data');
  const stick = join(root, 'stick');
  mkdirSync(stick, { recursive: true });
  const keys = deskKeys({ folder: data, monotonic: clock.monotonic, system, cost: { m: 8, t: 1 } });
  const kept = keepDesk(
    async (moved) => {
      await keys.ready();
      if (keys.known() === null && keys.born() === null) bearDesk(data, clock.now());
      return openDesk({ folder: data, clock, keys, startChild: warmChild }, moved);
    },
    clock.monotonic,
    rescue({ folder: data, clock, keys, startChild: warmChild }),
  );
  const reply = async <M extends MethodName>(
    method: M,
    input: Input<M>,
    key: string = uuid(),
  ): Promise<DeskReply<Output<M>>> =>
    (await kept.dispatch(method, input, { role: 'leader' }, key)) as DeskReply<Output<M>>;
  const call = async <M extends MethodName>(method: M, input: Input<M>): Promise<Output<M>> => {
    const answer = await reply(method, input);
    if (!answer.ok) throw new Error(`${method}: ${JSON.stringify(answer.problem)}`);
    return answer.value;
  };
  const refusal = async <M extends MethodName>(method: M, input: Input<M>): Promise<DeskProblem> => {
    const answer = await reply(method, input);
    if (answer.ok) throw new Error(`${method} was not refused`);
    return answer.problem;
  };
  return {
    folder: data,
    stick,
    clock,
    reply,
    call,
    refusal,
    state: kept.state,
    close: () => kept.close(),
    again: (other: SystemKeys | undefined = system) =>
      sealingDesk({ folder: data, clock, ...(other === undefined ? {} : { system: other }) }),
    async setUp() {
      await call('office.set-up', {
        name: 'Công an phường Bình Minh',
        code: 'BM-01',
        receivingLevel: 'PC06',
        counters: ['Quầy 1'],
      });
    },
    openDay: (businessDay = '2026-11-20') => call('day.open', { businessDay }),
    issue: (fullName = 'Trần Thị Mẫu') =>
      call('ticket.issue', {
        requests: [{ procedure: 'level-2', subject: 'citizen', person: { fullName } }],
      }),
    endDay: (businessDay = '2026-11-20') => call('day.close', { businessDay, leftovers: 'left' }),
  };
}

/** One that has set up its office and a stick for its copies, and has closed a day with one number. */
export async function deskWithADay() {
  const desk = sealingDesk();
  await desk.setUp();
  await desk.call('backup.set-settings', { places: [desk.stick] });
  await desk.openDay();
  await desk.issue('Trần Thị Mẫu');
  await desk.endDay();
  // No copy of a test is made in the moment of the one of the evening.
  desk.clock.pass(60);
  return desk;
}
