import { z } from 'zod';
import { CARD_WARNING_CODES } from '#shared/domain/identity/card-codes.ts';
import { officers, type DeskMethod } from './method.ts';
import { anyIdNumber, birthDate, day, idNumber, sex } from '#shared/domain/values.ts';

export const card = z.object({
  kind: z.enum(['qr-cccd', 'qr-can-cuoc', 'mrz', 'number']),
  idNumber,
  oldIdNumber: anyIdNumber.optional(),
  fullName: z.string().optional(),
  birthDate: birthDate.optional(),
  sex: sex.optional(),
  address: z.string().optional(),
  issuedOn: day.optional(),
  /** The last day on which the card is good; left out where it is good for life, or not known. */
  expiresOn: day.optional(),
  /** Facts to look at; none of them blocks. */
  warnings: z.array(z.looseObject({ code: z.enum(CARD_WARNING_CODES) })),
});

export const identityContract = {
  'identity.read-card': {
    kind: 'query',
    stale: [],
    roles: officers,
    /** `on` is the day the card is judged for; without it the business day of the desk. */
    input: z.object({ text: z.string().max(4096), on: day.optional() }),
    output: card,
  },
} as const satisfies Record<string, DeskMethod>;
