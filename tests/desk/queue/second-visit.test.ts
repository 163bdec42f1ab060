import { expect, test } from 'vitest';
import { openTestDesk, type TestDesk } from '#tests/support/test-desk.ts';

const person = { fullName: 'Đặng Thị Ẩm', idNumber: '079190123456' };

function sentHome(desk: TestDesk): string {
  const { call, serveNext, finish } = desk;
  call('ticket.issue', {
    requests: [
      { procedure: 'level-2', subject: 'citizen', person, papers: ['driving-licence', 'health-insurance'] },
    ],
  });
  const ticket = serveNext();
  const requestId = ticket.requests[0]?.id ?? '';
  call('request.set-paper', { requestId, paper: 'id-card', state: 'seen' });
  call('request.set-paper', { requestId, paper: 'health-insurance', state: 'seen', number: '7901234567' });
  call('request.set-paper', { requestId, paper: 'driving-licence', state: 'missing' });
  finish(ticket, 'papers-missing');
  return requestId;
}

test('a second visit finds the first by name without diacritics or by number, with what is missing', () => {
  const desk = openTestDesk();
  const requestId = sentHome(desk);
  for (const search of ['dang thi am', '0791901']) {
    expect(desk.call('person.search', { search })[0]?.unfinished).toEqual({
      requestId,
      procedure: 'level-2',
      businessDay: '2026-11-20',
      missing: ['driving-licence'],
    });
  }
});

test('its checklist goes on: what was seen stays with its number, what was missing is open again', () => {
  const desk = openTestDesk();
  const continues = sentHome(desk);
  desk.call('day.close', { businessDay: '2026-11-20' });
  desk.call('day.open', { businessDay: '2026-11-23' });
  const { id } = desk.call('ticket.issue', {
    requests: [{ procedure: 'level-2', subject: 'citizen', person, continues }],
  });
  const papers = desk.call('ticket.get', { ticketId: id }).requests[0]?.papers ?? [];
  const stateOf = (name: string) => papers.find(({ paper }) => paper === name);
  expect(stateOf('id-card')?.state).toBe('seen');
  expect(stateOf('health-insurance')).toMatchObject({ state: 'seen', number: '7901234567' });
  expect(stateOf('driving-licence')).toMatchObject({ state: null, wished: true });
  expect(desk.call('person.search', { search: 'am' })[0]?.unfinished).toBeNull();
});

test('a request that continues nothing known is refused and uses up no number', () => {
  const desk = openTestDesk();
  const continues = '01a200b7-5103-7326-ba8d-83bd1e8a54fe';
  expect(
    desk.refusal('ticket.issue', { requests: [{ procedure: 'level-2', subject: 'citizen', continues }] })
      .code,
  ).toBe('unknown-request');
  expect(desk.issue().number).toBe('A001');
});
