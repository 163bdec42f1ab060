import { PROGRAM } from '#electron/desk/desk-call.ts';
import type { ServedDesk } from '#electron/host/kept-desk.ts';
import type { ExportJob } from '#shared/contract/export.ts';
import type { DeskReply } from '#shared/contract/problem.ts';

/** Are over when they are answered. */
const UNTIL_ANSWERED: readonly string[] = ['backup.make', 'backup.restore', 'data.encrypt'];
/** Are answered at once, and followed by `export.list`. */
const EXPORTS: readonly string[] = ['export.start', 'export.retry'];

/** More than whole: something is at work, and nobody knows how far it is. As Electron reads it. */
const UNKNOWN = 2;
const NOTHING = -1;

export type FileWork = {
  /** To be told of every call of a window. */
  follow(desk: Pick<ServedDesk, 'dispatch'>, method: string, reply: Promise<DeskReply<unknown>>): void;
  isBusy(): boolean;
  /** Resolves when nothing is at work. */
  settled(): Promise<void>;
};

/** Files and copies that a window asked for and that are being written: what a taskbar shows, and what a program does not end over. */
export function fileWork(show: (progress: number) => void, everyMs = 500): FileWork {
  const waiting: (() => void)[] = [];
  const watched = new Map<Pick<ServedDesk, 'dispatch'>, number>();
  let calls = 0;

  const isBusy = (): boolean => calls > 0 || watched.size > 0;

  function tell(): void {
    const known = [...watched.values()];
    if (known.length > 0) show(known.reduce((sum, part) => sum + part, 0) / known.length);
    else show(isBusy() ? UNKNOWN : NOTHING);
    if (!isBusy()) for (const done of waiting.splice(0)) done();
  }

  async function watch(desk: Pick<ServedDesk, 'dispatch'>): Promise<void> {
    if (watched.has(desk)) return;
    watched.set(desk, 0);
    try {
      for (;;) {
        const reply = (await desk.dispatch('export.list', {}, PROGRAM)) as DeskReply<ExportJob[]>;
        const running = reply.ok ? reply.value.filter(({ state }) => state === 'running') : [];
        if (running.length === 0) return;
        watched.set(desk, running.reduce((sum, { progress }) => sum + progress, 0) / running.length / 100);
        tell();
        await new Promise((done) => setTimeout(done, everyMs));
      }
    } finally {
      watched.delete(desk);
      tell();
    }
  }

  async function count(reply: Promise<unknown>): Promise<void> {
    calls += 1;
    tell();
    await reply.catch(() => {});
    calls -= 1;
    tell();
  }

  return {
    follow(desk, method, reply) {
      if (UNTIL_ANSWERED.includes(method)) void count(reply);
      if (EXPORTS.includes(method))
        void reply.then((answer) => (answer.ok ? watch(desk) : undefined)).catch(() => {});
    },
    isBusy,
    settled: () => (isBusy() ? new Promise((done) => waiting.push(done)) : Promise.resolve()),
  };
}
