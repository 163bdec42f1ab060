type DayFileRefusal =
  | 'too-large'
  | 'not-a-day-file'
  | 'newer-schema'
  | 'part-changed'
  | 'bytes-changed'
  | 'key-mismatch'
  | 'bad-signature'
  | 'unknown-key'
  | 'wrong-office'
  | 'older-version'
  | 'training';

export const MOST_BYTES: number;

export function checkDayFile(
  bytes: Buffer,
  options?: { key?: string; office?: string; newest?: number },
):
  | { ok: true; file: { version: number; key: { id: string }; parts: unknown }; keyConfirmed: boolean }
  | { ok: false; code: DayFileRefusal; message: string };

export function fingerprintOf(
  named: string,
  readText?: ((file: string) => string | undefined) | null,
): string | undefined;
