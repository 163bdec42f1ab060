import type { Language } from '#shared/domain/language.ts';
import { catalogue } from './catalogue.ts';
import type { Catalogue } from './vi.ts';
import { levelEn, levelVi } from './areas/level.ts';
import { levelBookEn, levelBookVi } from './areas/level-book.ts';
import { levelOfficeEn, levelOfficeVi } from './areas/level-office.ts';
import { levelOfficesEn, levelOfficesVi } from './areas/level-offices.ts';
import { levelCausesEn, levelCausesVi, levelPeriodEn, levelPeriodVi } from './areas/level-period.ts';
import { levelReceiveEn, levelReceiveVi } from './areas/level-receive.ts';
import { levelSignInEn, levelSignInVi } from './areas/level-sign-in.ts';
import { levelSettingsEn, levelSettingsVi } from './areas/level-settings.ts';

/** The words of the receiving level in Vietnamese: apart from the catalogue, because no window of a desk shows them. */
export const levelWordsVi = {
  level: levelVi,
  levelBook: levelBookVi,
  levelReceive: levelReceiveVi,
  levelOffice: levelOfficeVi,
  levelOffices: levelOfficesVi,
  levelPeriod: levelPeriodVi,
  levelCauses: levelCausesVi,
  levelSettings: levelSettingsVi,
  levelSignIn: levelSignInVi,
};

export type LevelWords = typeof levelWordsVi;

const languages: Readonly<Record<Language, LevelWords>> = {
  vi: levelWordsVi,
  en: {
    level: levelEn,
    levelBook: levelBookEn,
    levelReceive: levelReceiveEn,
    levelOffice: levelOfficeEn,
    levelOffices: levelOfficesEn,
    levelPeriod: levelPeriodEn,
    levelCauses: levelCausesEn,
    levelSettings: levelSettingsEn,
    levelSignIn: levelSignInEn,
  },
};

export function levelWords(language: Language): LevelWords {
  return languages[language];
}

/** The words of a desk's reports and those of the level: what its books and papers are written with. */
export function levelCatalogue(language: Language): Catalogue & LevelWords {
  return { ...catalogue(language), ...levelWords(language) };
}
