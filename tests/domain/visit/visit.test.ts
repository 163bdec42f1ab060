import { describe, expect, test } from 'vitest';
import { homeState, isOverdue, routeOrder, type HomeFacts } from '#shared/domain/visit/home-visit.ts';
import {
  familyOrder,
  intakeProcedure,
  intakeSubject,
  visitAt,
  visitState,
} from '#shared/domain/visit/visit.ts';

const TODAY = '2026-11-20';
const asked: HomeFacts = { wantedOn: null, endedOn: null, plannedOn: null, outcomes: [] };

describe('a request for a visit at home', () => {
  test.each([
    ['waits to be planned', {}, 'asked'],
    ['is planned until the day of its visit is past', { plannedOn: TODAY }, 'planned'],
    ['waits again after a visit on which nothing came of it', { plannedOn: '2026-11-19' }, 'asked'],
    ['is under way while its number is open', { plannedOn: TODAY, outcomes: [null] }, 'under-way'],
    ['is done by what was taken', { plannedOn: TODAY, outcomes: ['papers-missing', 'taken'] }, 'done'],
    [
      'waits again where papers were missing',
      { plannedOn: '2026-11-19', outcomes: ['papers-missing'] },
      'asked',
    ],
    ['waits again where nobody was at home', { outcomes: ['left'] }, 'asked'],
    ['is ended by a reason', { endedOn: TODAY }, 'ended'],
    ['stays done, whatever was said later', { endedOn: TODAY, outcomes: ['guided'] }, 'done'],
  ] as const)('%s', (_what, facts, state) => {
    expect(homeState({ ...asked, ...facts }, TODAY)).toBe(state);
  });

  test.each([
    ['without a wanted day', {}, false],
    ['on the wanted day', { wantedOn: TODAY }, false],
    ['after the wanted day', { wantedOn: '2026-11-19' }, true],
    ['once somebody is to go', { wantedOn: '2026-11-19', plannedOn: '2026-11-21' }, false],
    ['after a visit that was not made', { plannedOn: '2026-11-19' }, true],
    ['when it is done', { wantedOn: '2026-11-01', outcomes: ['taken'] }, false],
    ['when nobody goes any more', { wantedOn: '2026-11-01', endedOn: '2026-11-02' }, false],
  ] as const)('is overdue or not %s', (_when, facts, overdue) => {
    expect(isOverdue({ ...asked, ...facts }, TODAY)).toBe(overdue);
  });
});

test('a visit is to come, on its day, over or called off', () => {
  const on = (day: string, calledOffOn: string | null = null) => visitState({ day, calledOffOn }, TODAY);
  expect([on('2026-11-21'), on(TODAY), on('2026-11-19'), on('2026-11-21', TODAY)]).toEqual([
    'to-come',
    'today',
    'over',
    'called-off',
  ]);
});

test('a number belongs to the visit that began last, and before the first of the day to that', () => {
  const day = [{ starts: '13:30' }, { starts: '08:00' }];
  const at = (time: string) => visitAt(day, time)?.starts;
  expect([at('07:10'), at('08:00'), at('12:00'), at('15:00')]).toEqual(['08:00', '08:00', '08:00', '13:30']);
  expect(visitAt([], '08:00')).toBeUndefined();
});

test('who is under 14 comes as a child, after the grown-ups of the family', () => {
  const family = ['2015-05-01', '1985', null, '2012-11-21', '2012-11-20'].map((birthDate) => ({ birthDate }));
  expect(familyOrder(family, TODAY).map(({ birthDate }) => birthDate)).toEqual([
    '1985',
    null,
    '2012-11-20',
    '2015-05-01',
    '2012-11-21',
  ]);
  expect(intakeSubject('2012-11-21', TODAY)).toBe('child');
  expect(intakeSubject('2012-11-20', TODAY)).toBe('citizen');
});

test('who has a file on the way is there to activate', () => {
  expect(
    ['not-yet', 'sent-home', 'taken', 'issued'].map((state) => intakeProcedure('level-1', state as never)),
  ).toEqual(['level-1', 'level-1', 'activate', 'activate']);
});

test('a route goes by the numbers of the addresses', () => {
  const homes = ['Hẻm 12', 'Hẻm 4', 'Ấp 2', 'Hẻm 4/10', 'Hẻm 4/2'].map((address) => ({ address }));
  expect(routeOrder(homes).map(({ address }) => address)).toEqual([
    'Ấp 2',
    'Hẻm 4',
    'Hẻm 4/2',
    'Hẻm 4/10',
    'Hẻm 12',
  ]);
});
