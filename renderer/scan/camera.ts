/** Why there is no picture. */
export type CameraFault = 'none' | 'refused' | 'busy' | 'unsupported';

/** What `getUserMedia` throws, by name. */
const FAULTS: Readonly<Record<string, CameraFault>> = {
  NotFoundError: 'none',
  OverconstrainedError: 'none',
  NotAllowedError: 'refused',
  SecurityError: 'refused',
  NotReadableError: 'busy',
  AbortError: 'busy',
};

export function cameraFault(error: unknown): CameraFault {
  const name = typeof error === 'object' && error !== null && 'name' in error ? String(error.name) : '';
  return FAULTS[name] ?? 'unsupported';
}

type Camera =
  | { readonly ok: true; readonly stream: MediaStream }
  | { readonly ok: false; readonly fault: CameraFault };

/** Asks for a camera, without sound. Close the stream with {@link stopCamera}. */
export async function startCamera(): Promise<Camera> {
  // The browser offers no cameras to a page that came over plain http from another PC.
  if (!('mediaDevices' in navigator)) return { ok: false, fault: 'unsupported' };
  try {
    const stream = await navigator.mediaDevices.getUserMedia({
      audio: false,
      video: { width: { ideal: 1920 }, height: { ideal: 1080 }, facingMode: { ideal: 'environment' } },
    });
    return { ok: true, stream };
  } catch (error) {
    return { ok: false, fault: cameraFault(error) };
  }
}

export function stopCamera(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}

type Cut = { readonly x: number; readonly y: number; readonly side: number };

/** The part of a frame that is searched and shown in the window's square: the middle, four fifths of the shorter side. */
export function middleOf(width: number, height: number): Cut {
  const side = Math.floor(Math.min(width, height) * 0.8);
  return { x: Math.floor((width - side) / 2), y: Math.floor((height - side) / 2), side };
}

/** At most this many frames a second are searched. */
export const FRAMES_A_SECOND = 8;

/** How long to wait after a search that took `tookMs`, so that there are never more than {@link FRAMES_A_SECOND}. */
export function pauseAfter(tookMs: number): number {
  return Math.max(1000 / FRAMES_A_SECOND - tookMs, 0);
}
