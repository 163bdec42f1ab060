import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { useOverlay } from '#renderer/frame/overlay.ts';
import { usePlace } from '#renderer/frame/place.ts';
import { hushBar, useBarMessage } from '#renderer/frame/screen-keys.tsx';
import { deliverScan } from '#renderer/scan/deliver-scan.ts';
import { useScanStore } from '#renderer/scan/scan-store.ts';
import { takeWaitingCard } from '#renderer/scan/scan-takers.ts';
import type { DeskClient } from '#shared/contract/desk-contract.ts';
import { cardAdvice } from '#shared/domain/identity/card-codes.ts';
import { catalogue } from '#shared/text/catalogue.ts';
import { CCCD } from '#tests/domain/identity/sample-card.ts';
import { openTestDesk } from '#tests/support/test-desk.ts';

const text = catalogue('vi');
const { reading } = text.reception;
const bar = () => useBarMessage.getState().message;

/** A scan by a reader at the serial port or the camera, while no screen has asked for it. */
async function deliver(scanned: string, { isDayOpen = true, inputMethod = false, role = 'leader' } = {}) {
  const { desk } = openTestDesk();
  const call = (method: string, input: unknown) =>
    desk.dispatch(method, input, { role } as never, randomUUID());
  const scan = { text: scanned, physical: undefined, inputMethod } as unknown as Parameters<
    typeof deliverScan
  >[0];
  await deliverScan(scan, 'other', { desk: { call } as unknown as DeskClient, text, isDayOpen });
}

beforeEach(() => {
  hushBar();
  takeWaitingCard(performance.now());
  usePlace.getState().go('dashboard');
  useOverlay.setState({ overlay: 'palette' });
  useScanStore.setState({ isCameraOpen: true });
});

describe('a card scanned anywhere', () => {
  test('leads to reception, where it waits once; what lay over the screen is gone', async () => {
    await deliver(CCCD);
    expect(usePlace.getState().place).toBe('reception');
    expect(useOverlay.getState().overlay).toBeNull();
    expect(useScanStore.getState().isCameraOpen).toBe(false);
    expect(takeWaitingCard(performance.now())).toMatchObject({ idNumber: '079190123456' });
    expect(takeWaitingCard(performance.now())).toBeNull();
    expect(bar()).toBeNull();
  });

  test('does not wait for longer than ten seconds: it would be the next person’s', async () => {
    await deliver(CCCD);
    expect(takeWaitingCard(performance.now() + 10_500)).toBeNull();
  });

  test('waits for nobody while no day is open, and the bar says so', async () => {
    await deliver(CCCD, { isDayOpen: false });
    expect(bar()).toBe(text.scan.dayNotOpen);
    expect(usePlace.getState().place).toBe('dashboard');
    expect(takeWaitingCard(performance.now())).toBeNull();
  });

  test.each([
    ['hello', false, 'not-a-card'],
    ['hello', true, 'input-method'],
    ['12345', true, 'number-length'],
    ['', false, 'empty'],
  ] as const)(
    'that cannot be read (%j, through an input method: %s) is refused with advice',
    async (scanned, inputMethod, reason) => {
      await deliver(scanned, { inputMethod });
      expect(bar()).toBe(
        `${reading.scanFailed}. ${reading.reason[reason]} ${reading.advice[cardAdvice[reason]]}`,
      );
      expect(usePlace.getState().place).toBe('dashboard');
    },
  );

  test('that the desk refuses for another reason says that reason', async () => {
    await deliver(CCCD, { role: 'display' });
    expect(bar()).not.toBeNull();
    expect(bar()).not.toContain(reading.scanFailed);
  });
});
