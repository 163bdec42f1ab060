/** Gives so many numbers in a folder and tells each as soon as it was given, and empties the log now and then; watched by a test. */
import { writeSync } from 'node:fs';
import { v7 as uuid } from 'uuid';
import { systemClock } from '#electron/desk/clock.ts';
import { deskIn } from '#tests/support/test-desk.ts';

const [folder = '', numbers = '0'] = process.argv.slice(2);
const { desk, store } = deskIn(folder, { clock: systemClock });
for (let count = 0; count < Number(numbers); count += 1) {
  const person = {
    fullName: `Nguyễn Thị Thử ${count}`,
    idNumber: `001190${String(count).padStart(6, '0')}`,
    birthDate: '1990-05-17',
    sex: 'female',
  };
  const requests = [{ procedure: 'level-2', subject: 'citizen', person }];
  const reply = await desk.dispatch('ticket.issue', { requests }, { role: 'leader' }, uuid());
  if (!reply.ok) throw new Error(JSON.stringify(reply.problem));
  if (count % 50 === 20) store.scrub();
  writeSync(1, `${(reply.value as { number: string }).number}\n`);
}
desk.close();
