import { z } from 'zod';
import { PROCEDURES } from '#shared/domain/procedure/vocabulary.ts';
import { TICKET_STATES } from '#shared/domain/queue/ticket-state.ts';
import { anyIdNumber, birthDate, day, id, paperCode, personName, phone, sex } from '#shared/domain/values.ts';
import { officers, type DeskMethod } from './method.ts';
import { openDay } from './stale.ts';
import { outcome, person } from './ticket.ts';

/** A correction: what is absent stays as it is, null takes it away. */
const personChange = z.object({
  fullName: personName,
  idNumber: anyIdNumber.nullable().optional(),
  birthDate: birthDate.nullable().optional(),
  sex: sex.nullable().optional(),
  phone: phone.nullable().optional(),
});

export const personContract = {
  'person.search': {
    kind: 'query',
    stale: ['ticket', 'request', 'person', ...openDay],
    reads: { kind: 'search' },
    roles: officers,
    input: z.object({ search: z.string().max(200), limit: z.int().min(1).max(50).optional() }),
    output: z.array(
      person.extend({
        lastDay: day.nullable(),
        /** The live ticket of this person today, if one exists: offer to reprint or to add a request. */
        today: z.object({ ticketId: id, number: z.string(), state: z.enum(TICKET_STATES) }).nullable(),
        /** The ticket of today on which this person was served last, with what came of it. */
        servedToday: z
          .object({
            ticketId: id,
            number: z.string(),
            requests: z.array(z.object({ procedure: z.enum(PROCEDURES), outcome })),
          })
          .nullable(),
        /** The latest request of this person that still waits for papers. */
        unfinished: z
          .object({
            requestId: id,
            procedure: z.enum(PROCEDURES),
            businessDay: day,
            missing: z.array(paperCode),
          })
          .nullable(),
      }),
    ),
  },
  'person.update': {
    kind: 'command',
    roles: officers,
    input: z.object({ personId: id, person: personChange }),
    output: z.object({ personId: id }),
  },
} as const satisfies Record<string, DeskMethod>;
