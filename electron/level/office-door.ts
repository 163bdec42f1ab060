import { hash } from 'node:crypto';
import { handed } from '#shared/contract/level-shapes.ts';
import { refused } from '#shared/contract/problem.ts';
import { parseInput } from '#electron/desk/call-input.ts';
import type { Level } from './level.ts';
import { readFile } from './receive/read-file.ts';
import type { LevelStore } from './store/level-store.ts';

/** The door for offices that send by themselves: each hands in its own files and nothing else. */
export function officeDoor(
  store: LevelStore,
  dispatch: Level['dispatch'],
): Pick<Level, 'receiveFrom' | 'knowsOffice'> {
  const officeOf = (token: string) =>
    store.read((trx) =>
      trx
        .selectFrom('office')
        .select(['code', 'name'])
        .where('tokenHash', '=', hash('sha256', token))
        .where('closedOn', 'is', null)
        .executeTakeFirst(),
    );
  const receiveFrom: Level['receiveFrom'] = async (token, input, key) => {
    let office: Awaited<ReturnType<typeof officeOf>>;
    try {
      office = await officeOf(token);
    } catch (error) {
      return refused(store.problemOf(error) ?? { code: 'unexpected', incident: '' });
    }
    if (office === undefined) return undefined;
    const parsed = parseInput(handed, input);
    if (!parsed.ok) return parsed;
    const { fileName, base64 } = parsed.value;
    const read = readFile(Buffer.from(base64, 'base64'));
    const claim = read.whole ? read.content.claim : read.claim;
    if (claim !== null && claim.officeCode !== office.code)
      return refused({ code: 'invalid-input', path: 'base64', reason: 'file-of-another-office' });
    return dispatch(
      'file.receive',
      { fileName, base64 },
      { role: 'clerk', by: office.name, program: true, line: true },
      key,
    );
  };
  const knowsOffice: Level['knowsOffice'] = (token) =>
    officeOf(token).then(
      (office) => office !== undefined,
      // What follows tells the trouble.
      () => true,
    );
  return { receiveFrom, knowsOffice };
}
