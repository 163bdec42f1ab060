import type { DeskClient, DeskContract } from '#shared/contract/desk-contract.ts';
import { deskMethods, type MethodTable } from '#shared/contract/method-table.ts';
import type { DeskReply } from '#shared/contract/problem.ts';
import { create } from 'zustand';

/** Why the window is covered. `locked`: by a key or because nobody was there; `nobody`: the desk knows nobody here any more. */
export type Cover = {
  readonly why: 'nobody' | 'locked' | 'change';
  /** When, UTC. */
  readonly at: string;
  /** Whoever is most likely to come next. */
  readonly officerId: string | null;
};

type Signing = {
  /** In the memory of this window alone; undefined while nobody is signed in. */
  readonly session: string | undefined;
  readonly officerId: string | null;
  readonly cover: Cover | null;
};

/** Who is signed in at this window, and what stands over it. */
export const useSigning = create<Signing>()(() => ({ session: undefined, officerId: null, cover: null }));

/** Covers the window; what is on it stays as it is. */
export function coverWindow(why: Cover['why'], officerId: string | null): void {
  if (useSigning.getState().cover === null || why === 'nobody')
    useSigning.setState({ cover: { why, at: new Date().toISOString(), officerId } });
}

export function signedIn(session: string, officerId: string): void {
  useSigning.setState({ session, officerId, cover: null });
}

/** Without a sign-in after all: an office without PINs whose officer stays the same. */
export function uncover(): void {
  useSigning.setState({ cover: null });
}

/** The session that goes with every call of this window. */
export function ownSession(): string | undefined {
  return useSigning.getState().session;
}

/**
 * A desk, or what has such `methods`, at which somebody must be signed in: what nobody was signed in for is covered, and a
 * question waits for the sign-in, so that what is on screen notices nothing of it.
 */
export function withSession(desk: DeskClient, methods: MethodTable = deskMethods): DeskClient {
  const call = async (method: keyof DeskContract, input: unknown, key?: string) => {
    for (;;) {
      const sentWith = ownSession();
      const reply = await desk.call(method, input as never, key);
      if (!isUnsigned(reply)) return reply;
      const { officerId, session, cover } = useSigning.getState();
      // Unless somebody has signed in while it was on its way.
      if (session === sentWith && cover === null) coverWindow('nobody', officerId);
      if (methods[method]?.kind === 'command') return reply;
      await uncovered();
    }
  };
  return { ...desk, call: call as DeskClient['call'] };
}

function isUnsigned(reply: DeskReply<unknown>): boolean {
  return !reply.ok && (reply.problem.code === 'session-needed' || reply.problem.code === 'session-locked');
}

function uncovered(): Promise<void> {
  if (useSigning.getState().cover === null) return Promise.resolve();
  return new Promise((done) => {
    const stop = useSigning.subscribe(({ cover }) => {
      if (cover !== null) return;
      stop();
      done();
    });
  });
}
