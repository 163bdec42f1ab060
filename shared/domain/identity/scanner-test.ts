import {
  cardAdvice,
  type CardAdvice,
  type CardUnreadableReason,
  type CardWarningCode,
} from './card-codes.ts';
import { readCard } from './read-card.ts';
import { unwrapScan } from './scan-text.ts';

/** The text of the printed test QR: an invented person whose name and address use every kind of Vietnamese letter. */
export const SCANNER_TEST_TEXT =
  '079190000001|012345678|Nguyễn Đặng Thùy Ước|15011990|Nữ|Số 7 Ngõ Thử Máy, Phường Ví Dụ, Tỉnh Mẫu|01072022';

/** Faults a scan of the test QR shows, with the advice for each; `ok` when every letter came through. */
type ScannerTest = {
  ok: boolean;
  faults: readonly (CardWarningCode | CardUnreadableReason)[];
  advice: readonly CardAdvice[];
};

/** Judges a scan of the test QR. Since the right text is known, any difference is a fault even where a card could be read. */
export function judgeScannerTest(scanned: string): ScannerTest {
  const text = unwrapScan(scanned);
  if (text === SCANNER_TEST_TEXT) return { ok: true, faults: [], advice: [] };
  const reading = readCard(text);
  const found = reading.ok ? reading.card.warnings.map(({ code }) => code) : [reading.reason];
  const faults = [
    ...new Set<CardWarningCode | CardUnreadableReason>(found.length > 0 ? found : ['letters-lost']),
  ];
  return {
    ok: false,
    faults,
    advice: [...new Set(faults.map((fault) => cardAdvice[fault]))].filter((advice) => advice !== 'none'),
  };
}
