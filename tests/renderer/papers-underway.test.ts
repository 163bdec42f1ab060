import { expect, test } from 'vitest';
import { papersUnderway, rememberUnderway } from '#renderer/counter/papers-underway.ts';
import type { DeskReply } from '#shared/contract/problem.ts';

test('a finish waits for the papers that are still on their way, and goes on only when all were stored', async () => {
  const stored = { ok: true, value: null } as DeskReply<unknown>;
  const refused = { ok: false, problem: { code: 'store-busy' } } as DeskReply<unknown>;
  expect(await papersUnderway()).toBe('none');
  const answers = (...replies: DeskReply<unknown>[]) => {
    for (const reply of replies) void rememberUnderway(Promise.resolve(reply));
    return papersUnderway();
  };
  expect(await answers(stored, stored)).toBe('stored');
  expect(await answers(stored, refused)).toBe('refused');
  expect(await papersUnderway()).toBe('none');
});
