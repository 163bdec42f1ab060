import { createHmac, timingSafeEqual } from 'node:crypto';
import { groupedSigns, typedSigns } from '#shared/domain/backup/recovery-key.ts';

/** Twelve signs, 60 bits: nobody guesses them at the keys, and one line of paper holds them. */
const SIGNS = 12;

/** What home gives for a pack that it has: typed at the laptop, which alone shares the key. */
export function receiptOf(receiptKey: string, starter: string, pack: number, digest: string): string {
  const mac = createHmac('sha256', Buffer.from(receiptKey, 'base64'))
    .update(`qtd-receipt ${starter} ${pack} ${digest}`)
    .digest();
  return groupedSigns([...mac.subarray(0, SIGNS)].map((byte) => byte & 31));
}

export function isReceipt(typed: string, receipt: string): boolean {
  const given = Buffer.from(typedSigns(typed));
  const wanted = Buffer.from(typedSigns(receipt));
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
