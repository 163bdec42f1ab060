import { useEffect, useRef, useState, type RefObject } from 'react';
import wasmAddress from 'zxing-wasm/reader/zxing_reader.wasm?url';
import { middleOf, pauseAfter, startCamera, stopCamera, type CameraFault } from './camera.ts';
import { prepareQrReader, readQr } from './qr-image.ts';

export type CameraReading = 'starting' | 'looking' | 'ended' | CameraFault | 'no-decoder';

/**
 * Shows the camera in a video element and reads codes out of it until one is found or the component goes. Frames exist
 * only in one canvas of this function, which is emptied at the end.
 */
export function useCameraReading(
  video: RefObject<HTMLVideoElement | null>,
  onText: (text: string) => void,
): CameraReading {
  const [reading, setReading] = useState<CameraReading>('starting');
  const latest = useRef(onText);
  useEffect(() => {
    latest.current = onText;
  });
  useEffect(() => {
    let isOver = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let stream: MediaStream | undefined;
    const canvas = document.createElement('canvas');
    const element = video.current;

    const stop = () => {
      isOver = true;
      clearTimeout(timer);
      if (stream !== undefined) stopCamera(stream);
      if (element !== null) element.srcObject = null;
      canvas.width = 0;
      canvas.height = 0;
    };
    const look = async () => {
      const started = performance.now();
      const text = element === null ? null : await readFrame(element, canvas);
      if (isOver) return;
      if (text === null) {
        timer = setTimeout(() => void look(), pauseAfter(performance.now() - started));
        return;
      }
      stop();
      setReading('ended');
      latest.current(text);
    };
    const start = async () => {
      const [camera, isReady] = await Promise.all([startCamera(), prepared()]);
      if (camera.ok) stream = camera.stream;
      if (isOver) return stop();
      if (!camera.ok) return setReading(camera.fault);
      if (!isReady) {
        stop();
        return setReading('no-decoder');
      }
      for (const track of camera.stream.getVideoTracks())
        track.addEventListener('ended', () => {
          if (isOver) return;
          stop();
          setReading('none');
        });
      if (element !== null) {
        element.srcObject = camera.stream;
        await element.play().catch(() => undefined);
      }
      if (isOver) return;
      setReading('looking');
      void look();
    };
    void start();
    return stop;
  }, [video]);
  return reading;
}

async function prepared(): Promise<boolean> {
  return prepareQrReader({ locateFile: () => wasmAddress }).then(
    () => true,
    () => false,
  );
}

async function readFrame(video: HTMLVideoElement, canvas: HTMLCanvasElement): Promise<string | null> {
  const { x, y, side } = middleOf(video.videoWidth, video.videoHeight);
  if (side === 0) return null;
  if (canvas.width !== side) {
    canvas.width = side;
    canvas.height = side;
  }
  const paper = canvas.getContext('2d', { willReadFrequently: true });
  if (paper === null) return null;
  paper.drawImage(video, x, y, side, side, 0, 0, side, side);
  return readQr(paper.getImageData(0, 0, side, side));
}
