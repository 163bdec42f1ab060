import { existsSync, mkdirSync } from 'node:fs';
import { isIPv4 } from 'node:net';
import { join } from 'node:path';
import { fingerprintOf } from '#electron/desk/lan/port/fingerprint.ts';
import { pairDevice } from '#electron/join/pair-device.ts';
import { JOINED_FILE, readJoined, writeJoined, type Joined } from '#electron/join/joined-file.ts';
import { fingerprintWords } from '#shared/domain/office/fingerprint-words.ts';
import { catalogue } from '#shared/text/catalogue.ts';
import { problemText } from '#shared/text/problem-text.ts';

/** The desk that the PC of this data folder joined, or joins now with an address and a code: then its four words are told. Throws a sentence. */
export async function joinHere(
  folder: string,
  wish: { at: string; code: string } | undefined,
  version: string,
  tell: (words: string) => void,
): Promise<Joined | undefined> {
  if (wish === undefined) return joinedHere(folder);
  mayJoin(folder);
  const [, address = '', digits = ''] = /^([\d.]+):(\d{1,5})$/.exec(wish.at) ?? [];
  const port = Number(digits);
  if (!isIPv4(address) || port < 1 || port > 65_535)
    throw new Error(`“${wish.at}” không phải địa chỉ máy chính. Viết như 192.168.1.10:47200.`);
  const reply = await pairDevice({ address, port }, wish.code, version);
  if (!reply.ok) throw new Error(`Chưa ghép được: ${problemText(reply.problem, catalogue('vi'))}`);
  mkdirSync(folder, { recursive: true });
  writeJoined(folder, reply.value);
  tell(fingerprintWords(fingerprintOf(reply.value.certificate)).join(' '));
  return reply.value;
}

/** The desk that the PC of this data folder joined. Throws a sentence. */
export function joinedHere(folder: string): Joined | undefined {
  const known = readKnown(folder);
  if (known !== undefined) mayJoin(folder);
  return known;
}

function mayJoin(folder: string): void {
  if (existsSync(join(folder, 'desk.db')))
    throw new Error(
      `Thư mục “${folder}” đã có dữ liệu riêng của một đơn vị nên không ghép vào máy chính khác. Chọn thư mục khác bằng --data.`,
    );
}

function readKnown(folder: string): Joined | undefined {
  try {
    return readJoined(folder);
  } catch {
    throw new Error(
      `Không đọc được tệp ghép máy “${join(folder, JOINED_FILE)}”. Nhờ lãnh đạo mở mã mới, rồi ghép lại máy này.`,
    );
  }
}
