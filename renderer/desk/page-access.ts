import { ACCESS, type AccessSession } from '#shared/contract/access.ts';
import type { DeskReply } from '#shared/contract/problem.ts';
import type { Brought } from './address.ts';

type Headers = Readonly<Record<string, string>>;

/** How a page is let in by its host. */
export type PageAccess = {
  /** What goes with each request. What the page brought is traded first. */
  headers(): Promise<Headers>;
  /** After requests with these headers were refused: whether the page is in again, out for good, or heard nothing. */
  renew(refused: Headers): Promise<'in' | 'out' | 'unreachable'>;
};

/** One trade with the host at `ACCESS`; what is no answer of a desk is `unreachable`. */
export async function trade<T>(path: string, body: unknown, headers: Headers = {}): Promise<DeskReply<T>> {
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify(body),
      cache: 'no-store',
      signal: AbortSignal.timeout(15_000),
    });
    const reply: unknown = await response.json();
    const isReply = typeof reply === 'object' && reply !== null && 'ok' in reply;
    return isReply ? (reply as DeskReply<T>) : { ok: false, problem: { code: 'unreachable' } };
  } catch {
    return { ok: false, problem: { code: 'unreachable' } };
  }
}

type Keeping = Pick<Storage, 'getItem' | 'setItem'>;
const SESSION = 'desk-session';

/**
 * The session of a window: kept for a reload of it, worth nothing to another start of the host. Over a restart the window
 * comes back by what it holds in memory alone, so that neither an address nor the browser's profile ever holds a lasting secret.
 */
export function windowAccess(
  brought: Brought,
  storage: Keeping,
  onOut: (isOut: boolean) => void,
  origin = '',
): PageAccess {
  let { code, token } = brought;
  let session = storage.getItem(SESSION) ?? undefined;
  let wayBack: string | undefined;
  let entering: ReturnType<PageAccess['renew']> | undefined;
  let renewing: ReturnType<PageAccess['renew']> | undefined;

  async function enterBy(body: unknown, by?: string): ReturnType<PageAccess['renew']> {
    const reply = await trade<AccessSession>(
      origin + ACCESS.session,
      body,
      by === undefined ? {} : bearer(by),
    );
    if (!reply.ok) return reply.problem.code === 'sender-refused' ? 'out' : 'unreachable';
    ({ session, wayBack } = reply.value);
    storage.setItem(SESSION, session);
    onOut(false);
    return 'in';
  }

  async function enter(): ReturnType<PageAccess['renew']> {
    const entered =
      code !== undefined ? await enterBy({ code }) : token !== undefined ? await enterBy({}, token) : 'out';
    if (entered === 'unreachable') return entered;
    [code, token] = [undefined, undefined];
    return entered === 'out' && session !== undefined ? enterBy({}, session) : entered;
  }

  return {
    async headers() {
      entering ??= enter();
      if ((await entering) === 'unreachable') entering = undefined;
      return session === undefined ? {} : bearer(session);
    },
    async renew(refused) {
      if (session !== undefined && refused['authorization'] !== bearer(session)['authorization']) return 'in';
      if (wayBack !== undefined) renewing ??= enterBy({ wayBack });
      const renewed = (await renewing) ?? 'out';
      renewing = undefined;
      if (renewed === 'out') onOut(true);
      return renewed;
    },
  };
}

const TOKEN = 'desk-display-token';

/** A wall comes with a code for a cookie that lasts, or with the display token of this start; else its cookie speaks for it. */
export function wallAccess(
  { code, token: told }: Brought,
  storage: Keeping,
  onOut: (isOut: boolean) => void,
): PageAccess {
  if (told !== undefined) storage.setItem(TOKEN, told);
  const token = code === undefined ? (storage.getItem(TOKEN) ?? undefined) : undefined;
  const entered = code === undefined ? undefined : trade(ACCESS.wall, { code });
  return {
    async headers() {
      await entered;
      return token === undefined ? {} : bearer(token);
    },
    async renew() {
      onOut(true);
      return 'out';
    },
  };
}

function bearer(secret: string): Headers {
  return { authorization: `Bearer ${secret}` };
}
