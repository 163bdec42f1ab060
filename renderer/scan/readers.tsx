import { useText } from '#renderer/desk/language.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Note, type Tone } from '#renderer/ui/note.tsx';
import { IconCamera, IconUsb } from '@tabler/icons-react';
import styles from './readers.module.css';
import { openCamera, useScanStore } from './scan-store.ts';
import type { SerialState } from './serial-scanner.ts';

const TONES: Record<SerialState, Tone> = {
  off: 'plain',
  connecting: 'plain',
  connected: 'good',
  lost: 'bad',
  busy: 'warn',
};

/** The readers besides a keyboard scanner: a scanner on a serial port with its state, and the camera. */
export function Readers() {
  const words = useText().scan;
  const { serial, serialState } = useScanStore();
  return (
    <div className={styles['readers']}>
      <div className={styles['buttons']}>
        <Button icon={<IconCamera size={18} stroke={1.75} aria-hidden="true" />} onClick={openCamera}>
          {words.camera}
        </Button>
        <Button
          icon={<IconUsb size={18} stroke={1.75} aria-hidden="true" />}
          disabledReason={serial === null ? words.serialUnsupported : undefined}
          onClick={() => void serial?.choose()}
        >
          {words.chooseSerial}
        </Button>
        {serial !== null && serialState !== 'off' && (
          <Button variant="quiet" onClick={() => void serial.forget()}>
            {words.forgetSerial}
          </Button>
        )}
      </div>
      <Note tone={serial === null ? 'plain' : TONES[serialState]} announce>
        {serial === null ? words.serialUnsupported : words.serialState[serialState]}
      </Note>
    </div>
  );
}
