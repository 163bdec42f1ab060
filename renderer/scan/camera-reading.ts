import wasmAddress from 'zxing-wasm/reader/zxing_reader.wasm?url';
import { middleOf, pauseAfter, startCamera, stopCamera, type CameraFault } from './camera.ts';
import { prepareQrReader, readQr } from './qr-image.ts';

export type CameraReading = 'starting' | 'looking' | 'ended' | CameraFault | 'no-decoder';

type CameraListener = {
  readonly onReading: (reading: CameraReading) => void;
  readonly onText: (text: string) => void;
};

/**
 * Shows the camera in a video element and reads codes out of it until one is found; returns how to stop. Frames exist
 * only in one canvas of this function, which is emptied at the end.
 */
export function readCamera(video: HTMLVideoElement, { onReading, onText }: CameraListener): () => void {
  let isOver = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stream: MediaStream | undefined;
  const canvas = document.createElement('canvas');

  const stop = () => {
    isOver = true;
    clearTimeout(timer);
    if (stream !== undefined) stopCamera(stream);
    video.srcObject = null;
    canvas.width = 0;
    canvas.height = 0;
  };
  const end = (reading: CameraReading) => {
    stop();
    onReading(reading);
  };
  const look = async () => {
    const started = performance.now();
    const text = await readFrame(video, canvas);
    if (isOver) return;
    if (text === null) {
      timer = setTimeout(() => void look(), pauseAfter(performance.now() - started));
      return;
    }
    end('ended');
    onText(text);
  };
  const start = async () => {
    const [camera, isReady] = await Promise.all([startCamera(), isDecoderReady()]);
    if (camera.ok) ({ stream } = camera);
    if (isOver) return stop();
    if (!camera.ok) return end(camera.fault);
    if (!isReady) return end('no-decoder');
    for (const track of camera.stream.getVideoTracks())
      track.addEventListener('ended', () => {
        if (!isOver) end('none');
      });
    video.srcObject = camera.stream;
    await video.play().catch(() => undefined);
    if (isOver) return;
    onReading('looking');
    void look();
  };
  void start();
  return stop;
}

function isDecoderReady(): Promise<boolean> {
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
