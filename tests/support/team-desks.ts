import { v7 as uuid } from 'uuid';
import type { Input, MethodName, Output } from '#shared/contract/desk-contract.ts';
import type { DeskProblem, DeskReply } from '#shared/contract/problem.ts';
import { emptyDesk, type TestClock, type TestDesk } from './test-desk.ts';

export const PASSPHRASE = 'mùa lúa chín ven sông';

/** The reply of a method that waits for a worker or works in steps. */
export async function askSlowly<M extends MethodName>(
  desk: TestDesk,
  method: M,
  input: Input<M>,
): Promise<DeskReply<Output<M>>> {
  return (await desk.desk.dispatch(method, input, { role: 'leader' }, uuid())) as DeskReply<Output<M>>;
}

export async function doSlowly<M extends MethodName>(
  desk: TestDesk,
  method: M,
  input: Input<M>,
): Promise<Output<M>> {
  const reply = await askSlowly(desk, method, input);
  if (!reply.ok)
    throw new Error(
      `${method} was refused: ${JSON.stringify(reply.problem)} ${String(desk.incidents.at(-1))}`,
    );
  return reply.value;
}

export async function slowRefusal<M extends MethodName>(
  desk: TestDesk,
  method: M,
  input: Input<M>,
): Promise<DeskProblem> {
  const reply = await askSlowly(desk, method, input);
  if (reply.ok) throw new Error(`${method} was not refused`);
  return reply.problem;
}

/** A starter of a team of this office. */
export function starterOf(
  home: TestDesk,
  teamId: string,
  rosterIds: string[] = [],
): Promise<Output<'team.starter'>> {
  return doSlowly(home, 'team.starter', { teamId, passphrase: PASSPHRASE, rosterIds });
}

/** A laptop that was made one of a team by its starter. */
export async function laptopOf(starter: Output<'team.starter'>, clock: TestClock): Promise<TestDesk> {
  const laptop = emptyDesk(clock);
  await doSlowly(laptop, 'team.start', { ...starter, passphrase: PASSPHRASE });
  laptop.counters.push(...laptop.call('counter.list', {}).map(({ id }) => id));
  return laptop;
}

/** A new team of an office, with its laptop. */
export async function newTeam(
  home: TestDesk,
  series: string,
  clock: TestClock = home.clock,
): Promise<{ teamId: string; laptop: TestDesk }> {
  const { teamId } = home.call('team.save', { name: `Tổ lưu động ${series}`, series });
  return { teamId, laptop: await laptopOf(await starterOf(home, teamId), clock) };
}

/** One person served: number, call, start, taken. */
export function serve(
  desk: TestDesk,
  person: { fullName: string; idNumber?: string; birthDate?: string },
  activated = false,
): string {
  const ticket = desk.call('ticket.issue', {
    requests: [{ procedure: 'level-2', subject: 'citizen', person, papers: ['driving-licence'] }],
  });
  const counterId = desk.counters[0] ?? '';
  desk.clock.pass(60);
  desk.call('ticket.call', { ticketId: ticket.id, counterId });
  desk.call('ticket.start', { ticketId: ticket.id, counterId });
  desk.clock.pass(120);
  const requestId = ticket.requests[0]?.id ?? '';
  desk.call('ticket.finish', {
    ticketId: ticket.id,
    outcomes: [{ requestId, outcome: 'taken', activated }],
  });
  return ticket.number;
}

/** A day of a laptop that served so many people and is closed. */
export function workedRoad(laptop: TestDesk, people: number, day: string, activated = false): void {
  laptop.call('day.open', { businessDay: day });
  for (let at = 0; at < people; at += 1) serve(laptop, { fullName: `Người thử số ${at}` }, activated);
  laptop.call('day.close', { businessDay: day });
}
