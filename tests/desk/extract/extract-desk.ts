import { v7 as uuid } from 'uuid';
import type { ExtractReview } from '#shared/contract/follow-up.ts';
import type { DeskReply } from '#shared/contract/problem.ts';
import { openTestDesk, type TestDesk } from '#tests/support/test-desk.ts';

export const FRIDAY = '2026-11-20';
export const heading = ['STT', 'Số định danh cá nhân', 'Họ và tên', 'Ngày kích hoạt', 'Trạng thái'];

export const mau = ['Trần Thị Mẫu', '001190000017'] as const;
export const vidu = ['Lê Văn Ví Dụ', '079090000025'] as const;
export const thu = ['Phạm Minh Thử', '001090000033'] as const;

/** A desk on which these people's files were taken on Friday, and their requests by name. */
export function deskOf(people: readonly (readonly [string, string])[]): {
  desk: TestDesk;
  requests: Map<string, string>;
} {
  const desk = openTestDesk();
  const requests = new Map<string, string>();
  for (const [fullName, idNumber] of people) {
    const ticket = desk.call('ticket.issue', {
      requests: [{ procedure: 'level-2', subject: 'citizen', person: { fullName, idNumber } }],
    });
    desk.call('ticket.settle', { ticketId: ticket.id, outcome: 'taken' });
    requests.set(fullName, ticket.requests[0]?.id ?? '');
  }
  desk.clock.pass(3 * 3600);
  return { desk, requests };
}

export async function review(
  { desk }: TestDesk,
  fileName: string,
  bytes: Buffer | Uint8Array,
): Promise<DeskReply<ExtractReview>> {
  const input = { fileName, base64: Buffer.from(bytes).toString('base64') };
  const caller = { role: 'leader' } as const;
  return (await desk.dispatch('extract.review', input, caller, uuid())) as DeskReply<ExtractReview>;
}

/** A table as Excel saves it: with a mark, and lines that end as on Windows. */
export const csv = (rows: readonly (readonly string[])[], delimiter = ',') =>
  Buffer.from(`\ufeff${rows.map((row) => row.join(delimiter)).join('\r\n')}\r\n`);
