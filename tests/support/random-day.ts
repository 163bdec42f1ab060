import { fc } from '#tests/support/property.ts';
import type { Input, MethodName } from '#shared/contract/desk-contract.ts';
import { INACTIVE_REASONS, REFERRAL_REASONS, SITES } from '#shared/domain/account/follow-up.ts';
import { localDay } from '#shared/domain/calendar/business-date.ts';
import {
  OUTCOMES,
  PAPERS,
  PAPER_STATES,
  PROCEDURES,
  SPECIAL_CASES,
} from '#shared/domain/procedure/vocabulary.ts';
import type { TestDesk } from './test-desk.ts';

/** One press of a button by somebody at the desk; numbers choose among what exists at that moment. */
export type Press = {
  readonly move: string;
  readonly ticket: number;
  readonly counter: number;
  readonly seconds: number;
  readonly procedure: (typeof PROCEDURES)[number];
  readonly outcome: (typeof OUTCOMES)[number];
  readonly paper: (typeof PAPERS)[number];
  readonly paperState: (typeof PAPER_STATES)[number];
  readonly flag: boolean;
  /** Chooses a person, a place, a residence, a reason: whatever the move needs. */
  readonly choice: number;
};

const moves = [
  'issue',
  'issue',
  'issue',
  'call-next',
  'call-next',
  'call-next',
  'start',
  'start',
  'finish',
  'finish',
  'finish',
  'not-here',
  'return',
  'hold',
  'resume',
  'transfer',
  'leave',
  'cancel',
  'settle',
  'reopen',
  'undo',
  'undo',
  'paper',
  'paper',
  'call',
  'recall',
  'add-request',
  'activate-later',
  'activate-later',
  'withdraw',
  'notice',
  'reason',
  'reason',
  'contact',
] as const;

/** What an office must have set up for a random day: its own words for places and hamlets. */
export const randomDaySettings = {
  residences: ['Tổ 1', 'Tổ 2', 'Thôn Đông'],
  directory: ['Trung tâm phục vụ hành chính công', 'Công an phường Bình Thử'].map((name, index) => ({
    officeId: `noi-${index}`,
    name,
    kind: 'commune-police' as const,
    procedures: [],
    open: true,
  })),
};

/** People who come again and again, so that one account may be asked for twice. */
const people = ['Trần Thị Mẫu', 'Lê Văn Ví Dụ', 'Phạm Minh Thử', 'Hoàng Thị Thí Điểm'].map(
  (fullName, index) => ({ fullName, idNumber: `00109000000${index}` }),
);

function pick<T>(list: readonly T[], choice: number): T | undefined {
  return list[choice % (list.length + 1)];
}

export const press: fc.Arbitrary<Press> = fc.record({
  move: fc.constantFrom(...moves),
  ticket: fc.nat(200),
  counter: fc.nat(2),
  seconds: fc.nat(240),
  procedure: fc.constantFrom(...PROCEDURES),
  outcome: fc.constantFrom(...OUTCOMES),
  paper: fc.constantFrom(...PAPERS),
  paperState: fc.constantFrom(...PAPER_STATES),
  flag: fc.boolean(),
  choice: fc.nat(59),
});

/**
 * Does what was pressed, whether it makes sense or not; answers which method was asked and whether it was refused.
 * Moves prefer the tickets that stand at the counter pressed, as officers do.
 */
