/** Seconds and hertz of each of its two notes, and how loud it is: far below a call that is read aloud. */
const NOTES = [
  { from: 0, pitch: 523 },
  { from: 0.16, pitch: 659 },
] as const;
const LASTS = 0.7;
const LOUD = 0.06;

/**
 * A soft sound of this window. Browsers let no page sound before somebody touched it or pressed a key in it; until then nothing
 * is heard, and nothing comes late.
 */
export function softSound(): void {
  if (!navigator.userActivation.hasBeenActive) return;
  const context = new AudioContext();
  const notes = NOTES.map(({ from, pitch }) => {
    const gain = context.createGain();
    const start = context.currentTime + from;
    gain.gain.setValueAtTime(0, start);
    gain.gain.linearRampToValueAtTime(LOUD, start + 0.02);
    gain.gain.exponentialRampToValueAtTime(0.0001, start + LASTS);
    gain.connect(context.destination);
    const note = context.createOscillator();
    note.frequency.value = pitch;
    note.connect(gain);
    note.start(start);
    note.stop(start + LASTS);
    return note;
  });
  notes.at(-1)?.addEventListener('ended', () => void context.close());
}
