/** Purges a folder half a year later and tells each of its steps; killed by a test after one of them. */
import { v7 as uuid } from 'uuid';
import { deskIn, testClock } from '#tests/support/test-desk.ts';

const [folder = ''] = process.argv.slice(2);
const { desk } = deskIn(folder, { clock: testClock('2027-06-01T00:30:00.000Z') });
desk.subscribe({
  news: (events) => events.forEach(({ name }) => process.stdout.write(`${name}\n`)),
  ended: () => {},
});
await desk.dispatch('data.purge', {}, { role: 'leader' }, uuid());
desk.close();
