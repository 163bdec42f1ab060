import { base64Of } from '#shared/domain/printing/base64.ts';

/** Largest file the desk takes, in bytes before it is written as base64. */
export const MOST_BYTES = 17 * 1024 * 1024;

/** How the names of tables end that offices send; those that cannot be read are told apart by the desk. */
export const TABLE_ENDINGS = ['.csv', '.xlsx', '.txt', '.tsv', '.xls', '.xlsm', '.xlsb', '.ods'];

type ReadFile =
  | { readonly ok: true; readonly base64: string }
  | { readonly ok: false; readonly why: 'too-large' | 'empty' | 'wrong-kind' };

/** Reads a chosen file for the desk; what the desk would refuse unread is refused here. */
export async function readChosenFile(
  file: Pick<File, 'name' | 'size' | 'arrayBuffer'>,
  endings: readonly string[],
): Promise<ReadFile> {
  const name = file.name.toLowerCase();
  if (!endings.some((ending) => name.endsWith(ending))) return { ok: false, why: 'wrong-kind' };
  if (file.size === 0) return { ok: false, why: 'empty' };
  if (file.size > MOST_BYTES) return { ok: false, why: 'too-large' };
  return { ok: true, base64: base64Of(new Uint8Array(await file.arrayBuffer())) };
}
