import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { syncFolder, writeWhole } from '#electron/desk/store/durable-file.ts';

/** What the PC of a data folder is: the desk of an office (its own or one that it joined), or a receiving level. */
export type PcKind = 'desk' | 'level';

const thisPc = z.object({ form: z.literal('QTD-PC-1'), is: z.literal('level') });

/** Stands beside the data only where the PC is no desk. */
export const PC_FILE = 'this-pc.json';

/** For whoever opens the folder by hand. */
const says =
  'Máy này là cấp tổng hợp: số liệu nằm trong thư mục “level” bên cạnh tệp này. Đổi lại thành quầy ở màn hình của chương trình, khi chưa nhận tệp nào.';

/** What the PC of this data folder is. Throws a sentence where the file is there and cannot be read: the wrong one of both is never opened. */
export function readThisPc(folder: string): PcKind {
  const file = join(folder, PC_FILE);
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    // No folder, or a file where the folder should be: whoever opens the desk says so.
    if (['ENOENT', 'ENOTDIR'].includes(code)) return 'desk';
    throw new Error(
      `Không đọc được tệp “${file}” nên không biết máy này là quầy hay cấp tổng hợp (${code}).`,
      { cause: error },
    );
  }
  try {
    return thisPc.parse(JSON.parse(text)).is;
  } catch {
    throw new Error(
      `Tệp “${file}” bị hỏng nên không biết máy này là quầy hay cấp tổng hợp. Là quầy: xóa tệp đó rồi mở lại. Là cấp tổng hợp: gọi người hỗ trợ.`,
    );
  }
}

/** The word by which the next start knows, also after a power cut. Throws what the file system throws. */
export function writeThisPc(folder: string, is: PcKind): void {
  const file = join(folder, PC_FILE);
  if (is === 'level') {
    mkdirSync(folder, { recursive: true });
    writeWhole(file, `${JSON.stringify({ form: 'QTD-PC-1', is, says }, null, 2)}\n`);
  } else if (existsSync(file)) {
    rmSync(file);
    syncFolder(folder);
  }
}
