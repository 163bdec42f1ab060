import { expect, onTestFinished, test, vi } from 'vitest';
import { waitForWord } from '#renderer/wall/only-voice.ts';

/** A window that wants to speak. */
function wanting() {
  const word = Promise.withResolvers<void>();
  const letGo = waitForWord(word.resolve);
  onTestFinished(letGo);
  return { word: word.promise, letGo };
}

test('one window has the word, the next has it when that one is closed, and none that was closed meanwhile', async () => {
  const first = wanting();
  await first.word;
  const gone = vi.fn<() => void>();
  waitForWord(gone)();
  const second = wanting();
  first.letGo();
  await second.word;
  expect(gone).not.toHaveBeenCalled();
});

test.for([
  ['knows no locks', {}],
  [
    'refuses them',
    { locks: { request: () => Promise.reject(new DOMException('no data here', 'SecurityError')) } },
  ],
] as const)('in a browser that %s every window speaks', async ([_what, navigator]) => {
  vi.stubGlobal('navigator', navigator);
  onTestFinished(() => void vi.unstubAllGlobals());
  await Promise.all([wanting().word, wanting().word]);
});
