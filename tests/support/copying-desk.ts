import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { v7 as uuid } from 'uuid';
import type { Input, MethodName, Output } from '#shared/contract/desk-contract.ts';
import type { DeskReply } from '#shared/contract/problem.ts';
import type { OpenDeskOptions } from '#electron/desk/open-desk.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { deskIn, testClock } from './test-desk.ts';

/** A desk over a folder, with an open day and a folder that stands for a stick. */
export async function copyingDesk(options: Partial<OpenDeskOptions> = {}) {
  const root = temporaryFolder();
  const folder = join(root, 'data');
  const stick = join(root, 'stick');
  mkdirSync(stick);
  const clock = testClock();
  const { desk, store } = deskIn(folder, { clock, ...options });
  const reply = async <M extends MethodName>(method: M, input: Input<M>): Promise<DeskReply<Output<M>>> =>
    (await desk.dispatch(method, input, { role: 'leader' }, uuid())) as DeskReply<Output<M>>;
  const call = async <M extends MethodName>(method: M, input: Input<M>): Promise<Output<M>> => {
    const answer = await reply(method, input);
    if (!answer.ok) throw new Error(`${method}: ${JSON.stringify(answer.problem)}`);
    return answer.value;
  };
  await call('office.set-up', {
    name: 'Công an phường Bình Minh',
    code: 'BM-01',
    receivingLevel: 'PC06',
    counters: ['Quầy 1'],
  });
  await call('day.open', { businessDay: '2026-11-20' });
  const issue = (): Promise<Output<'ticket.issue'>> =>
    call('ticket.issue', { requests: [{ procedure: 'level-2', subject: 'citizen' }] });
  return { root, folder, stick, clock, desk, store, reply, call, issue };
}
