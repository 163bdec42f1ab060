import { useLanguage } from '#renderer/desk/language.ts';
import { levelWords, type LevelWords } from '#shared/text/level-words.ts';

export function useLevelWords(): LevelWords {
  return levelWords(useLanguage());
}
