// The promises, the threats and the unkindness of Electron (tests/architecture) with what became of their tests in this run.
import { titlePattern } from '../tests/architecture/evidence.ts';
import { ELECTRON_DEFECTS } from '../tests/architecture/electron-defects.ts';
import { PROMISES } from '../tests/architecture/promises.ts';
import { THREATS } from '../tests/architecture/threats.ts';

/** `ran` holds every test that ran: `{ file, title, state: 'passed' | 'failed' | 'skipped' }`. */
export function evidenceTables(ran) {
  const byFile = Map.groupBy(ran, ({ file }) => file);
  const rows = ({ what, tests, without }) => {
    const states = tests.flatMap(([file, title]) => {
      const pattern = titlePattern(title);
      const cases = (byFile.get(file) ?? []).filter((test) => pattern.test(test.title));
      return cases.length === 0 ? ['not run'] : cases.map(({ state }) => state);
    });
    const figures = ['passed', 'failed', 'skipped', 'not run']
      .map((state) => [states.filter((one) => one === state).length, state])
      .filter(([count, state]) => count > 0 || (state === 'passed' && tests.length > 0))
      .map(([count, state]) => `${count} ${state}`);
    return [
      `  ${what.padEnd(72)} ${figures.join(', ') || '–'}`,
      ...(without === undefined ? [] : [`    not here: ${without}`]),
    ];
  };
  const table = (title, claims) => `\n${title} and their tests\n${claims.flatMap(rows).join('\n')}\n`;
  return (
    table('Promises', PROMISES) +
    table('Threats', THREATS) +
    table('What a real Electron does', ELECTRON_DEFECTS)
  );
}
