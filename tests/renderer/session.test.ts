import { afterEach, expect, test } from 'vitest';
import { coverWindow, ownSession, signedIn, useSigning, withSession } from '#renderer/desk/session.ts';
import type { DeskClient } from '#shared/contract/desk-contract.ts';
import type { DeskReply } from '#shared/contract/problem.ts';

const LOCKED: DeskReply<never> = { ok: false, problem: { code: 'session-locked' } };
const OFFICER = '01890000-0000-7000-8000-000000000001';

afterEach(() => useSigning.setState({ session: undefined, officerId: null, cover: null }));

type Asked = {
  readonly session: string | undefined;
  readonly reply: Promise<unknown>;
  readonly answer: (reply: DeskReply<unknown>) => void;
};

/** A desk that answers when the test says so. */
function heldDesk() {
  const asked: Asked[] = [];
  let came = (): void => {};
  const call = () => {
    const { promise: reply, resolve: answer } = Promise.withResolvers<unknown>();
    asked.push({ session: ownSession(), reply, answer });
    came();
    return reply;
  };
  return {
    asked,
    desk: withSession({ call, listen: () => () => {} } as unknown as DeskClient),
    /** When the next question has come. */
    next: () => new Promise<void>((done) => (came = done)),
    /** Answers a question; who asked has heard it then. */
    async tell(place: number, reply: DeskReply<unknown>) {
      asked[place]?.answer(reply);
      await asked[place]?.reply;
    },
  };
}

test('a question that was sent before somebody signed in covers nothing when its refusal comes after', async () => {
  const { asked, desk, next, tell } = heldDesk();
  signedIn('before', OFFICER);
  coverWindow('locked', OFFICER);
  const answer = desk.call('day.status', {});
  signedIn('now', OFFICER);
  const again = next();
  await tell(0, LOCKED);
  expect(useSigning.getState().cover).toBeNull();
  await again;
  expect(asked.map(({ session }) => session)).toEqual(['before', 'now']);
  await tell(1, { ok: true, value: null });
  expect(await answer).toEqual({ ok: true, value: null });
});

test('a question that nobody is signed in for covers the window and is asked again after the sign-in', async () => {
  const { asked, desk, next, tell } = heldDesk();
  const answer = desk.call('day.status', {});
  await tell(0, { ok: false, problem: { code: 'session-needed' } });
  const { cover } = useSigning.getState();
  expect(cover).toMatchObject({ why: 'nobody' });
  // Another refusal while the window is covered leaves the cover as it is.
  void desk.call('day.list', {});
  await tell(1, LOCKED);
  expect(useSigning.getState().cover).toBe(cover);
  expect(asked).toHaveLength(2);
  const again = next();
  signedIn('now', OFFICER);
  await again;
  await tell(2, { ok: true, value: 'said' });
  expect(await answer).toEqual({ ok: true, value: 'said' });
});

test('a command is not done in the name of whoever came after it', async () => {
  const { asked, desk, tell } = heldDesk();
  signedIn('before', OFFICER);
  const answer = desk.call('session.lock', {}, 'key');
  signedIn('now', OFFICER);
  await tell(0, LOCKED);
  expect(await answer).toEqual(LOCKED);
  expect(asked).toHaveLength(1);
});
