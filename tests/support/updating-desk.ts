import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { OpenDeskOptions } from '#electron/desk/open-desk.ts';
import { programUpdates, type Installer } from '#electron/desk/update/port/updates.ts';
import type { Input, MethodName, Output } from '#shared/contract/desk-contract.ts';
import type { DeskProblem, DeskReply } from '#shared/contract/problem.ts';
import { valueOf } from './desk-clients.ts';
import { newReleaseKey, signedRelease } from './signed-release.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { deskIn, testClock } from './test-desk.ts';

/** A PC whose program was installed in version 1.0.0, a folder that stands for a stick, and two keys that it takes releases of. */
export function updatingPc() {
  const root = temporaryFolder('updating');
  const folder = join(root, 'data');
  const stick = join(root, 'stick');
  mkdirSync(stick);
  const keys = [newReleaseKey(), newReleaseKey()] as const;
  const clock = testClock();
  const started: string[] = [];
  const ends: ((exitCode: number) => void)[] = [];
  const installer: Installer = {
    edition: 'host',
    byAdministrator: false,
    start(file) {
      started.push(file);
      return new Promise((done) => ends.push(done));
    },
  };
  const updates = (version: string, more: Partial<Parameters<typeof programUpdates>[0]> = {}) =>
    programUpdates({
      folder,
      version,
      now: clock.now,
      installer,
      keys: keys.map(({ publicLine }) => publicLine),
      platform: 'win-x64',
      disks: async () => [stick],
      ...more,
    });
  return {
    root,
    folder,
    stick,
    keys,
    started,
    updates,
    /** Ends the installer that was started last. */
    end: (exitCode: number) => ends.at(-1)?.(exitCode),
    release: (wish: Partial<Parameters<typeof signedRelease>[0]> = {}) =>
      signedRelease({ folder: join(stick, `QuayTiepDan-${wish.version ?? '2.0.0'}`), key: keys[0], ...wish }),
    /** The desk of this PC, opened by a program of this version. */
    desk(version: string, options: Partial<OpenDeskOptions> = {}) {
      const { desk } = deskIn(folder, { clock, version, updates: updates(version), ...options });
      const close = (): void => desk.close();
      onTestFinished(close);
      const reply = async <M extends MethodName>(method: M, input: Input<M>, asker = {}) =>
        (await desk.dispatch(method, input, { role: 'leader', ...asker }, randomUUID())) as DeskReply<
          Output<M>
        >;
      return {
        close,
        reply,
        ask: async <M extends MethodName>(method: M, input: Input<M>) => valueOf(await reply(method, input)),
        refusal: async <M extends MethodName>(method: M, input: Input<M>, asker = {}) => {
          const answer = await reply(method, input, asker);
          if (answer.ok) throw new Error(`${method} was not refused`);
          return answer.problem as Extract<DeskProblem, { code: 'update-refused' }>;
        },
        events: () => desk.eventsSince(0).filter(({ name }) => name.startsWith('update.')),
      };
    },
  };
}

export const OFFICE = { name: 'Xã Thử', code: 'T1', receivingLevel: 'Trên', counters: ['Quầy 1'] };
