/** The first words that many offices share, by the letters which stand for them where a name has little room. */
const KINDS: readonly (readonly [letters: string, words: RegExp])[] = [
  ['P.', /^(?:công an )?phường (?=\S)/iu],
  ['X.', /^(?:công an )?xã (?=\S)/iu],
  ['ĐK.', /^(?:công an )?đặc khu (?=\S)/iu],
];

/** An office's name for a narrow list, so that what tells it from others is read first: `P. Bình Minh`. Other names stay whole. */
export function shortOfficeName(name: string): string {
  const kind = KINDS.find(([, words]) => words.test(name));
  return kind === undefined ? name : name.replace(kind[1], `${kind[0]} `);
}
