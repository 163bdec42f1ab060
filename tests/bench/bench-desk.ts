import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Input, MethodName, Output } from '#shared/contract/desk-contract.ts';
import type { DeskReply } from '#shared/contract/problem.ts';
import { systemClock } from '#electron/desk/clock.ts';
import type { DeskCore, OpenDeskOptions } from '#electron/desk/open-desk.ts';
import type { Store } from '#electron/desk/store/store.ts';
import { deskIn } from '#tests/support/test-desk.ts';

export const businessDay = '2026-11-23';
const caller = { role: 'leader' } as const;

/** The office every measurement uses. */
export const officeInput = (counters: number): Input<'office.set-up'> => ({
  name: 'Công an phường Thử Nghiệm',
  code: 'TN01',
  receivingLevel: 'Trung tâm tổng hợp',
  counters: Array.from({ length: counters }, (_, index) => `Quầy ${index + 1}`),
});

/** A visitor with a name and a card who wants all six papers: the largest ticket of an ordinary day. */
export function visitor(index: number): Input<'ticket.issue'> {
  const digits = String(index).padStart(6, '0');
  return {
    priority: index % 7 === 0,
    requests: [
      {
        procedure: 'level-2',
        subject: 'citizen',
        person: {
          fullName: `Nguyễn Thị Thử ${index}`,
          idNumber: `001190${digits}`,
          birthDate: '1990-05-17',
          sex: 'female',
        },
        papers: [
          'id-card',
          'health-insurance',
          'driving-licence',
          'vehicle-registration',
          'tax-number',
          'social-insurance',
        ],
      },
    ],
  };
}

/** A number and nothing else: what the other programs issue. */
export const plainNumber: Input<'ticket.issue'> = {
  requests: [{ procedure: 'guidance', subject: 'citizen' }],
};

/** An empty folder on the disk of the temporary files; the caller removes it. */
export function benchFolder(name: string): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), `quay-tiep-dan-bench-${name}-`));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** A desk in this process, asked without the promise that its door puts around an answer. */
export type BenchDesk = {
  readonly desk: DeskCore;
  readonly store: Store;
  call<M extends MethodName>(method: M, input: Input<M>, key?: string): Output<M>;
};

export function benchDesk(folder: string, options: Partial<OpenDeskOptions> = {}): BenchDesk {
  const { desk, store } = deskIn(folder, { clock: systemClock, ...options });
  return {
    desk,
    store,
    call(method, input, key = randomUUID()) {
      const reply = desk.dispatch(method, input, caller, key) as DeskReply<Output<typeof method>>;
      if (!reply.ok) throw new Error(`${method}: ${JSON.stringify(reply.problem)}`);
      return reply.value;
    },
  };
}

/** A desk with an office and an open day. */
export function openedDesk(
  folder: string,
  counters: number,
  options: Partial<OpenDeskOptions> = {},
): BenchDesk & { readonly counters: string[] } {
  const bench = benchDesk(folder, options);
  const office = bench.call('office.set-up', officeInput(counters));
  bench.call('day.open', { businessDay });
  return { ...bench, counters: office.counters.map(({ id }) => id) };
}

/** Milliseconds that `work` took. */
export function timed(work: () => void): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}
