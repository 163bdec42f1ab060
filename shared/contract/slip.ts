import { z } from 'zod';
import { GUIDANCE_BLOCKS, keepsWhatMustStay, LOGO_DOTS, NUMBER_BLOCKS } from '#shared/domain/slip/design.ts';
import { isWholeLogo } from '#shared/domain/slip/logo.ts';
import { leaders, officers, type DeskMethod } from './method.ts';
import { count, id, instant, text } from './primitives.ts';

/** Languages of a slip; `both` is one sheet with Vietnamese first. */
export const SLIP_LANGUAGES = ['vi', 'en', 'both'] as const;
export const slipLanguage = z.enum(SLIP_LANGUAGES);
export type SlipLanguage = z.infer<typeof slipLanguage>;

/** Black dots instead of a picture file: nothing of what was chosen is kept but its ink, and no reader of files runs again. */
const logo = z
  .object({
    width: z.int().min(1).max(LOGO_DOTS.width),
    height: z.int().min(1).max(LOGO_DOTS.height),
    dots: z.base64().max(Math.ceil((LOGO_DOTS.width / 8) * LOGO_DOTS.height * 1.4)),
  })
  .refine(isWholeLogo, { message: 'broken-logo' });

const designBody = z.object({
  logo: logo.nullable(),
  officeLines: z.array(text(60)).max(2),
  footer: z.array(text(80)).max(2),
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

/** What was chosen for the slips of one ticket; null follows the office. */
const slipChoice = z.object({
  ticketId: id,
  language: slipLanguage.nullable(),
  large: z.boolean().nullable(),
});

export const slipContract = {
  /** The design in force, and when each kept one was saved, newest first; the shipped one has no instant. */
  'slip.design': {
    kind: 'query',
    roles: officers,
    input: z.object({}),
    output: z.object({
      current: slipDesign,
      versions: z.array(z.object({ version: count, savedAt: instant.nullable() })),
    }),
  },
  /** Keeps a changed design under the next number. One that prints the same as the present one changes nothing. */
  'slip.save-design': { kind: 'command', roles: leaders, input: designBody, output: slipDesign },
  /** Language and size of print for the slips of one ticket, reprints included. What is not named stays. */
  'slip.choose': {
    kind: 'command',
    roles: officers,
    input: z.object({
      ticketId: id,
      language: slipLanguage.nullable().optional(),
      large: z.boolean().nullable().optional(),
    }),
    output: slipChoice,
  },
} as const satisfies Record<string, DeskMethod>;
