import { fc } from '#tests/support/property.ts';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { incidentLog, withoutNumbers } from '#electron/host/incident-log.ts';
import { temporaryFolder } from '#tests/support/temporary-folder.ts';

function silencedLog(folder: string) {
  const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  onTestFinished(() => said.mockRestore());
  return incidentLog(folder);
}

test('an entry tells the incident, the place and the stack, and no number of a person', () => {
  const folder = temporaryFolder();
  silencedLog(folder)('inc-1', 'ticket.issue', new Error('không ghi được 001090000123 / 0900000456'));
  const text = readFileSync(join(folder, 'log/incidents.log'), 'utf8');
  expect(text).toMatch(
    /^\d{4}-\d\d-\d\dT\S+ inc-1 ticket\.issue\nError: không ghi được \*\*\*123 \/ \*\*\*456\n/,
  );
  expect(text).toContain('incident-log.test.ts');
});

test('a number with nine digits or more never stays readable', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^\d{9,12}$/), fc.string(), (number, around) => {
      expect(withoutNumbers(`${around}${number}${around}`)).not.toContain(number);
    }),
  );
});

test('the log does not grow for ever', () => {
  const folder = temporaryFolder();
  const log = silencedLog(folder);
  log('a', 'x', 'first');
  const file = join(folder, 'log/incidents.log');
  writeFileSync(file, 'x'.repeat(1024 * 1024 + 1));
  log('b', 'x', 'second');
  expect(statSync(file).size).toBeLessThan(1000);
  expect(statSync(`${file}.1`).size).toBe(1024 * 1024 + 1);
});

test('a folder that takes no file does not turn an incident into a second one', () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'log'), 'a file where the folder should be');
  expect(() => silencedLog(folder)('a', 'x', 'y')).not.toThrow();
});
