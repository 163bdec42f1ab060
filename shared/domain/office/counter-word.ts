/** What an office calls the places at which people are served. */
export const COUNTER_WORDS = ['quầy', 'bàn', 'phòng', 'cửa'] as const;
export type CounterWord = (typeof COUNTER_WORDS)[number];

/** The same in English. */
export const ENGLISH_COUNTER: Readonly<Record<CounterWord, string>> = {
  quầy: 'counter',
  bàn: 'desk',
  phòng: 'room',
  cửa: 'window',
};

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

/** The word that a counter's name begins with; null for a name of another kind. */
function wordOf(name: string): CounterWord | null {
  const first = name.normalize('NFC').trim().split(/\s+/)[0]?.toLowerCase();
  return COUNTER_WORDS.find((word) => word === first) ?? null;
}

/** The office's word for a counter: the one that most of its counters' names begin with. It is kept nowhere else. */
export function counterWord(names: readonly string[]): CounterWord {
  const found = names.map(wordOf);
  const times = (word: CounterWord) => found.filter((one) => one === word).length;
  return COUNTER_WORDS.reduce((best, word) => (times(word) > times(best) ? word : best));
}

/** A counter's name with another word in front: `Quầy 2` as `Bàn 2`. A name that begins with none of them stays. */
export function renamedCounter(name: string, word: CounterWord): string {
  return wordOf(name) === null ? name : [capital(word), ...name.trim().split(/\s+/).slice(1)].join(' ');
}

/** A name for one more counter, in the office's word and the first number that is free from their count on. */
export function nextCounterName(names: readonly string[]): string {
  const word = capital(counterWord(names));
  for (let place = names.length + 1; ; place += 1) {
    const name = `${word} ${place}`;
    if (!names.includes(name)) return name;
  }
}
