import type { CardReading } from './card-codes.ts';
import { readCard } from './read-card.ts';
import type { WedgeScan } from './scan-burst.ts';

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
