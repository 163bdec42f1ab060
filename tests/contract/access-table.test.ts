import { expect, test } from 'vitest';
import { deskContract, type MethodName } from '#shared/contract/desk-contract.ts';
import type { DeskReply } from '#shared/contract/problem.ts';
import { signingDesk } from '#tests/support/signing-desk.ts';
import { MAY_CALL } from './roles.ts';

/** Served where officers sign in although nobody has: what is needed to sign in, and what a wall shows. Written here a second time on purpose. */
const FREE: readonly MethodName[] = [
  'system.health',
  'queue.wall',
  'voice.sound',
  'voice.tell',
  'officer.list',
  'officer.places',
  'officer.recover',
  'session.open',
  'session.close',
  'session.lock',
  'access.policy',
  'data.unlock',
];
/** What a print that was asked for before a screen was locked still needs. */
const UNDER_LOCK: readonly MethodName[] = [
  'slip.show',
  'print.begin',
  'print.mark',
  'print.send',
  'print.send-raster',
  'print.list',
  'device.settings',
];

const WHO = ['reception', 'counter', 'leader', 'display'] as const;
const HOW = [
  'no session',
  'session',
  'locked',
  'joined, no session',
  'joined, session',
  'joined, no PINs',
] as const;
type Who = (typeof WHO)[number];
type How = (typeof HOW)[number];

const methods = Object.keys(deskContract) as MethodName[];
const cells = methods.flatMap((method) =>
  WHO.flatMap((who) => HOW.map((how) => [method, who, how] as const)),
);

/** What the caller learns: whether the method is served (a body that no method takes is told only then), or why not. */
function expected(method: MethodName, who: Who, how: How): string {
  const mayCall = MAY_CALL[method].includes(who) ? 'served' : 'not-allowed';
  // A wall has no officer: it is served what it may see, and nothing else ever.
  if (who === 'display' || how === 'session' || how === 'joined, session') return mayCall;
  const modest = MAY_CALL[method].includes(who === 'leader' ? 'counter' : who) ? 'served' : 'not-allowed';
  if (how === 'joined, no PINs') return modest;
  const isOpen = FREE.includes(method) || (how === 'locked' && UNDER_LOCK.includes(method));
  return isOpen ? modest : how === 'locked' ? 'session-locked' : 'session-needed';
}

const SIGN: Readonly<Record<string, string>> = {
  served: 'x',
  'not-allowed': '-',
  'session-needed': '.',
  'session-locked': 'o',
};

/** What a call was told: served, where it got as far as its body, which no method takes. */
function toldBy(reply: DeskReply<unknown>): string {
  const code = reply.ok ? 'served' : reply.problem.code;
  return code === 'invalid-input' ? 'served' : code;
}

test('every method for every role, signed in or not, here and at a joined PC', async () => {
  const desk = await signingDesk();
  const plain = await signingDesk('off');
  const found: Record<string, string> = {};
  for (const who of WHO) {
    for (const how of HOW) {
      const device = how.startsWith('joined') ? 'another' : undefined;
      const signsIn = who !== 'display' && ['session', 'locked', 'joined, session'].includes(how);
      const session = signsIn ? await desk.signIn(who, device) : undefined;
      if (how === 'locked') await desk.send('session.lock', {}, { session });
      const where = how === 'joined, no PINs' ? plain : desk;
      for (const method of methods)
        found[`${method} for ${who}, ${how}`] = toldBy(
          await where.send(method, [] as never, { role: who, device, session }),
        );
    }
  }
  const wanted = cells.map(([method, who, how]) => [
    `${method} for ${who}, ${how}`,
    expected(method, who, how),
  ]);
  expect(found).toEqual(Object.fromEntries(wanted));

  const row = (method: MethodName) =>
    HOW.map((how) =>
      WHO.map((who) => SIGN[found[`${method} for ${who}, ${how}`] ?? ''] ?? '?').join(''),
    ).join('  ');
  const lines = [...Map.groupBy(methods, row)].map(
    ([cells, names]) => `  ${cells}   ${names.length} × ${names.join(', ')}`,
  );
  const head = `Who may call what. Each group: ${WHO.join(', ')}; the groups: ${HOW.join(' | ')}`;
  console.log(`\n${head}\nx served, - not in this role, . sign in first, o locked\n${lines.join('\n')}\n`);
});
