import { base64Of } from '#shared/domain/printing/base64.ts';

/** Largest table the desk takes, in bytes before it is written as base64. */
export const MOST_BYTES = 17 * 1024 * 1024;

type ReadFile =
  | { readonly ok: true; readonly base64: string }
  | { readonly ok: false; readonly why: 'too-large' | 'empty' | 'wrong-kind' };

/** Reads a chosen file for the desk; what the desk would refuse unread is refused here. */
export async function readTableFile(file: Pick<File, 'name' | 'size' | 'arrayBuffer'>): Promise<ReadFile> {
  if (!/\.(?:csv|txt|tsv|xls[xmb]?|ods)$/i.test(file.name)) return { ok: false, why: 'wrong-kind' };
  if (file.size === 0) return { ok: false, why: 'empty' };
  if (file.size > MOST_BYTES) return { ok: false, why: 'too-large' };
  return { ok: true, base64: base64Of(new Uint8Array(await file.arrayBuffer())) };
}
