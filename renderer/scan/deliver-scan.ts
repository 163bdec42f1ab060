import { closeOverlay } from '#renderer/frame/overlay.ts';
import { usePlace } from '#renderer/frame/place.ts';
import { sayInBar } from '#renderer/frame/screen-keys.tsx';
import type { DeskClient, Output } from '#shared/contract/desk-contract.ts';
import { cardAdvice, type CardUnreadableReason } from '#shared/domain/identity/card-codes.ts';
import type { WedgeScan } from '#shared/domain/identity/scan-burst.ts';
import { readCard, readableText } from '#shared/domain/identity/read-card.ts';
import { SCAN_LENGTH_MAX } from '#shared/domain/identity/scan-text.ts';
import { problemText } from '#shared/text/problem-text.ts';
import type { Catalogue } from '#shared/text/vi.ts';
import { fieldInFocus, typeInto } from './keyboard-scan.ts';
import { readPaperCode } from './paper-code.ts';
import { closeCamera } from './scan-store.ts';
import { leaveForReception, takerOf } from './scan-takers.ts';
import { belongsToField, routeScan } from './scan-route.ts';

type ScanSetting = {
  readonly desk: DeskClient;
  readonly text: Catalogue;
  /** False while the morning or the day's end stands where the work would be. */
  readonly isDayOpen: boolean;
};

/** Takes a scan from whatever read it to the part of the program that it is for. */
export async function deliverScan(
  scan: WedgeScan,
  from: 'keyboard' | 'other',
  setting: ScanSetting,
): Promise<void> {
  const { text } = setting;
  const code = readPaperCode(scan.text) ?? readPaperCode(scan.physical ?? '');
  const route = routeScan(code, {
    isTestOpen: takerOf('test') !== undefined,
    papers: takerOf('paper')?.papers() ?? null,
  });
  switch (route.to) {
    case 'test':
      return takerOf('test')?.onText(scan.text);
    case 'paper':
      return takerOf('paper')?.onNumber(route.paper, route.number);
    case 'refusal':
      return sayInBar(text.scan.refusal[route.why](text.common.paper[route.paper]));
    case 'reception':
      // At once: the next key must not overtake a text that goes back.
      return from === 'keyboard' && givenBack(scan) ? undefined : readPerson(scan, setting);
  }
}

/** Puts a text that only came as fast as a scan into the field it was meant for; false when it may be a card. */
function givenBack(scan: WedgeScan): boolean {
  const reading = readCard(readableText(scan));
  if (reading.ok || !belongsToField(reading.reason, scan.inputMethod)) return false;
  const field = fieldInFocus();
  const isElsewhere = takerOf('card') === undefined || field?.closest('[role="dialog"]') != null;
  if (field === null || !isElsewhere) return false;
  typeInto(field, scan.text);
  return true;
}

async function readPerson(scan: WedgeScan, { desk, text, isDayOpen }: ScanSetting): Promise<void> {
  const reply = await desk.call('identity.read-card', { text: readableText(scan).slice(0, SCAN_LENGTH_MAX) });
  if (reply.ok) return isDayOpen ? showPerson(reply.value) : sayInBar(text.scan.dayNotOpen);
  if (reply.problem.code !== 'card-unreadable' && reply.problem.code !== 'invalid-input')
    return sayInBar(problemText(reply.problem, text));
  const reason = reply.problem.code === 'card-unreadable' ? reply.problem.reason : 'not-a-card';
  refuse(scan.inputMethod && reason === 'not-a-card' ? 'input-method' : reason, text);
}

function showPerson(card: Output<'identity.read-card'>): void {
  closeOverlay();
  closeCamera();
  const reception = takerOf('card');
  if (reception !== undefined) return reception.onCard(card);
  leaveForReception(card, performance.now());
  usePlace.getState().go('reception');
}

function refuse(reason: CardUnreadableReason, text: Catalogue): void {
  const reception = takerOf('card');
  if (reception !== undefined) return reception.onUnreadable(reason);
  const { reading } = text.reception;
  sayInBar([`${reading.scanFailed}.`, reading.reason[reason], reading.advice[cardAdvice[reason]]].join(' '));
}
