import { z } from 'zod';
import { COUNTER_WORDS } from '#shared/domain/office/counter-word.ts';
import { deviceSettings, officeSettings } from '#shared/domain/office/settings.ts';
import { PROCEDURES } from '#shared/domain/procedure/vocabulary.ts';
import { PAUSE_REASONS } from '#shared/domain/queue/pause.ts';
import { leaders, officers, type DeskMethod } from './method.ts';
import { id, instant, text } from '#shared/domain/values.ts';

const counter = z.object({
  id,
  name: z.string(),
  active: z.boolean(),
  /** Letters of the series this counter calls from; empty means all. */
  series: z.array(z.string()),
  /** Why it rests, and until when its officer said; null while it is open. */
  pause: z
    .object({ reason: z.enum(PAUSE_REASONS), since: instant, returnsAt: instant.nullable() })
    .nullable(),
});
export type Counter = z.infer<typeof counter>;

const series = z.object({
  id,
  letter: z.string().regex(/^[A-Z]$/),
  name: z.string(),
  /** Empty means every procedure that no other series names. */
  procedures: z.array(z.enum(PROCEDURES)),
});
export type Series = z.infer<typeof series>;

const office = z.object({
  id,
  name: z.string(),
  code: z.string(),
  receivingLevel: z.string(),
  training: z.boolean(),
  settings: officeSettings,
  counters: z.array(counter),
  series: z.array(series),
});
export type Office = z.infer<typeof office>;

const seriesInput = z.object({
  letter: z.string().regex(/^[A-Z]$/),
  name: text(80),
  procedures: z.array(z.enum(PROCEDURES)).max(20).optional(),
});

export const officeContract = {
  'office.set-up': {
    kind: 'command',
    roles: leaders,
    input: z.object({
      name: text(120),
      code: text(40),
      receivingLevel: text(120),
      counters: z.array(text(40)).min(1).max(30),
      series: z.array(seriesInput).min(1).max(26).optional(),
      settings: officeSettings.partial().optional(),
    }),
    output: office,
  },
  'office.show': {
    kind: 'query',
    stale: ['office', 'counter', 'series', 'device', 'calendar', 'team'],
    roles: officers,
    input: z.object({}),
    output: office.nullable(),
  },
  'office.update': {
    kind: 'command',
    roles: leaders,
    input: z.object({
      name: text(120).optional(),
      code: text(40).optional(),
      receivingLevel: text(120).optional(),
      settings: officeSettings.partial().optional(),
    }),
    output: office,
  },
  'counter.list': {
    kind: 'query',
    stale: ['office.set-up', 'counter', 'team'],
    roles: officers,
    input: z.object({}),
    output: z.array(counter),
  },
  'counter.add': { kind: 'command', roles: leaders, input: z.object({ name: text(40) }), output: counter },
  /** Calls every counter by this word that is called by one: `Quầy 2` becomes `Bàn 2`, `Hộ tịch` stays. */
  'counter.set-word': {
    kind: 'command',
    roles: leaders,
    input: z.object({ word: z.enum(COUNTER_WORDS) }),
    output: z.array(counter),
  },
  'counter.update': {
    kind: 'command',
    roles: leaders,
    input: z.object({
      counterId: id,
      name: text(40).optional(),
      active: z.boolean().optional(),
      series: z
        .array(z.string().regex(/^[A-Z]$/))
        .max(26)
        .optional(),
    }),
    output: counter,
  },
  /**
   * Rests a counter, this device's where none is named; said again, it changes reason and time. It opens by `counter.resume`, by
   * calling somebody to it, and when the day ends. Refused with `counter-busy` while somebody stands at it.
   */
  'counter.pause': {
    kind: 'command',
    roles: officers,
    input: z.object({
      counterId: id.optional(),
      reason: z.enum(PAUSE_REASONS),
      returnsAt: instant.optional(),
    }),
    output: counter,
  },
  'counter.resume': {
    kind: 'command',
    roles: officers,
    input: z.object({ counterId: id.optional() }),
    output: counter,
  },
  'series.list': {
    kind: 'query',
    stale: ['office.set-up', 'series'],
    roles: officers,
    input: z.object({}),
    output: z.array(series),
  },
  'series.save': { kind: 'command', roles: leaders, input: seriesInput, output: series },
  /** Of the PC that asks. */
  'device.settings': {
    kind: 'query',
    stale: ['device', 'office', 'counter'],
    roles: officers,
    session: 'locked',
    input: z.object({}),
    output: deviceSettings,
  },
  'device.set-settings': {
    kind: 'command',
    roles: officers,
    input: deviceSettings.partial(),
    output: deviceSettings,
  },
} as const satisfies Record<string, DeskMethod>;
