const TONES = ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323'];
const VOWELS = ['a', 'ă', 'â', 'e', 'ê', 'i', 'o', 'ô', 'ơ', 'u', 'ư', 'y'];

/** Each vowel with its six tones, capitals before small letters: 144 letters, each one code point. */
export const VOWEL_ROWS: readonly { readonly capitals: string; readonly small: string }[] = VOWELS.map(
  (vowel) => {
    const small = TONES.map((tone) => (vowel + tone).normalize('NFC')).join('');
    return { capitals: small.toLocaleUpperCase('vi'), small };
  },
);

export const CONSONANTS = { capitals: 'BCDĐGHKLMNPQRSTVX', small: 'bcdđghklmnpqrstvx' };
export const FIGURES_AND_MARKS = '0123456789.,:/()–*“”?%₫';
