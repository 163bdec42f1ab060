import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { httpDesk } from '#renderer/desk/http-desk.ts';
import { ACCESS, type AccessSession } from '#shared/contract/access.ts';
import type { DeskClient, Input, MethodName, Output } from '#shared/contract/desk-contract.ts';
import type { DeskReply } from '#shared/contract/problem.ts';
import { valueOf } from './desk-clients.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { withToken } from './with-token.ts';

/** A folder like that of a Node package whose binary is a few bytes and runs this very Node. */
export function smallNode(): string {
  const folder = temporaryFolder('node');
  mkdirSync(join(folder, 'bin'));
  for (const name of ['node', 'node.exe'])
    writeFileSync(join(folder, 'bin', name), `#!/bin/sh\nexec "${process.execPath}" "$@"\n`, { mode: 0o755 });
  return folder;
}

/**
 * A browser that keeps the addresses it was opened with, and is open until `closeWindows`. With `real`, a Chromium, the first address
 * is opened by that one, which Playwright may look at.
 */
export function fakeBrowser(real?: string) {
  const folder = temporaryFolder('shown-by');
  const file = join(folder, 'browser');
  const opened = join(folder, 'opened');
  const closed = join(folder, 'closed');
  const script = `#!/bin/sh
[ "$1" = --version ] && exit 0
echo "$1" >> "${opened}"
${real === undefined ? '' : `[ $(wc -l < "${opened}") = 1 ] && exec "${real}" --remote-debugging-port=0 --disable-gpu "$@"`}
while [ -e "$0" ] && [ ! -e "${closed}" ]; do sleep 0.05; done
`;
  writeFileSync(file, script, { mode: 0o755 });
  onTestFinished(() => {
    if (existsSync(folder)) writeFileSync(closed, '');
  });
  const addresses = (): string[] =>
    existsSync(opened)
      ? readFileSync(opened, 'utf8')
          .split('\n')
          .filter(Boolean)
          .map((line) => line.replace('--app=', ''))
      : [];
  return {
    env: { CHROMIUM_PATH: file, DISPLAY: ':0' },
    /** The address of the n-th window, once it was opened. */
    async window(count: number): Promise<string> {
      await expect.poll(() => addresses().length, { timeout: 100_000 }).toBeGreaterThanOrEqual(count);
      return addresses()[count - 1]!;
    },
    closeWindows: () => writeFileSync(closed, ''),
  };
}

/** The desk as a window has it that was opened at this address: its code is traded for a session. */
export async function windowDesk(address: string): Promise<DeskClient> {
  const { origin, hash } = new URL(address);
  const response = await fetch(origin + ACCESS.session, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code: hash.replace('#code=', '') }),
  });
  const { session } = valueOf((await response.json()) as DeskReply<AccessSession>);
  return httpDesk({ base: origin, access: withToken(session) });
}

/** Starts a program and keeps what it says; killed with the test. */
export function started(command: string, args: readonly string[], env: Readonly<Record<string, string>>) {
  const child: ChildProcess = spawn(command, args, { env: { ...process.env, ...env }, stdio: 'pipe' });
  let said = '';
  child.stdout?.on('data', (part: Buffer) => (said += part.toString('utf8')));
  child.stderr?.on('data', (part: Buffer) => (said += part.toString('utf8')));
  const ended = new Promise<number | null>((done) => child.once('close', (code) => done(code)));
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await ended;
  });
  return { ended, said: () => said };
}

/** A day of so many people, from the empty folder to the closed day, whose date it gives. */
export async function playDay(desk: DeskClient, people: number): Promise<string> {
  const ask = async <M extends MethodName>(method: M, input: Input<M>): Promise<Output<M>> =>
    valueOf(await desk.call(method, input, randomUUID()));
  await ask('office.set-up', { name: 'Xã Thử', code: 'T1', receivingLevel: 'Trên', counters: ['Quầy 1'] });
  const [counter] = await ask('counter.list', {});
  const counterId = counter?.id ?? '';
  const { today } = await ask('day.status', {});
  await ask('day.open', { businessDay: today });
  for (let each = 1; each <= people; each += 1) {
    const person = { fullName: `Người Thứ ${each}` };
    await ask('ticket.issue', { requests: [{ procedure: 'level-2', subject: 'citizen', person }] });
    const ticket = await ask('ticket.call-next', { counterId });
    if (ticket === null) throw new Error('nobody waits');
    await ask('ticket.start', { ticketId: ticket.id, counterId });
    const outcomes = ticket.requests.map(({ id }) => ({ requestId: id, outcome: 'taken' as const }));
    await ask('ticket.finish', { ticketId: ticket.id, counterId, outcomes });
  }
  await ask('day.close', { businessDay: today, leftovers: 'left' });
  const report = await ask('report.day', { businessDay: today });
  expect(JSON.stringify(report)).toContain(`"taken":${people}`);
  return today;
}
