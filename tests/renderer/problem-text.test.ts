import { describe, expect, test } from 'vitest';
import { deskProblem, type DeskProblem } from '#shared/contract/problem.ts';
import { catalogue } from '#shared/text/catalogue.ts';
import { problemText } from '#shared/text/problem-text.ts';

/** A value for every field that some problem carries. */
const facts = {
  path: 'requests.0.person.fullName',
  reason: 'locked',
  role: 'counter',
  limitKiB: 64,
  file: 'desk.sqlite',
  detail: 'detail',
  name: 'Quầy 1',
  what: 'Quầy 1',
  office: '00123',
  businessDay: '2026-11-20',
  lastDay: '2026-11-20',
  workingDays: 4,
  clockAt: '2026-11-20T00:00:00.000Z',
  lastAt: '2026-11-20T01:00:00.000Z',
  tickets: 7,
  parts: [119, 1068],
  stated: 2352,
  missing: 7,
  numbers: ['A001', 'A002', 'A003', 'A004', 'A005', 'A006', 'A007'],
  series: 'A',
  state: 'done',
  letter: 'L',
  number: 'A038',
  counter: 'Quầy 2',
  ticketId: 'ticket',
  requestId: 'request',
  seconds: 10,
  waitSeconds: 15,
  triesLeft: 3,
  wrong: 4,
  year: 2028,
  folder: '/exports',
  address: '192.168.1.20',
  port: 47_000,
  since: '2026-11-20T01:00:00.000Z',
  here: '1.2.0',
  there: '1.3.0',
  found: '2.0.0',
  needed: '1.9.0',
  incident: 'X7',
  route: 'none',
  issued: 3,
  limit: 8,
  version: 2,
  date: '2026-06-30',
  countedOn: '2026-11-20',
  papers: ['id-card'],
  visit: 'to-come',
  trouble: 'full',
  copy: '20261120T010000Z-0a1b2c3d',
};
/** Reasons from a closed list of their own. */
const reasons: Readonly<Record<string, string>> = {
  'pdf-not-made': 'no-browser',
  'date-refused': 'in-future',
  'extract-refused': 'too-large',
  'lan-not-opened': 'address-gone',
  'pairing-over': 'late',
  'voice-refused': 'damaged',
  'team-file-refused': 'cut',
  'update-refused': 'step-missing',
};
const problems = deskProblem.options.map(({ shape }) => {
  const code = shape.code.value;
  const state = code === 'print-job-state' ? 'sent' : facts.state;
  return { ...facts, state, reason: reasons[code] ?? facts.reason, code } as unknown as DeskProblem;
});
const vietnamese = /[ăâđêôơưáàảãạấầẩẫậắằẳẵặéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ]/i;

describe.each(problems.map((problem) => [problem.code, problem] as const))('%s', (_code, problem) => {
  const vi = problemText(problem, catalogue('vi'));
  const en = problemText(problem, catalogue('en'));

  test('is a Vietnamese sentence and an English one', () => {
    expect(vi).toMatch(vietnamese);
    expect(vi).toMatch(/^\p{Lu}.*\.$/u);
    expect(en).toMatch(/^\p{Lu}.*\.$/u);
    expect(en).not.toBe(vi);
  });

  test('fills in every fact it speaks of', () => {
    for (const sentence of [vi, en]) expect(sentence).not.toMatch(/undefined|null|\[object|NaN|\$\{/);
  });
});

test('facts that tell cases apart are said', () => {
  const text = catalogue('vi');
  expect(problemText({ code: 'ticket-elsewhere', number: 'A038', counter: 'Quầy 2' }, text)).toContain(
    'Quầy 2',
  );
  expect(problemText({ code: 'counter-busy', ticketId: 't', number: 'A038' }, text)).toContain('A038');
  expect(problemText({ code: 'day-goes-back', lastDay: '2026-11-20' }, text)).toContain('20/11/2026');
  expect(problemText({ code: 'leftovers-remain', tickets: 2, numbers: ['A001', 'B002'] }, text)).toContain(
    'A001, B002',
  );
  expect(problemText({ code: 'unexpected', incident: 'X7' }, text)).toContain('X7');
  expect(problemText({ code: 'unexpected', incident: '' }, text)).not.toContain('mã');
});