export function pressOn(desk: TestDesk, pressed: Press): { method: MethodName; refused: string | null } {
  desk.clock.pass(pressed.seconds);
  const tickets = desk.call('ticket.list', {});
  const counterId = desk.counters[pressed.counter % desk.counters.length] ?? '';
  const active = tickets.find(
    (ticket) => ticket.counterId === counterId && ['called', 'serving'].includes(ticket.state),
  );
  const any = tickets[pressed.ticket % Math.max(1, tickets.length)];
  const ticket = pressed.flag ? (active ?? any) : any;
  const ticketId = ticket?.id ?? '01a200b7-5103-7326-ba8d-83bd1e8a54fe';
  const requests = ticket?.requests ?? [];
  const { choice } = pressed;
  const person = pick(people, choice);
  const request = {
    procedure: pressed.procedure,
    subject: 'citizen' as const,
    site: SITES[choice % SITES.length],
    staff: choice % 4 === 0,
    residence: pick(randomDaySettings.residences, choice) ?? '',
    ...(person === undefined ? {} : { person }),
    ...(choice % 3 === 0 ? { specialCase: pick(SPECIAL_CASES, choice) } : {}),
  };
  const ask = <M extends MethodName>(method: M, input: Input<M>) => {
    const reply = desk.reply(method, input);
    return { method, refused: reply.ok ? null : reply.problem.code };
  };
  const today = localDay(desk.clock.now());
  /** Somebody who is followed up, of this day or an earlier one. */
  const followed = () => {
    const { rows } = desk.call('follow-up.list', { list: 'all', limit: 40 });
    return {
      requestId: rows[pressed.ticket % Math.max(1, rows.length)]?.requestId ?? ticketId,
      activatedOn: today,
    };
  };
  switch (pressed.move) {
    case 'issue':
      return ask('ticket.issue', {
        priority: pressed.flag,
        requests: pressed.ticket % 5 === 0 ? [request, request] : [request],
      });
    case 'add-request':
      return ask('ticket.add-request', { ticketId, request });
    case 'call-next':
      return ask('ticket.call-next', { counterId });
    case 'call':
      return ask('ticket.call', { ticketId, counterId });
    case 'recall':
      return ask('ticket.recall', { ticketId, counterId });
    case 'start':
      return ask('ticket.start', { ticketId: active?.id ?? ticketId, counterId });
    case 'finish':
      return ask('ticket.finish', {
        ticketId: active?.id ?? ticketId,
        outcomes: (active?.requests ?? requests).map(({ id }) => ({
          requestId: id,
          outcome: pressed.outcome,
          activated: pressed.flag,
          referredTo: pick(randomDaySettings.directory, choice)?.name ?? '',
          referralReason: pick(REFERRAL_REASONS, choice),
        })),
      });
    case 'hold':
      return ask('ticket.hold', { ticketId });
    case 'not-here':
      return ask('ticket.not-here', { ticketId });
    case 'return':
      return ask('ticket.return', { ticketId });
    case 'resume':
      return ask('ticket.resume', { ticketId, counterId });
    case 'transfer':
      return ask('ticket.transfer', { ticketId, counterId });
    case 'leave':
      return ask('ticket.leave', { ticketId });
    case 'cancel':
      return ask('ticket.cancel', { ticketId, reason: 'cấp nhầm' });
    case 'settle':
      return ask('ticket.settle', { ticketId, outcome: pressed.outcome });
    case 'reopen':
      return ask('ticket.reopen', { ticketId, counterId, reason: 'bấm nhầm' });
    case 'paper':
      return ask('request.set-paper', {
        requestId: requests[0]?.id ?? ticketId,
        paper: pressed.paper,
        state: pressed.flag ? pressed.paperState : null,
      });
    case 'activate-later':
      return ask('follow-up.activate', { ...followed(), source: pressed.flag ? 'desk' : 'telephone' });
    case 'withdraw':
      return ask('follow-up.withdraw', { requestId: followed().requestId });
    case 'notice':
      return ask('follow-up.set-notice', { requestId: followed().requestId, noticedOn: today });
    case 'reason':
      return ask('follow-up.set-reason', {
        requestId: followed().requestId,
        reason: pick(INACTIVE_REASONS, choice) ?? null,
      });
    case 'contact':
      return ask('follow-up.record-contact', { requestId: followed().requestId, result: 'no-answer' });
    default:
      return ask('ticket.undo', { ticketId });
  }
}
