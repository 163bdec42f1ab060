import { z } from 'zod';
import { ACCESS, codeSaid, codeWish, sessionWish } from '#shared/contract/access.ts';
import { answered, refused, type DeskProblem, type DeskReply } from '#shared/contract/problem.ts';
import type { Access } from './access.ts';
import { OFFICE_ROLES } from './caller-role.ts';

/** What is answered to a page that trades, and the secret that its cookie is to carry. */
type Traded = { readonly reply: DeskReply<unknown>; readonly wallSecret?: string };

type Trade = (
  access: Access,
  body: unknown,
  authorization: string | undefined,
  wallCookie: string | undefined,
  /** Refused where officers sign in and nobody is signed in at this page. */
  signedIn: () => Promise<DeskReply<unknown>>,
) => Promise<Traded>;

const shutOut = { reply: refused({ code: 'sender-refused' }) };

/** For windows and programs of the office alone; `shuts` names what stops whoever is not signed in where one must. */
function ofOffice<S extends z.ZodType>(
  schema: S,
  work: (access: Access, input: z.output<S>) => unknown,
  shuts: (input: z.output<S>) => readonly DeskProblem['code'][],
): Trade {
  return async (access, body, authorization, _wallCookie, signedIn) => {
    if (access.admit(authorization, undefined)?.roles !== OFFICE_ROLES) return shutOut;
    const input = schema.safeParse(body);
    if (!input.success) return { reply: unreadable };
    const codes = shuts(input.data);
    const may = codes.length > 0 ? await signedIn() : undefined;
    if (may?.ok === false && codes.includes(may.problem.code)) return { reply: may };
    return { reply: answered(await work(access, input.data)) };
  };
}

/** While no desk is open there are no officers, and nobody is kept from ending a wall. */
const UNSIGNED = ['session-needed', 'session-locked'] as const;
const NO_OFFICER = [...UNSIGNED, 'not-allowed'] as const;

const unreadable = refused({ code: 'invalid-input', path: '', reason: 'not-a-trade' });

/** The trades by their path. */
export const TRADES: Readonly<Record<string, Trade>> = {
  // A window asks whoever sits at it to sign in; a wall asks nobody. A PC that joined as a wall has no officers.
  [ACCESS.code]: ofOffice(
    codeWish,
    (access, wish) => access.newCode(wish.kind, wish.kind === 'wall' && wish.typed),
    // While the line to the main PC is cut it cannot say who is signed in.
    ({ kind }) => (kind === 'wall' ? [...UNSIGNED, 'line-cut'] : []),
  ),
  [ACCESS.walls]: ofOffice(
    z.strictObject({}),
    (access) => access.walls(),
    () => NO_OFFICER,
  ),
  [ACCESS.endWall]: ofOffice(
    z.strictObject({ id: z.string() }),
    async (access, { id }) => ({ ended: await access.endWall(id) }),
    () => NO_OFFICER,
  ),
  async [ACCESS.session](access, body, authorization) {
    const wish = sessionWish.safeParse(body);
    if (!wish.success) return { reply: unreadable };
    const session = await ('code' in wish.data
      ? access.enterByCode(wish.data.code)
      : 'wayBack' in wish.data
        ? access.enterByWayBack(wish.data.wayBack)
        : access.enterByHeader(authorization));
    return session === undefined ? shutOut : { reply: answered(session) };
  },
  async [ACCESS.wall](access, body, _authorization, wallCookie) {
    const said = codeSaid.safeParse(body);
    if (!said.success) return { reply: unreadable };
    const opened = await access.openWall(said.data.code, wallCookie);
    if ('triesLeft' in opened) return { reply: refused({ code: 'code-refused', ...opened }) };
    return { reply: answered({}), wallSecret: opened.secret };
  },
};
