import { expect, onTestFinished } from 'vitest';
import { v7 as uuid } from 'uuid';
import { deskOver, type OpenDeskOptions } from '#electron/desk/open-desk.ts';
import { openMemoryStore } from '#tests/support/memory-store.ts';
import type { Input, MethodName, Output } from '#shared/contract/desk-contract.ts';
import type { ExportJob, ExportSubject } from '#shared/contract/export.ts';
import type { DeskReply } from '#shared/contract/problem.ts';
import { testClock } from '#tests/support/test-desk.ts';
import { DAY } from './exported-day.ts';

const leader = { role: 'leader' } as const;

/** A desk with one named person on a day that is closed unless `open` is said. */
export function officeDesk(options: Partial<OpenDeskOptions> & { open?: boolean } = {}) {
  const incidents: unknown[] = [];
  const desk = deskOver(openMemoryStore(), {
    clock: testClock(),
    exportMoves: { pause: async () => undefined },
    ...options,
    log: (_incident, _method, error) => incidents.push(error),
  });
  onTestFinished(() => desk.close());
  const reply = (method: string, input: unknown) => desk.dispatch(method, input, leader, uuid());
  const ask = <M extends MethodName>(method: M, input: Input<M>): Output<M> => {
    const answer = reply(method, input) as DeskReply<Output<M>>;
    if (!answer.ok)
      throw new Error(`${method}: ${JSON.stringify(answer.problem)}`, { cause: incidents.at(-1) });
    return answer.value;
  };
  ask('office.set-up', { name: 'Xã Thử', code: '0007', receivingLevel: 'PC06', counters: ['Quầy 1'] });
  ask('day.open', { businessDay: DAY });
  const person = { fullName: '=1+1', idNumber: '001190000123', phone: '0912345678' };
  ask('ticket.issue', { requests: [{ procedure: 'level-2', subject: 'citizen', person }] });
  if (options.open !== true) ask('day.close', { businessDay: DAY, leftovers: 'left' });
  const ended = async (exportId: string): Promise<ExportJob> => {
    const job = () => ask('export.list', {}).find((one) => one.exportId === exportId);
    await expect.poll(() => job()?.state, { timeout: 20_000, interval: 5 }).not.toBe('running');
    const found = job();
    if (found === undefined) throw new Error('the export is gone');
    return found;
  };
  const start = (subject: ExportSubject, format: ExportJob['format'], folders?: string[]) =>
    ask('export.start', { subject, format, ...(folders === undefined ? {} : { folders }) });
  return { desk, incidents, reply, ask, start, ended };
}
