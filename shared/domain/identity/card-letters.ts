import type { CardWarning, CardWarningCode } from './card-codes.ts';
import { foldName } from './fold-name.ts';
import { looksLikeMojibake, undoMojibake } from './mojibake.ts';
import { APOSTROPHES, nameProblem, normaliseName } from './name.ts';

/** The texts of a card as scanned: undefined where the scan had none. */
type CardTexts = {
  fullName: string | undefined;
  address: string | undefined;
  sex: string | undefined;
};

/** The texts that can be trusted, and what was wrong with the others. */
type CheckedTexts = { fullName?: string; address?: string; warnings: CardWarning[] };

const initial = '(?:b|ch?|d|gh?|gi|h|kh?|l|m|n(?:gh?|h)?|ph?|qu?|r|s|t[hr]?|v|x)';
const ending = '(?:ch?|m|n[gh]?|p|t)';
/** What is left of a syllable when its marked vowel was dropped: `Th`, `Trn`, `ng`, `Nguyn`. */
const emptied = new RegExp(`^(?:${initial}${ending}?|${ending}|${initial}?uyn)$`);
/** A Telex key spelling: a doubled or w-marked vowel or dd, usually with a tone key at the end. */
const telexShape = /(?:aa|ee|oo|dd|[aou]w|^w|w$)/;
const notOfLatinNames = new RegExp(`[^\\p{Script=Latin}\\p{M} ${APOSTROPHES}.,-]`, 'u');
const notOfAddresses = new RegExp(`[^\\p{Script=Latin}\\p{M}\\p{N} \\-–,.;:/()"&+#|${APOSTROPHES}]`, 'u');
const telexTone = /[aeiouy](?:(?:ch?|m|n[gh]?|p|t)?[sfrxj]|[sfrxj](?:ch?|m|n[gh]?|p|t))$/;

/**
 * Decides which scanned texts are whole. A text that can be repaired with certainty is repaired; one with lost or
 * garbled letters is withheld with `retype-name` or `retype-address` and the cause beside it. No letter is guessed.
 */
export function checkCardTexts(texts: CardTexts): CheckedTexts {
  const warnings: CardWarning[] = [];
  const warn = (code: CardWarningCode) => {
    if (!warnings.some((warning) => warning.code === code)) warnings.push({ code });
  };
  const name = repairText(texts.fullName, warn);
  const address = repairText(texts.address, warn);
  const sex = repairText(texts.sex, warn) ?? '';
  const isTurned = name !== undefined && isCapsLocked(name);
  if (isTurned) warn('caps-lock');
  const upright = isTurned ? turnCase(name) : name;

  const nameCause = upright === undefined ? undefined : nameDamage(upright, address ?? '', sex);
  if (nameCause !== undefined) warn(nameCause);
  const addressCause = address === undefined ? undefined : addressDamage(address, nameCause);
  if (addressCause !== undefined) warn(addressCause);

  const checked: CheckedTexts = {
    warnings: warnings.filter(
      ({ code }) => code !== 'mojibake-undone' || !warnings.some((other) => other.code === 'mojibake'),
    ),
  };
  if (upright !== undefined && upright !== '') {
    if (nameCause === undefined || nameCause === 'name-without-marks') checked.fullName = upright;
    else checked.warnings.push({ code: 'retype-name', field: 'fullName' });
  }
  if (address !== undefined && address !== '') {
    if (addressCause === undefined) checked.address = isTurned ? turnCase(address) : address;
    else checked.warnings.push({ code: 'retype-address', field: 'address' });
  }
  return checked;
}

function repairText(text: string | undefined, warn: (code: CardWarningCode) => void): string | undefined {
  if (text === undefined) return undefined;
  const undone = undoMojibake(text);
  if (undone !== undefined) warn('mojibake-undone');
  const whole = undone ?? text;
  if (whole.normalize('NFC') !== whole) warn('marks-composed');
  return normaliseName(whole);
}

/** `nGUYỄN vĂN aN` is a whole name typed under Caps Lock; every letter turns over, so nothing is guessed. */
function isCapsLocked(name: string): boolean {
  const words = name.split(' ');
  const turned = (word: string) => /^\p{Ll}\p{Lu}+$/u.test(word);
  return (
    words.length > 1 && words.some(turned) && words.every((word) => turned(word) || /^\p{Ll}$/u.test(word))
  );
}

function turnCase(text: string): string {
  return Array.from(text, (letter) =>
    letter === letter.toUpperCase() ? letter.toLowerCase() : letter.toUpperCase(),
  ).join('');
}

function nameDamage(name: string, address: string, sex: string): CardWarningCode | undefined {
  if (looksLikeMojibake(name)) return 'mojibake';
  const problem = nameProblem(name);
  if (/\d{3}/.test(name)) return 'alt-codes';
  if (/\p{L}[1-9]/u.test(name)) return 'vni';
  if (problem !== undefined || notOfLatinNames.test(name)) return 'letters-lost';
  // One letter beyond Latin-1 proves that this scanner types Vietnamese letters.
  if (/[^\x00-\xff]/u.test(`${name}${sex}`)) return undefined;
  const words = foldName(name).split(' ');
  if (isTelexSex(sex)) return 'telex';
  if (/^nu\d/i.test(sex)) return 'vni';
  if (/^nu$/i.test(sex) && !/[^\x00-\x7f]/.test(name)) return 'name-without-marks';
  if (/[^\x00-\xff]/u.test(address)) return undefined;
  // A scan that an input method garbled is garbled throughout: Rmah Weer is a name, and so the address decides.
  if (!/[^\x00-\x7f]/.test(name) && isTelex(words) && isTelexAddress(address)) return 'telex';
  if (
    words.some((word) => emptied.test(word)) &&
    ((sex !== '' && !/^nam$/i.test(sex)) ||
      words.filter((word) => emptied.test(word)).length > 1 ||
      isUnmarked(address))
  ) {
    return 'letters-lost';
  }
  if (/[^\x00-\x7f]/.test(name)) return undefined;
  return isUnmarked(address) ? 'name-without-marks' : undefined;
}

function isTelexSex(sex: string): boolean {
  return /^nu(?:w[xs]?|x|xw|wx)$/i.test(sex);
}

function isTelexAddress(address: string): boolean {
  return address === '' || isTelex(foldName(address).split(/[^a-z]+/u));
}

function isTelex(words: readonly string[]): boolean {
  const shaped = words.filter((word) => telexShape.test(word));
  return (
    shaped.some((word) => telexTone.test(word)) ||
    (shaped.length > 0 && words.some((word) => telexTone.test(word)))
  );
}

/** An address of several words without a single mark did not come through whole: `Xã`, `Phường`, `Tỉnh` all have marks. */
function isUnmarked(address: string): boolean {
  return !/[^\x00-\x7f]/.test(address) && (address.match(/[a-z]{2,}/gi)?.length ?? 0) >= 3;
}

function addressDamage(address: string, nameCause: CardWarningCode | undefined): CardWarningCode | undefined {
  if (looksLikeMojibake(address)) return 'mojibake';
  if (/[?\ufffd□]/u.test(address) || notOfAddresses.test(address)) return 'letters-lost';
  if (nameCause === undefined || nameCause === 'name-without-marks' || nameCause === 'mojibake')
    return undefined;
  // The same keys that garbled the name garbled the address, unless it shows a letter only a whole scan has.
  return /[^\x00-\xff]/u.test(address) ? undefined : nameCause;
}
