import type { Output } from '#shared/contract/desk-contract.ts';
import type { OwnVoice } from '#shared/contract/voice.ts';
import { missingUnits, wholeDialect } from '#shared/domain/voice/units.ts';
import { isFit } from '#shared/domain/voice/voice-file.ts';
import type { QueryCall, Services } from '../desk-call.ts';
import { Refusal } from '../refusal.ts';
import { officeId, officeRow } from '../store/rows/office-row.ts';
import {
  bringTakesIntoUse,
  dropAllBut,
  removeVoice,
  saveVoiceUnit,
  voiceRows,
  voiceSound,
  voiceUnits,
  type VoiceRow,
} from '../store/rows/voice-row.ts';
import type { ReadableStore } from '../store/store.ts';

/** As much sound as is answered at once: some milliseconds of the desk. */
const PART_BYTES = 256 * 1024;

/** The rows of one part, and how many parts there are. */
function partOf({ store }: QueryCall, rows: readonly VoiceRow[], part = 0): Output<'voice.sound'> {
  const parts: VoiceRow[][] = [];
  let left = 0;
  for (const row of rows) {
    if (left < row.bytes) {
      parts.push([]);
      left = PART_BYTES;
    }
    parts.at(-1)?.push(row);
    left -= row.bytes;
  }
  return {
    units: (parts[part] ?? []).map(({ id, unit }) => ({ unit, sound: voiceSound(store, id) })),
    parts: parts.length,
  };
}

/** In which manner the voice in use counts, or null. A whole voice of both counts as the North does. */
function usedDialect(store: ReadableStore, office: string): OwnVoice['used'] {
  const used = new Set(voiceUnits(store, office, 'used'));
  return wholeDialect((unit) => used.has(unit), 'north');
}

function show({ store }: Pick<QueryCall, 'store'>): OwnVoice {
  const office = officeRow(store)?.id;
  if (office === undefined) return { used: null, taken: [] };
  return { used: usedDialect(store, office), taken: voiceUnits(store, office, 'taken') };
}

function refuseUnlessWhole(units: readonly string[]): void {
  const known = new Set(units);
  const missing = missingUnits((unit) => known.has(unit));
  if (missing > 0) throw new Refusal({ code: 'voice-not-whole', missing });
}

export const ownVoiceServices = {
  'voice.show': show,
  'voice.sound'(call, { part }) {
    const office = officeRow(call.store)?.id;
    return partOf(call, office === undefined ? [] : voiceRows(call.store, office, 'used'), part);
  },
  'voice.takes'(call, { part }) {
    const office = officeId(call.store);
    const taken = voiceRows(call.store, office, 'taken');
    const anew = new Set(taken.map(({ unit }) => unit));
    const used = voiceRows(call.store, office, 'used').filter(({ unit }) => !anew.has(unit));
    return partOf(call, [...used, ...taken], part);
  },
  'voice.keep'(call, take) {
    const office = officeId(call.store);
    if (!isFit(take.sound)) throw new Refusal({ code: 'voice-refused', reason: 'unfit' });
    saveVoiceUnit(call.store, office, 'taken', take);
    call.append({ name: 'voice.kept', data: { unit: take.unit } });
    return { taken: voiceUnits(call.store, office, 'taken').length };
  },
  'voice.use'(call, { units }) {
    const office = officeId(call.store);
    const taken = voiceUnits(call.store, office, 'taken');
    if (units === undefined) refuseUnlessWhole([...voiceUnits(call.store, office, 'used'), ...taken]);
    else {
      refuseUnlessWhole(taken.filter((unit) => units.some((one) => one === unit)));
      dropAllBut(call.store, office, units);
    }
    bringTakesIntoUse(call.store, office);
    call.append({ name: 'voice.used', data: {} });
    return show(call);
  },
  'voice.remove'(call) {
    removeVoice(call.store, officeId(call.store));
    call.append({ name: 'voice.removed' });
    return show(call);
  },
} satisfies Partial<Services>;
