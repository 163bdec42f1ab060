import { expect, test } from 'vitest';
import { openAt, placeIn, placeKey, usePlace } from '#renderer/frame/place.ts';
import type { Office } from '#shared/contract/office.ts';

const office = {
  counters: [
    { id: 'on', active: true },
    { id: 'off', active: false },
  ],
} as unknown as Office;

test.each([
  ['dashboard', 'dashboard'],
  [{ counterId: 'on' }, { counterId: 'on' }],
  [{ counterId: 'off' }, 'reception'],
  [{ counterId: 'gone' }, 'reception'],
] as const)('a window that was at %o comes to %o', (place, shown) => {
  expect(placeIn(office, place)).toEqual(shown);
});

test('three places have a key from anywhere, a counter has none', () => {
  expect(placeKey('dashboard')).toBe('Alt+B');
  expect(placeKey('follow-up')).toBe('Alt+G');
  expect(placeKey('day-end')).toBe('Alt+C');
  expect(placeKey('reception')).toBeUndefined();
  expect(placeKey({ counterId: 'on' })).toBeUndefined();
});

test('what was wanted at one place is not wanted at the next', () => {
  const { go } = usePlace.getState();
  go({ counterId: 'on' }, { ticketId: 't1' });
  expect(usePlace.getState()).toMatchObject({ place: { counterId: 'on' }, ticketId: 't1', person: null });
  go('reception');
  expect(usePlace.getState()).toMatchObject({ place: 'reception', ticketId: null, person: null });
});

test('a new window opens at the counter of its PC; one that somebody sent somewhere stays there', () => {
  usePlace.setState({ place: 'reception', isChosen: false });
  const place = () => usePlace.getState().place;
  openAt(null);
  expect(place()).toBe('reception');
  openAt('on');
  expect(place()).toEqual({ counterId: 'on' });
  usePlace.getState().go('reception');
  openAt('on');
  expect(place()).toBe('reception');
});
