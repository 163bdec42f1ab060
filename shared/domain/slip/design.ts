import { LANGUAGES } from '../language.ts';
import { z } from 'zod';
import { bytesOfBase64 } from '../printing/base64.ts';
import { count, text } from '../values.ts';

/** Languages of a slip; `both` is one sheet in Vietnamese, then English. */
export const SLIP_LANGUAGES = [...LANGUAGES, 'both'] as const;
export const slipLanguage = z.enum(SLIP_LANGUAGES);
export type SlipLanguage = z.infer<typeof slipLanguage>;

/** Blocks of the number sheet that an office may move or leave out. */
export const NUMBER_BLOCKS = ['ahead', 'hold', 'wait'] as const;
export type NumberBlock = (typeof NUMBER_BLOCKS)[number];

/** Blocks of the guidance slip that an office may move; those in `KEPT_BLOCKS` it cannot leave out. */
export const GUIDANCE_BLOCKS = ['home', 'message', 'window', 'steps', 'safe', 'ask'] as const;
export type GuidanceBlock = (typeof GUIDANCE_BLOCKS)[number];

/**
 * Always printed: the days in which an account is activated, and whom to ask after them (NĐ 69/2024, Điều 14 khoản 1).
 * What was done, the date of the result, the papers missing and the line that this is no receipt are no blocks at all.
 */
export const KEPT_BLOCKS: readonly GuidanceBlock[] = ['window', 'ask'];

/** Printed size of a logo at most, in dots of an eighth of a millimetre. */
export const LOGO_DOTS = { width: 320, height: 160 } as const;

/** A picture of black dots: rows from the top, eight dots a byte, leftmost in the highest bit, as base64. */
export type LogoDots = { readonly width: number; readonly height: number; readonly dots: string };

/** Whether a logo holds exactly the bytes that its size needs. */
export function isWholeLogo({ width, height, dots }: LogoDots): boolean {
  return bytesOfBase64(dots)?.length === Math.ceil(width / 8) * height;
}

/** What an office decides of the look of its slips. */
export type SlipDesign = {
  readonly logo: LogoDots | null;
  /** Under the name of the office. */
  readonly officeLines: readonly string[];
  /** Above the line of form and time. */
  readonly footer: readonly string[];
  /** Whether the officer is named who issued the number or ended the visit; not so by itself. */
  readonly officer?: boolean | undefined;
  /** The blocks that are printed, in their order. */
  readonly number: readonly NumberBlock[];
  readonly guidance: readonly GuidanceBlock[];
};

/** The design every office starts with; its version is 1. */
export const shippedDesign: SlipDesign = {
  logo: null,
  officeLines: [],
  footer: [],
  number: NUMBER_BLOCKS,
  guidance: GUIDANCE_BLOCKS,
};

/** Whether blocks stand at most once each and none is missing that must stay. */
export function keepsWhatMustStay(blocks: readonly GuidanceBlock[]): boolean {
  return new Set(blocks).size === blocks.length && KEPT_BLOCKS.every((block) => blocks.includes(block));
}

/** Whether two designs print the same. */
export function sameDesign(one: SlipDesign, other: SlipDesign): boolean {
  const essence = ({ logo, officeLines, footer, officer, number, guidance }: SlipDesign): string =>
    JSON.stringify([
      logo === null ? null : [logo.width, logo.height, logo.dots],
      officeLines,
      footer,
      officer ?? false,
      number,
      guidance,
    ]);
  return essence(one) === essence(other);
}

/** The list with one entry moved by `steps` places; it stays at the ends. */
export function moved<T>(list: readonly T[], entry: T, steps: number): readonly T[] {
  const from = list.indexOf(entry);
  if (from === -1) return list;
  const rest = list.filter((one) => one !== entry);
  const to = Math.max(0, Math.min(rest.length, from + steps));
  return [...rest.slice(0, to), entry, ...rest.slice(to)];
}

/** Black dots instead of a picture file: nothing of what was chosen is kept but its ink, and no reader of files runs again. */
const logo = z
  .object({
    width: z.int().min(1).max(LOGO_DOTS.width),
    height: z.int().min(1).max(LOGO_DOTS.height),
    dots: z.base64().max(Math.ceil((LOGO_DOTS.width / 8) * LOGO_DOTS.height * 1.4)),
  })
  .refine(isWholeLogo);

export const designBody = z.object({
  logo: logo.nullable(),
  officeLines: z.array(text(60)).max(2),
  footer: z.array(text(80)).max(2),
  officer: z.boolean().optional(),
  number: z
    .array(z.enum(NUMBER_BLOCKS))
    .max(NUMBER_BLOCKS.length)
    .refine((blocks) => new Set(blocks).size === blocks.length, { message: 'doubled-block' }),
  guidance: z
    .array(z.enum(GUIDANCE_BLOCKS))
    .max(GUIDANCE_BLOCKS.length)
    .refine(keepsWhatMustStay, { message: 'block-must-stay' }),
});

/** The look of slips under its number: 1 is the shipped one, every change is the next. */
export const slipDesign = designBody.extend({ version: count });
export type NumberedDesign = z.infer<typeof slipDesign>;
