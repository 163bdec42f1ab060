import type { Received } from '#shared/contract/level-shapes.ts';
import type { ReceiveStatus } from '#shared/domain/level/words.ts';
import type { Language } from '#shared/domain/language.ts';
import { formatDayOfYear } from '#shared/text/format.ts';
import type { LevelWords } from '#shared/text/level-words.ts';
import type { Tone } from '#renderer/ui/note.tsx';

/** Statuses of a file that somebody has to do something about. */
type TroubleStatus = keyof LevelWords['levelReceive']['trouble'];

export function isTrouble(status: ReceiveStatus): status is TroubleStatus {
  return !['new', 'already', 'replaced', 'older'].includes(status);
}

const TONES: Readonly<Record<ReceiveStatus, Tone>> = {
  new: 'good',
  already: 'plain',
  replaced: 'good',
  older: 'plain',
  conflict: 'warn',
  forged: 'bad',
  'unknown-office': 'bad',
  'unknown-key': 'bad',
  unreadable: 'bad',
};

export function toneOf(status: ReceiveStatus): Tone {
  return TONES[status];
}

/** Who and which day a file speaks of, as far as it could be read: `X. Đông Thạnh, 09/12`; else its name. */
export function whoseFile(
  { office, businessDay }: Pick<Received, 'office' | 'businessDay'>,
  fileName: string,
  language: Language,
): string {
  if (office === undefined) return fileName;
  return businessDay === undefined
    ? office.name
    : `${office.name}, ${formatDayOfYear(businessDay, language)}`;
}

/** What became of it, in a few words. */
export function statusWords({ status, version }: Received, words: LevelWords['levelReceive']): string {
  if (status === 'replaced' && version !== undefined) return words.replaced(String(version));
  return words.status[status];
}
