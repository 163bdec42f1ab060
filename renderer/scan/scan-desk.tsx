import { useDesk } from '#renderer/desk/desk-context.ts';
import { useText } from '#renderer/desk/language.ts';
import { useDeskQuery } from '#renderer/desk/use-desk-query.ts';
import { sayInBar, useScreenKeys } from '#renderer/frame/screen-keys.tsx';
import { isMorning, useGoOn } from '#renderer/frame/go-on.ts';
import type { WedgeScan } from '#shared/domain/identity/scan-burst.ts';
import { Suspense, useEffect, useEffectEvent } from 'react';
import { deliverScan } from './deliver-scan.ts';
import { takeHeard } from './heard-scans.ts';
import { closeCamera, openCamera, useScanStore } from './scan-store.ts';
import { browserSerial } from './serial-port.ts';
import { serialScanner, type SerialState } from './serial-scanner.ts';
import { lazyPart } from '#renderer/ui/lazy-part.ts';

const CameraDialog = lazyPart(() => import('./camera-dialog.tsx').then((m) => m.CameraDialog));

/** Hears every reader of this window, on every screen: a scanner that types, one on a serial port, the camera. */
export function ScanDesk() {
  const desk = useDesk();
  const text = useText();
  const day = useDeskQuery('day.status', {}).value;
  const goOnDay = useGoOn((state) => state.day);
  const isDayOpen = day !== undefined && !isMorning(day, goOnDay);
  const { isCameraOpen, serial } = useScanStore();

  const deliver = useEffectEvent((scan: WedgeScan, from: 'keyboard' | 'other') => {
    void deliverScan(scan, from, { desk, text, isDayOpen });
  });
  const tell = useEffectEvent((state: SerialState) => {
    const before = useScanStore.getState().serialState;
    useScanStore.setState({ serialState: state });
    if (state === 'lost' && before === 'connected') sayInBar(text.scan.serialSaid.lost);
    if (state === 'connected' && before === 'lost') sayInBar(text.scan.serialSaid.back);
  });
  useEffect(() => takeHeard((scan) => deliver(scan, 'keyboard')), []);
  useEffect(() => {
    const ports = browserSerial();
    if (ports === undefined) return undefined;
    const scanner = serialScanner({
      serial: ports,
      onScan: (heard) => deliver({ text: heard, inputMethod: false }, 'other'),
      onState: (state) => tell(state),
      memory: localStorage,
    });
    useScanStore.setState({ serial: scanner });
    void scanner.reopen();
    return () => {
      useScanStore.setState({ serial: null });
      scanner.stop();
    };
  }, []);
  useScreenKeys([
    { label: text.scan.camera, keywords: 'camera webcam QR', run: openCamera },
    ...(serial === null
      ? []
      : [{ label: text.scan.chooseSerial, keywords: 'COM serial USB', run: () => void serial.choose() }]),
  ]);

  if (!isCameraOpen) return null;
  return (
    <Suspense fallback={null}>
      <CameraDialog
        onClose={closeCamera}
        onText={(heard) => {
          const { openedFrom } = useScanStore.getState();
          closeCamera();
          afterPaint(() => {
            if (document.activeElement === document.body) openedFrom?.focus({ preventScroll: true });
            void deliverScan({ text: heard, inputMethod: false }, 'other', { desk, text, isDayOpen });
          });
        }}
      />
    </Suspense>
  );
}

/** Once what was closed is gone from the page. */
function afterPaint(run: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(run));
}
