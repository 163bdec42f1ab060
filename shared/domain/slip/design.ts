/** Blocks of the number sheet that an office may move or leave out. */
export const NUMBER_BLOCKS = ['ahead', 'hold', 'wait'] as const;
export type NumberBlock = (typeof NUMBER_BLOCKS)[number];

/** Blocks of the guidance slip that an office may move; those in `KEPT_BLOCKS` it cannot leave out. */
export const GUIDANCE_BLOCKS = ['message', 'window', 'steps', 'home', 'safe', 'ask'] as const;
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

/** What an office decides of the look of its slips. */
export type SlipDesign = {
  readonly logo: LogoDots | null;
  /** Under the name of the office. */
  readonly officeLines: readonly string[];
  /** Above the line of form and time. */
  readonly footer: readonly string[];
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
  const essence = ({ logo, officeLines, footer, number, guidance }: SlipDesign): string =>
    JSON.stringify([
      logo === null ? null : [logo.width, logo.height, logo.dots],
      officeLines,
      footer,
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
