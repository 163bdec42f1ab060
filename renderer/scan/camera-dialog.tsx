import { useText } from '#renderer/desk/language.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import styles from './camera-dialog.module.css';
import { readCamera, type CameraReading } from './camera-reading.ts';

export type CameraDialogProps = {
  readonly onText: (text: string) => void;
  readonly onClose: () => void;
};

/** Reads one card with the camera of this PC and closes. */
export function CameraDialog({ onText, onClose }: CameraDialogProps) {
  const text = useText();
  const [attempt, setAttempt] = useState(0);
  return (
    <Dialog
      opened
      onClose={onClose}
      title={text.scan.camera}
      width={640}
      closeLabel={text.common.close}
      footer={<Button onClick={onClose}>{text.common.close}</Button>}
    >
      <Viewer key={attempt} onText={onText} onRetry={() => setAttempt(attempt + 1)} />
    </Dialog>
  );
}

type ViewerProps = { readonly onText: (text: string) => void; readonly onRetry: () => void };

function Viewer({ onText, onRetry }: ViewerProps) {
  const words = useText().scan;
  const video = useRef<HTMLVideoElement>(null);
  const [reading, setReading] = useState<CameraReading>('starting');
  const found = useEffectEvent(onText);
  useEffect(() => {
    const element = video.current;
    if (element === null) return undefined;
    return readCamera(element, { onReading: setReading, onText: (heard) => found(heard) });
  }, []);
  const isRunning = reading === 'starting' || reading === 'looking' || reading === 'ended';
  return (
    <div className={styles['viewer']}>
      {isRunning ? (
        <>
          <div className={styles['picture']}>
            <video
              ref={video}
              className={styles['video']}
              muted
              playsInline
              aria-label={words.cameraPicture}
            />
            <span className={styles['square']} aria-hidden="true" />
          </div>
          <p role="status" className={styles['hint']}>
            {reading === 'starting' ? words.cameraStarting : words.cameraHint}
          </p>
        </>
      ) : (
        <Note
          tone="warn"
          announce
          title={words.cameraFault[reading].title}
          action={<Button onClick={onRetry}>{words.cameraAgain}</Button>}
        >
          {words.cameraFault[reading].advice}
        </Note>
      )}
      <p className={styles['promise']}>{words.cameraPromise}</p>
    </div>
  );
}
