import { expect, test } from 'vitest';
import { openTestDesk } from '#tests/support/test-desk.ts';
import { inventPeople, takeFile } from './roster-desk.ts';

test('a person with the number of a member and another name is proposed until an officer says yes or no, on each roster by itself', () => {
  const desk = openTestDesk();
  const [one] = inventPeople(1);
  if (!one) throw new Error('nobody was invented');
  const [school, station] = ['Trường Mẫu', 'Trạm Mẫu'].map((name) => {
    const { rosterId } = desk.call('roster.save', { name, dueOn: null, level: 'level-2' });
    const person = { fullName: 'Người Khác Tên', idNumber: one.idNumber };
    return { rosterId, ...desk.call('roster.add-member', { rosterId, person }) };
  });
  if (!school || !station) throw new Error('no roster');
  takeFile(desk, one);
  const seen = () =>
    [school, station].map(({ rosterId }) =>
      desk.call('roster.members', { rosterId }).map(({ state, maybe }) => [state, maybe?.fullName ?? null]),
    );
  const [asked] = desk.call('roster.members', { rosterId: school.rosterId });
  const personId = asked?.maybe?.personId ?? '';
  const { memberId } = school;
  const proposed = [['not-yet', one.fullName]];
  expect(seen()).toEqual([proposed, proposed]);
  desk.call('roster.match', { memberId, personId });
  expect(seen()).toEqual([[['taken', null]], proposed]);
  desk.call('roster.match', { memberId, personId, isThem: false });
  expect(seen()).toEqual([[['not-yet', null]], proposed]);
  desk.call('roster.match', { memberId, personId: null });
  expect(seen()).toEqual([proposed, proposed]);
});

test('who stands on a roster by number and name is not proposed as well', () => {
  const desk = openTestDesk();
  const [one] = inventPeople(1);
  if (!one) throw new Error('nobody was invented');
  const { rosterId } = desk.call('roster.save', { name: 'Trường Mẫu', dueOn: null, level: 'level-2' });
  const { fullName, idNumber } = one;
  desk.call('roster.add-member', { rosterId, person: { fullName, idNumber } });
  takeFile(desk, one);
  expect(desk.call('roster.members', { rosterId })).toMatchObject([{ state: 'taken', maybe: null }]);
});
