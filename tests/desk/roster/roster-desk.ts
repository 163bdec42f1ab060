import { v7 as uuid } from 'uuid';
import { writeXlsx } from 'hucre/xlsx';
import type { RosterReview } from '#shared/contract/roster.ts';
import type { DeskProblem, DeskReply } from '#shared/contract/problem.ts';
import { inventPerson, seededRandom, type InventedPerson } from '#tests/support/invented-cards.ts';
import type { TestDesk } from '#tests/support/test-desk.ts';

type Cell = string | number | Date | null;

/** So many invented people, no two with one number or one name. */
export function inventPeople(count: number, seed = 1): InventedPerson[] {
  const random = seededRandom(seed);
  const people = new Map<string, InventedPerson>();
  while (people.size < count) {
    const person = inventPerson(random);
    people.set(person.fullName, person);
  }
  return [...people.values()];
}

export const slashed = (iso: string): string => iso.split('-').toReversed().join('/');

/** A workbook as a school sends it: bodies at its head, a title over all columns, rooms as rows, a sum and who signs at its end. */
export async function schoolBook(
  agency: string,
  rooms: readonly (readonly [room: string, people: readonly InventedPerson[]])[],
): Promise<Uint8Array> {
  const rows: Cell[][] = [
    ['UBND XÃ CẨM MẪU', null, null, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', null],
    [agency, null, null, 'Độc lập - Tự do - Hạnh phúc', null],
    [null, null, null, 'Cẩm Mẫu, ngày 05 tháng 6 năm 2023', null],
    ['DANH SÁCH CÁN BỘ, GIÁO VIÊN, NHÂN VIÊN CHƯA CÓ TÀI KHOẢN MỨC 2', null, null, null, null],
    [],
    ['STT', 'Họ và tên', 'Ngày tháng năm sinh', 'Số CCCD', 'Ghi chú'],
  ];
  const merges = [{ startRow: 3, endRow: 3, startCol: 0, endCol: 4 }];
  let order = 0;
  for (const [room, people] of rooms) {
    merges.push({ startRow: rows.length, endRow: rows.length, startCol: 0, endCol: 4 });
    rows.push([room, null, null, null, null]);
    for (const person of people) {
      order += 1;
      rows.push([order, person.fullName, slashed(person.birthDate), person.idNumber, null]);
    }
  }
  rows.push([null, `Tổng cộng: ${order} người`, null, null, null], [null, null, null, 'Hiệu trưởng', null]);
  return writeXlsx({ sheets: [{ name: 'DS', rows, merges }] });
}

export async function reviewed(
  { desk }: TestDesk,
  fileName: string,
  bytes: Uint8Array | string,
  rosterId?: string,
): Promise<DeskReply<RosterReview>> {
  const input = { fileName, base64: Buffer.from(bytes).toString('base64'), ...(rosterId && { rosterId }) };
  return (await desk.dispatch('roster.review', input, { role: 'leader' }, uuid())) as DeskReply<RosterReview>;
}

/** The review of a file that must be read. */
export async function review(...asked: Parameters<typeof reviewed>): Promise<RosterReview> {
  const reply = await reviewed(...asked);
  if (!reply.ok) throw new Error(JSON.stringify(reply.problem));
  return reply.value;
}

/** Why a file is not read at all. */
export async function refusal(...asked: Parameters<typeof reviewed>): Promise<DeskProblem> {
  const reply = await reviewed(...asked);
  if (reply.ok) throw new Error('the file was read');
  return reply.problem;
}

/** A file of the person is taken at the desk, by the card; answers its request. */
export function takeFile(
  desk: TestDesk,
  {
    fullName,
    idNumber,
    birthDate,
    sex,
  }: Pick<InventedPerson, 'fullName' | 'birthDate' | 'sex'> & { idNumber?: string },
  outcome: 'taken' | 'papers-missing' = 'taken',
  procedure: 'level-1' | 'level-2' | 'lock' = 'level-2',
): string {
  const person = { fullName, birthDate, sex, ...(idNumber === undefined ? {} : { idNumber }) };
  const ticket = desk.call('ticket.issue', { requests: [{ procedure, subject: 'citizen', person }] });
  desk.call('ticket.settle', { ticketId: ticket.id, outcome });
  return ticket.requests[0]?.id ?? '';
}
