import type { Input, MethodName, Output } from '#shared/contract/desk-contract.ts';
import type { DeskReply } from '#shared/contract/problem.ts';
import type { Ticket } from '#shared/contract/ticket.ts';
import type { PlannedVisitor } from '#shared/domain/sample-day/sample-day.ts';

/** The desk as the player reaches it: any transport that answers the contract. */
export type PlayerCall = <M extends MethodName>(method: M, input: Input<M>) => Promise<DeskReply<Output<M>>>;

export type PlayedDay = {
  readonly issued: number;
  readonly served: number;
  readonly absences: number;
  readonly minutes: number;
};

type Post = { readonly counterId: string; ticket: Ticket | null; busyUntil: number };

/** A refusal during a replay is a fault of the program or of the plan; it stops the replay with its code. */
async function demand<M extends MethodName>(
  call: PlayerCall,
  method: M,
  input: Input<M>,
): Promise<Output<M>> {
  const reply = await call(method, input);
  if (!reply.ok) throw new Error(`${method}: ${JSON.stringify(reply.problem)}`);
  return reply.value;
}

/**
 * Plays a planned day through the contract, minute by minute, with all counters at work at once: people arrive and get a
 * number, free counters call, some are absent, papers are checked, requests end with their outcomes. Stops when nobody is left
 * who comes, or at `untilMinute`. The day must be open. Throws an Error that names the refused call.
 */
export async function playDay(play: {
  readonly visitors: readonly PlannedVisitor[];
  readonly counterIds: readonly string[];
  readonly call: PlayerCall;
  readonly untilMinute?: number;
  /** Told before anything of this minute happens: where a simulated clock is moved. */
  readonly at?: (minute: number) => void;
}): Promise<PlayedDay> {
  const { visitors, call } = play;
  const posts: Post[] = play.counterIds.map((counterId) => ({ counterId, ticket: null, busyUntil: 0 }));
  const plans = new Map<string, PlannedVisitor>();
  const absencesLeft = new Map<string, number>();
  const last = play.untilMinute ?? 24 * 60;
  let [arrived, served, absences, minute, idle] = [0, 0, 0, 0, 0];

  const issue = async (visitor: PlannedVisitor): Promise<void> => {
    const ticket = await demand(call, 'ticket.issue', {
      priority: visitor.priority,
      requests: visitor.requests.map(({ procedure, subject, person }) => ({
        procedure,
        subject,
        person: { ...person },
      })),
    });
    plans.set(ticket.id, visitor);
    absencesLeft.set(ticket.id, visitor.absences);
  };

  const finish = async (post: Post, ticket: Ticket): Promise<void> => {
    const visitor = plans.get(ticket.id);
    const outcomes = [];
    for (const [index, request] of ticket.requests.entries()) {
      const planned = visitor?.requests[index];
      for (const paper of planned?.papers ?? []) {
        await demand(call, 'request.set-paper', { requestId: request.id, ...paper });
      }
      outcomes.push({
        requestId: request.id,
        outcome: planned?.outcome ?? ('guided' as const),
        activated: planned?.activated ?? false,
      });
    }
    await demand(call, 'ticket.finish', { ticketId: ticket.id, outcomes });
    post.ticket = null;
    served += 1;
  };

  const work = async (post: Post): Promise<boolean> => {
    if (post.ticket !== null) {
      if (minute < post.busyUntil) return true;
      await finish(post, post.ticket);
    }
    const ticket = await demand(call, 'ticket.call-next', { counterId: post.counterId });
    if (ticket === null) return false;
    const left = absencesLeft.get(ticket.id) ?? 0;
    if (left > 0) {
      absencesLeft.set(ticket.id, left - 1);
      absences += 1;
      await demand(call, 'ticket.not-here', { ticketId: ticket.id });
      return true;
    }
    post.ticket = await demand(call, 'ticket.start', { ticketId: ticket.id, counterId: post.counterId });
    post.busyUntil = minute + (plans.get(ticket.id)?.serviceMinutes ?? 5);
    return true;
  };

  for (; minute <= last && (arrived < visitors.length || idle === 0); minute += 1) {
    play.at?.(minute);
    for (
      let next = visitors[arrived];
      next !== undefined && next.arrivesMinute <= minute;
      next = visitors[arrived]
    ) {
      await issue(next);
      arrived += 1;
    }
    const atWork = await Promise.all(posts.map(work));
    idle = atWork.some(Boolean) ? 0 : 1;
  }
  return { issued: arrived, served, absences, minutes: minute };
}
