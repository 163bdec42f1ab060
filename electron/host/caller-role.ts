import { ROLES, type Role } from '#shared/contract/method.ts';
import { refused, type DeskReply } from '#shared/contract/problem.ts';

/** What a door lets in: the roles a caller may take, the first being the one it gets without asking. */
export type Admission = readonly [Role, ...Role[]];

/** Whoever holds the office's token, or sits at its window, may act in any role; the first is the default. */
export const OFFICE_ROLES: Admission = ['leader', 'reception', 'counter', 'display'];
export const DISPLAY_ROLES: Admission = ['display'];

/** The role a caller acts in, or the refusal when it asks for one that its door does not give. */
export function roleOf(admission: Admission, asked: string | undefined): DeskReply<Role> {
  if (asked === undefined) return { ok: true, value: admission[0] };
  const role = ROLES.find((known) => known === asked);
  if (role === undefined) return refused({ code: 'invalid-input', path: 'role', reason: 'no-such-role' });
  return admission.includes(role)
    ? { ok: true, value: role }
    : refused({ code: 'not-allowed', role: admission[0] });
}
