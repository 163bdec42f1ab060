import type { DeskClient, Input } from '#shared/contract/desk-contract.ts';
import type { FollowUpRow } from '#shared/contract/follow-up.ts';

/** Rows of one page on screen. */
export const PAGE_ROWS = 200;
const MOST_AT_ONCE = 500;

type Ask = Pick<Input<'follow-up.list'>, 'list' | 'search' | 'order'>;

/** Everybody on a list, page by page; nothing when the desk refuses one, for half a list is taken for a whole one. */
export async function wholeList(client: DeskClient, ask: Ask): Promise<FollowUpRow[] | undefined> {
  const found = new Map<string, FollowUpRow>();
  for (let offset = 0; ; offset += MOST_AT_ONCE) {
    const page = await client.call('follow-up.list', { ...ask, limit: MOST_AT_ONCE, offset });
    if (!page.ok) return undefined;
    for (const row of page.value.rows) found.set(row.requestId, row);
    if (page.value.rows.length < MOST_AT_ONCE) return [...found.values()];
  }
}
