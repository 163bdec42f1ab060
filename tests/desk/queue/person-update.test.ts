import { describe, expect, test } from 'vitest';
import { openTestDesk } from '#tests/support/test-desk.ts';

const day = '2026-11-20';

function withHao() {
  const desk = openTestDesk({ day });
  const ticket = desk.call('ticket.issue', {
    requests: [
      {
        procedure: 'level-2',
        subject: 'citizen',
        person: { fullName: 'Lý Thị Hao', idNumber: '001190001234', birthDate: '1990', phone: '0912345678' },
      },
    ],
  });
  const person = desk.call('ticket.get', { ticketId: ticket.id }).requests[0]?.person;
  if (person == null) throw new Error('no person');
  return { desk, ticket, person };
}

describe('correcting a person', () => {
  test('slip, queue and search take the new name, the number stays', () => {
    const { desk, ticket, person } = withHao();
    desk.call('person.update', { personId: person.id, person: { fullName: 'Lý Thị Hảo' } });
    expect(desk.call('queue.board', {}).waiting[0]).toMatchObject({ number: 'A001', name: 'Lý Thị Hảo' });
    expect(desk.call('slip.show', { ticketId: ticket.id, sheet: 'guidance' })).toMatchObject({
      person: { fullName: 'Lý Thị Hảo' },
    });
    expect(desk.call('person.search', { search: 'hảo lý' })).toMatchObject([{ id: person.id }]);
  });

  test('what is absent stays, what is null goes', () => {
    const { desk, ticket, person } = withHao();
    desk.call('person.update', {
      personId: person.id,
      person: { fullName: 'Lý Thị Hao', birthDate: '1990-02-03', phone: null },
    });
    expect(desk.call('ticket.get', { ticketId: ticket.id }).requests[0]?.person).toEqual({
      ...person,
      birthDate: '1990-02-03',
      phone: null,
    });
  });

  test('the journal tells of it without a word of the person', () => {
    const { desk, person } = withHao();
    desk.call('person.update', { personId: person.id, person: { fullName: 'Lý Thị Hảo' } });
    const told = JSON.stringify(desk.desk.eventsSince(0, 100).at(-1));
    expect(told).toContain('person.updated');
    expect(told).not.toContain('Hảo');
  });
});

describe('finding a person by digits', () => {
  test.each([
    ['the first digits', '00119'],
    ['the whole number', '001190001234'],
    ['the last four, as the screen shows them', '1234'],
    ['the telephone', '0912 345 678'],
    ['the telephone with its country', '+84912345678'],
    ['the last four of the telephone', '5678'],
  ])('%s', (_name, search) => {
    const { desk, person } = withHao();
    expect(desk.call('person.search', { search })).toMatchObject([{ id: person.id }]);
  });

  test('four digits that begin one number and end another find both, the ending first', () => {
    const { desk, person } = withHao();
    desk.call('ticket.issue', {
      requests: [
        {
          procedure: 'level-2',
          subject: 'citizen',
          person: { fullName: 'Vũ Văn Ví', idNumber: '123490001111' },
        },
      ],
    });
    expect(desk.call('person.search', { search: '1234' }).map(({ fullName }) => fullName)).toEqual([
      person.fullName,
      'Vũ Văn Ví',
    ]);
  });

  test('a corrected number is found by its new end only', () => {
    const { desk, person } = withHao();
    desk.call('person.update', {
      personId: person.id,
      person: { fullName: person.fullName, idNumber: '001190005678' },
    });
    expect(desk.call('person.search', { search: '1234' })).toEqual([]);
    expect(desk.call('person.search', { search: '5678' })).toHaveLength(1);
  });
});

test('people and tickets are found with and without apostrophe, hyphen and space, and by telephone', () => {
  const desk = openTestDesk({ day });
  const people = ["H'Bia Niê", "O'Brien Liam", "Ksor H'Lan", 'Kim Ji-sung', 'Y-Thông Kbuôr'];
  for (const [at, fullName] of people.entries())
    desk.call('ticket.issue', {
      requests: [{ procedure: 'level-2', subject: 'citizen', person: { fullName, phone: `091234567${at}` } }],
    });
  for (const [search, fullName] of [
    ['hbia', people[0]],
    ['h bia', people[0]],
    ['obrien', people[1]],
    ['hlan', people[2]],
    ['jisung', people[3]],
    ['y thong', people[4]],
    ['0912345671', people[1]],
    ['5672', people[2]],
  ] as const) {
    expect([search, desk.call('person.search', { search }).map((one) => one.fullName)]).toEqual([
      search,
      [fullName],
    ]);
    expect([search, desk.call('ticket.list', { search }).map(({ name }) => name)]).toEqual([
      search,
      [fullName],
    ]);
  }
  expect(desk.call('person.search', { search: '09123456' })).toEqual([]);
});

test('people are listed the Vietnamese way, given names first', () => {
  const desk = openTestDesk({ day });
  const sorted = ['Mẫu Văn An', 'Mẫu Thị Ân', 'Mẫu Đạt', 'Mẫu Thị Hà', 'Mẫu Văn Hà'];
  for (const fullName of sorted.toReversed())
    desk.call('ticket.issue', {
      requests: [{ procedure: 'level-2', subject: 'citizen', person: { fullName } }],
    });
  expect(desk.call('person.search', { search: 'mau' }).map((one) => one.fullName)).toEqual(sorted);
});
