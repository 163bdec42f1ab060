import { createHash } from 'node:crypto';
import type { OwnVoice } from '#shared/contract/voice.ts';
import { missingUnits, wholeDialect } from '#shared/domain/voice/units.ts';
import { isFit, readVoiceFile, writeVoiceFile } from '#shared/domain/voice/voice-file.ts';
import type { QueryCall, Services } from '../desk-call.ts';
import { Refusal } from '../refusal.ts';
import { officeId, officeRow } from '../store/rows/office-row.ts';
import {
  removeVoice,
  saveVoiceUnit,
  bringTakesIntoUse,
  voiceSounds,
  voiceUnits,
} from '../store/rows/voice-row.ts';
import type { ReadableStore } from '../store/store.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

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
  'voice.sound': ({ store }) => {
    const office = officeRow(store)?.id;
    return { units: office === undefined ? [] : voiceSounds(store, office, 'used') };
  },
  'voice.takes': ({ store }) => {
    const office = officeId(store);
    const taken = voiceSounds(store, office, 'taken');
    const anew = new Set(taken.map(({ unit }) => unit));
    return { units: [...voiceSounds(store, office, 'used').filter(({ unit }) => !anew.has(unit)), ...taken] };
  },
  'voice.keep'(call, take) {
    const office = officeId(call.store);
    if (!isFit(take.sound)) throw new Refusal({ code: 'voice-refused', reason: 'unfit' });
    saveVoiceUnit(call.store, office, 'taken', take);
    call.append({ name: 'voice.kept', data: { unit: take.unit } });
    return { taken: voiceUnits(call.store, office, 'taken').length };
  },
  'voice.use'(call) {
    const office = officeId(call.store);
    refuseUnlessWhole([
      ...voiceUnits(call.store, office, 'used'),
      ...voiceUnits(call.store, office, 'taken'),
    ]);
    bringTakesIntoUse(call.store, office);
    call.append({ name: 'voice.used', data: {} });
    return show(call);
  },
  'voice.remove'(call) {
    removeVoice(call.store, officeId(call.store));
    call.append({ name: 'voice.removed' });
    return show(call);
  },
  'voice.export': ({ store }) => {
    const office = officeId(store);
    const units = voiceSounds(store, office, 'used');
    refuseUnlessWhole(units.map(({ unit }) => unit));
    return {
      fileName: `giong-doc-${officeRow(store)?.code ?? ''}.json`,
      text: writeVoiceFile(units, sha256),
    };
  },
  'voice.import'(call, { text }) {
    const office = officeId(call.store);
    const read = readVoiceFile(text, sha256);
    if (!read.ok) throw new Refusal({ code: 'voice-refused', reason: read.fault });
    removeVoice(call.store, office);
    for (const unit of read.units) saveVoiceUnit(call.store, office, 'used', unit);
    call.append({ name: 'voice.used', data: { file: sha256(text) } });
    return show(call);
  },
} satisfies Partial<Services>;
