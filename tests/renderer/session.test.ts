import { afterEach, expect, test } from 'vitest';
import {
  coverWindow,
  ownSession,
  signedIn,
  uncover,
  useSigning,
  withSession,
} from '#renderer/desk/session.ts';
import type { DeskClient } from '#shared/contract/desk-contract.ts';
import type { DeskReply } from '#shared/contract/problem.ts';

const LOCKED: DeskReply<never> = { ok: false, problem: { code: 'session-locked' } };
const OFFICER = '01890000-0000-7000-8000-000000000001';

afterEach(() => useSigning.setState({ session: undefined, officerId: null, cover: null }));

/** A desk that answers when the test says so. */
function heldDesk() {
  const asked: { session: string | undefined; answer: (reply: DeskReply<unknown>) => void }[] = [];
  const call = () => new Promise((answer) => asked.push({ session: ownSession(), answer }));
  return { asked, desk: withSession({ call, listen: () => () => {} } as unknown as DeskClient) };
}
const settled = () => new Promise((done) => setTimeout(done));

test('a question that was sent before somebody signed in covers nothing when its refusal comes after', async () => {
  const { asked, desk } = heldDesk();
  signedIn('before', OFFICER);
  coverWindow('locked', OFFICER);
  const answer = desk.call('day.status', {});
  signedIn('now', OFFICER);
  asked[0]?.answer(LOCKED);
  await settled();
  expect(useSigning.getState().cover).toBeNull();
  expect(asked.map(({ session }) => session)).toEqual(['before', 'now']);
  asked[1]?.answer({ ok: true, value: null });
  expect(await answer).toEqual({ ok: true, value: null });
});

test('a question that nobody is signed in for covers the window and is asked again after the sign-in', async () => {
  const { asked, desk } = heldDesk();
  const answer = desk.call('day.status', {});
  asked[0]?.answer({ ok: false, problem: { code: 'session-needed' } });
  await settled();
  expect(useSigning.getState().cover).toMatchObject({ why: 'nobody' });
  expect(asked).toHaveLength(1);
  // Another refusal while the window is covered leaves the cover as it is.
  const { cover } = useSigning.getState();
  void desk.call('day.list', {} as never);
  asked[1]?.answer(LOCKED);
  await settled();
  expect(useSigning.getState().cover).toBe(cover);
  signedIn('now', OFFICER);
  await settled();
  for (const { answer: tell } of asked.slice(2)) tell({ ok: true, value: 'said' });
  expect(await answer).toEqual({ ok: true, value: 'said' });
});

test('a command is not done in the name of whoever came after it', async () => {
  const { asked, desk } = heldDesk();
  signedIn('before', OFFICER);
  const answer = desk.call('session.lock', {}, 'key');
  signedIn('now', OFFICER);
  asked[0]?.answer(LOCKED);
  expect(await answer).toEqual(LOCKED);
  expect(asked).toHaveLength(1);
  uncover();
});
