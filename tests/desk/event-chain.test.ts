import { expect, test } from 'vitest';
import { openTestDesk } from '#tests/support/test-desk.ts';

const OTHER: Readonly<Record<string, string | number>> = {
  v: 2,
  at: '2026-11-20T01:00:00.001Z',
  business_day: '2026-11-19',
  name: 'ticket.left',
  officer: '0192f000-0000-7000-8000-00000000000a',
  device: '0192f000-0000-7000-8000-00000000000b',
  ticket_id: '0192f000-0000-7000-8000-00000000000c',
  request_id: '0192f000-0000-7000-8000-00000000000d',
  counter_id: '0192f000-0000-7000-8000-00000000000e',
  data: '{}',
  hash: '0'.repeat(64),
};

test('whatever is changed of a line of the journal, who did it and at which PC too, is found at that line', () => {
  const desk = openTestDesk();
  desk.issue();
  desk.finish(desk.serveNext());
  const { database } = desk.store;
  const broken = () => desk.call('system.verify-events', {}).firstBroken;
  expect(broken()).toBeNull();
  database.exec('DROP TRIGGER event_fixed');
  const columns = database
    .prepare<[], { name: string }>("SELECT name FROM pragma_table_info('event')")
    .all()
    .map(({ name }) => name);
  const numbers = database
    .prepare<[], { number: number }>('SELECT number FROM event WHERE ticket_id IS NOT NULL')
    .all()
    .map(({ number }) => number);
  expect(numbers.length).toBeGreaterThan(3);
  for (const column of columns.filter((name) => name !== 'number' && name !== 'office_id')) {
    const set = database.prepare<[unknown, number]>(`UPDATE event SET ${column} = ? WHERE number = ?`);
    const was = database.prepare<[number], { value: unknown }>(
      `SELECT ${column} AS value FROM event WHERE number = ?`,
    );
    for (const number of numbers) {
      const before = was.get(number)?.value;
      set.run(OTHER[column], number);
      expect(broken(), `${column} of ${number}`).toBe(number);
      set.run(before, number);
    }
  }
  expect(broken()).toBeNull();
});
