import { describe, expect, test } from 'vitest';
import { openTestDesk } from '#tests/support/test-desk.ts';

const remark = 'Bà nghe kém, con đang về lấy sổ';

function waiting() {
  const desk = openTestDesk({ day: '2026-11-20' });
  const { id: ticketId } = desk.call('ticket.issue', {
    requests: [{ procedure: 'level-2', subject: 'citizen', person: { fullName: 'Lý Thị Mẫu' } }],
  });
  return { desk, ticketId, shown: () => desk.call('ticket.get', { ticketId }).remark };
}

describe('a remark on somebody who waits', () => {
  test('stands in the line, in the list and with the ticket until another takes its place', () => {
    const { desk, ticketId, shown } = waiting();
    expect(shown()).toBeNull();
    desk.call('ticket.set-remark', { ticketId, remark });
    expect(desk.call('queue.board', {}).waiting[0]).toMatchObject({ remark });
    expect(desk.call('ticket.list', { search: '1' })[0]).toMatchObject({ remark });
    desk.call('ticket.set-remark', { ticketId, remark: 'Đã về' });
    expect(shown()).toBe('Đã về');
    desk.call('ticket.set-remark', { ticketId, remark: '  ' });
    expect(shown()).toBeNull();
  });

  test('goes along when they are called, held and served, and is not written once they are gone', () => {
    const { desk, ticketId, shown } = waiting();
    desk.call('ticket.set-remark', { ticketId, remark });
    const serving = desk.serveNext();
    desk.call('ticket.hold', { ticketId });
    expect(desk.call('queue.board', {}).onHold[0]).toMatchObject({ remark });
    desk.call('ticket.resume', { ticketId, counterId: desk.counters[0] });
    desk.finish(serving);
    expect(shown()).toBe(remark);
    expect(desk.refusal('ticket.set-remark', { ticketId, remark: 'khác' })).toEqual({
      code: 'ticket-state',
      state: 'done',
      number: 'A001',
    });
  });

  test('is no word of the wall, the board of the leader, the journal, the slip or the report', () => {
    const { desk, ticketId } = waiting();
    desk.call('ticket.set-remark', { ticketId, remark });
    const elsewhere = [
      desk.call('queue.wall', {}),
      desk.call('queue.room', {}),
      desk.call('slip.show', { ticketId, sheet: 'guidance' }),
      desk.call('report.day', { businessDay: '2026-11-20' }),
      desk.desk.eventsSince(0, 100),
    ];
    expect(JSON.stringify(elsewhere)).not.toContain('nghe kém');
  });
});
