import type { CardReading, CardUnreadableReason, CardWarning } from './card-codes.ts';
import { singleScan } from './doubled-scan.ts';
import { isDrivingLicence } from './driving-licence-card.ts';
import { isHealthCard } from './health-card.ts';
import { readIdNumber, structureWarnings } from './id-number.ts';
import { fieldSeparator, undoDigitLayout } from './keyboard-layout.ts';
import { undoEscapes } from './mojibake.ts';
import { readMrz } from './mrz.ts';
import { otherCode } from './other-code.ts';
import { readQrCard, withoutLetters } from './qr-card.ts';
import { SCAN_LENGTH_MAX, unwrapScan } from './scan-text.ts';
import { decodeHexUtf8 } from './utf8.ts';
import type { WedgeScan } from './scan-burst.ts';

/**
 * Reads one scan or typed number: the QR of a chip CCCD or a thẻ Căn cước, the MRZ, or twelve digits. What is
 * certain is kept, what is lost is said; see {@link Card.warnings}. Other known codes come back as a reason, a
 * nine-digit CMND as `old-id-number` because it is no số định danh. Never throws.
 */
export function readCard(text: string): CardReading {
  if (text.length > SCAN_LENGTH_MAX) return unreadable('too-long');
  const unwrapped = unwrapScan(text);
  if (unwrapped === '') return unreadable('empty');

  const warnings: CardWarning[] = [];
  const scan = singleScan(unwrapped);
  if (scan.twoCards) return unreadable('two-cards');
  if (scan.doubled) warnings.push({ code: 'doubled-scan' });

  const plain = plainText(scan.text, warnings);
  const direct = readPlain(plain);
  if (direct !== undefined) return withWarnings(direct, warnings);
  const digits = undoDigitLayout(plain);
  const rescued = digits === undefined ? undefined : readPlain(digits);
  if (rescued?.ok === true)
    return withWarnings({ ok: true, card: withoutLetters(rescued.card) }, [
      ...warnings,
      { code: 'keyboard-layout' },
    ]);
  return unreadable(diagnose(plain));
}

/** Undoes what a scanner does to the whole text and what can be undone exactly: escapes and hex dumps. */
function plainText(text: string, warnings: CardWarning[]): string {
  const hex = /^3[0-9](?:[0-9a-f]{2}){11,}$/i.test(text) ? decodeHexUtf8(text) : undefined;
  const undone =
    hex !== undefined && /^\d{12}(?:\||$)/.test(hex)
      ? hex
      : /^\d{12}/.test(text)
        ? undoEscapes(text)
        : undefined;
  if (undone !== undefined) warnings.push({ code: 'escapes-undone' });
  return undone ?? text;
}

function readPlain(text: string): CardReading | undefined {
  const mrz = readMrz(text);
  if (mrz !== undefined) return mrz;
  if (/^[\d\s.-]+$/u.test(text)) return readDigits(text.replace(/\D/gu, ''));
  if (isHealthCard(text)) return unreadable('health-insurance-card');
  if (isDrivingLicence(text)) return unreadable('driving-licence');
  const other = otherCode(text);
  if (other !== undefined) return unreadable(other);
  return readQrCard(text.replace(/\n/g, ' '));
}

function readDigits(digits: string): CardReading {
  const number = readIdNumber(digits);
  if (number !== undefined)
    return {
      ok: true,
      card: { kind: 'number', idNumber: number.value, warnings: structureWarnings(number, {}) },
    };
  if (digits.length === 9) return { ok: false, reason: 'old-id-number', oldIdNumber: digits };
  return unreadable('number-length');
}

/** Why nothing could be read: the usual faults leave their traces even in a text beyond repair. */
function diagnose(text: string): CardUnreadableReason {
  if (/^[\d\s.-]*\d[\d\s.-]*$/u.test(text)) return 'number-length';
  if (
    fieldSeparator(text) !== undefined ||
    /^\d{1,11}\|/.test(text) ||
    /^\d*\|{1,2}[^|]+\|\d{8}\|/u.test(text)
  )
    return 'truncated';
  if (
    /^[đăâêô\u0300-\u0323]{6,}/u.test(text) ||
    /^[à&é"'(\-è_ç]{9,}/u.test(text) ||
    /^[)!@#$%^&*(]{9,}/.test(text)
  )
    return 'keyboard-layout';
  if (/^\d{12}[^\d\s]/u.test(text)) return 'keyboard-layout';
  return 'not-a-card';
}

function withWarnings(reading: CardReading, before: readonly CardWarning[]): CardReading {
  if (!reading.ok) return reading;
  const all = [...before, ...reading.card.warnings];
  const warnings = all.filter(
    ({ code, field }, at) => all.findIndex((other) => other.code === code && other.field === field) === at,
  );
  return { ok: true, card: { ...reading.card, warnings } };
}

function unreadable(reason: CardUnreadableReason): CardReading {
  return { ok: false, reason };
}

/**
 * Chooses which text of a keyboard scan to read: what was typed, unless only the physical keys give a card. Then an
 * input method or a wrong layout stood between, and the text of the keys has no Vietnamese letter: its name is
 * withheld by {@link readCard} as lost.
 */
export function readableText(scan: WedgeScan): string {
  const typed = readCard(scan.text);
  if (typed.ok || scan.physical === undefined || isNamed(typed)) return scan.text;
  return readCard(scan.physical).ok ? scan.physical : scan.text;
}

/** Whether a failed reading still knew what it saw. */
function isNamed(reading: CardReading): boolean {
  return (
    !reading.ok &&
    (reading.reason === 'health-insurance-card' ||
      reading.reason === 'driving-licence' ||
      reading.reason === 'old-id-number')
  );
}
