import type { Slip } from '#shared/domain/slip/slip.ts';
import { catalogue } from '#shared/text/catalogue.ts';
import type { Language } from '#shared/domain/language.ts';
import type { Catalogue } from '#shared/text/vi.ts';

/** One language speaking on a sheet. `echo`: the second one of a sheet in both, which leaves out what stands there once for all. */
export type Voice = {
  readonly language: Language;
  readonly text: Catalogue['slip'];
  readonly echo: boolean;
};

/** Who speaks on a slip, the first voice first. */
export function voicesOf(slip: Pick<Slip, 'language'>): readonly [Voice, ...Voice[]] {
  const voice = (language: Language, echo: boolean): Voice => ({
    language,
    text: catalogue(language).slip,
    echo,
  });
  if (slip.language === 'both') return [voice('vi', false), voice('en', true)];
  return [voice(slip.language, false)];
}

/** What every voice says, without repeating what is the same in both. */
export function saidBy(
  voices: readonly Voice[],
  say: (text: Catalogue['slip']) => string,
): readonly string[] {
  return [...new Set(voices.map(({ text }) => say(text)).filter((line) => line !== ''))];
}

export function isPage({ format }: Pick<Slip, 'format'>): boolean {
  return format === 'a5' || format === 'a4';
}
