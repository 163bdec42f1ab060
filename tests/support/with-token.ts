import type { PageAccess } from '#renderer/desk/page-access.ts';

/** What a program has that holds a token: nothing to trade. */
export function withToken(token: string): PageAccess {
  return { headers: async () => ({ authorization: `Bearer ${token}` }), renew: async () => 'out' };
}
