// The table of threats (tests/architecture/threats.ts) with what became of their tests in this run.
import { THREATS, titlePattern } from '../tests/architecture/threats.ts';

/** `ran` holds every test that ran: `{ file, title, state: 'passed' | 'failed' | 'skipped' }`. */
export function threatTable(ran) {
  const byFile = Map.groupBy(ran, ({ file }) => file);
  const lines = THREATS.flatMap(({ threat, tests, without }) => {
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
      `  ${threat.padEnd(60)} ${figures.join(', ') || '–'}`,
      ...(without === undefined ? [] : [`    not here: ${without}`]),
    ];
  });
  return `\nThreats and their tests\n${lines.join('\n')}\n`;
}
