import type { Input, MethodName, Output } from '#shared/contract/desk-contract.ts';
import type { DeskReply } from '#shared/contract/problem.ts';
import type { RunningHost } from './desk-test.ts';

/** One call that must succeed; its problem ends the test. */
export async function ask<M extends MethodName>(
  host: RunningHost,
  method: M,
  input: Input<M>,
): Promise<Output<M>> {
  const reply = (await host.call(method, input)) as DeskReply<Output<M>>;
  if (!reply.ok) throw new Error(`${method}: ${JSON.stringify(reply.problem)}`);
  return reply.value;
}

export type ReadyOffice = { readonly counterIds: readonly string[]; readonly businessDay: string };

/** An office that was set up before, for the specs that are not about setting one up. */
export async function setUp(
  host: RunningHost,
  settings: Input<'office.set-up'>['settings'] = {},
): Promise<readonly string[]> {
  const office = await ask(host, 'office.set-up', {
    name: 'Công an phường Thử Nghiệm',
    code: 'TN01',
    receivingLevel: 'Phòng tổng hợp tỉnh Ví Dụ',
    counters: ['Quầy 1', 'Quầy 2'],
    settings: {
      superior: 'Công an tỉnh Ví Dụ',
      address: 'Số 1 đường Thử Nghiệm',
      openingHours: '07:30–11:30, 13:00–17:00',
      ...settings,
    },
  });
  return office.counters.map((counter) => counter.id);
}

/** The same with its day open. */
export async function openOffice(
  host: RunningHost,
  settings: Input<'office.set-up'>['settings'] = {},
): Promise<ReadyOffice> {
  const counterIds = await setUp(host, settings);
  const { today } = await ask(host, 'day.status', {});
  await ask(host, 'day.open', { businessDay: today });
  return { counterIds, businessDay: today };
}

export function issue(
  host: RunningHost,
  fullName: string,
  more: Partial<Omit<Input<'ticket.issue'>, 'requests'>> = {},
): Promise<Output<'ticket.issue'>> {
  return ask(host, 'ticket.issue', {
    requests: [{ procedure: 'level-2', subject: 'citizen', person: { fullName } }],
    ...more,
  });
}

/** The days and places a window remembers, put there before its page loads: at which counter it sits. */
export function placeAt(counterId: string): string {
  return JSON.stringify({ state: { place: { counterId } }, version: 0 });
}
