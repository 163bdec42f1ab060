import type { SheetFormat } from '#shared/domain/printing/sheet-format.ts';
import { handoutSheetsEn } from '#shared/text/areas/handout-sheets-en.ts';
import { handoutSheetsVi } from '#shared/text/areas/handout-sheets.ts';
import { inLanguage, type Language } from '#shared/domain/language.ts';
import type { HandoutText } from '#shared/domain/office/settings.ts';

export const HANDOUTS = [
  'install',
  'level-1',
  'activate',
  'levels',
  'papers',
  'lock',
  'portal',
  'use',
  'loudspeaker',
] as const;
export const POSTERS = ['poster-office', 'poster-school'] as const;
export const DAY_LISTS = ['tickets', 'referrals'] as const;
export const CHECKS = ['call-rule', 'rules', 'test-page'] as const;

export type HandoutId = (typeof HANDOUTS)[number] | (typeof POSTERS)[number];
export type ListId = (typeof DAY_LISTS)[number] | (typeof CHECKS)[number];
export type SheetId = HandoutId | ListId;

export type SheetOrder = {
  readonly sheet: SheetId;
  readonly format: SheetFormat;
  readonly language: Language;
};

export const SHEETS: readonly SheetId[] = [...HANDOUTS, ...POSTERS, ...DAY_LISTS, ...CHECKS];

export function isHandout(sheet: SheetId): sheet is HandoutId {
  return sheet in handoutSheetsVi;
}

/** Formats a sheet exists for, the usual one first. */
export function formatsOf(sheet: SheetId): readonly SheetFormat[] {
  if (sheet === 'test-page') return ['80', '58', 'a4'];
  if (!isHandout(sheet)) return ['a4'];
  return sheet.startsWith('poster-') ? ['a4', 'a5'] : ['a5', 'a4'];
}

type ShippedText = {
  readonly title: string;
  readonly lines: Readonly<Record<string, string>>;
};

type ShippedTexts = Readonly<Record<HandoutId, ShippedText>>;

/** The words of a handout as they are shipped. */
export function shippedText(sheet: HandoutId, language: Language): ShippedText {
  return inLanguage<ShippedTexts>({ vi: handoutSheetsVi, en: handoutSheetsEn }, language)[sheet];
}

/** The short code in the foot, by which a sheet of paper is found again. */
export function formCode(sheet: HandoutId): string {
  const place = HANDOUTS.findIndex((one) => one === sheet);
  return place === -1 ? `TD-${POSTERS.findIndex((one) => one === sheet) + 1}` : `TO-${place + 1}`;
}

/** What of a draft is the office's own; undefined when nothing is. */
export function ownText(
  shipped: ShippedText,
  draft: { readonly title: string; readonly lines: Readonly<Record<string, string>> },
): HandoutText | undefined {
  const title = draft.title.trim();
  const lines = Object.fromEntries(
    Object.entries(shipped.lines).flatMap(([name, line]) => {
      const typed = (draft.lines[name] ?? line).trim();
      return typed === line ? [] : [[name, typed]];
    }),
  );
  const own: HandoutText = {
    ...(title === '' || title === shipped.title ? {} : { title }),
    ...(Object.keys(lines).length === 0 ? {} : { lines }),
  };
  return Object.keys(own).length === 0 ? undefined : own;
}
