import {
  addCounterRow,
  renameCounter,
  setCounterActive,
  setCounterSeries,
} from '../store/rows/counter-row.ts';
import { newId } from '../new-id.ts';
import type { Counter, Office } from '#shared/contract/office.ts';
import type { OfficeSettings } from '#shared/domain/office/settings.ts';
import { defaultSeries, isDeviceKey } from '#shared/domain/office/default-settings.ts';
import type { CommandCall, QueryCall, Services } from '../desk-call.ts';
import { Refusal } from '../refusal.ts';
import {
  officeId,
  officeRow,
  readCounters,
  readOffice,
  saveSetting,
  addOffice,
  changeOffice,
} from '../store/rows/office-row.ts';
import { isImported } from '../store/rows/rule-row.ts';
import { readSeries, saveSeries } from '../store/rows/series-row.ts';
import { refuseOnRoad, refuseTeamLetter } from '../store/rows/team-row.ts';
import { addDevice, readDevice, saveDevice } from '../store/rows/device-row.ts';
import type { ReadableStore, WritableStore } from '../store/store.ts';
import { addOwnOfficer } from '../store/rows/officer-row.ts';
import { renamedCounter } from '#shared/domain/office/counter-word.ts';
import { switchCounterOff } from '../queue/counter-off.ts';
import { counterRow } from '../queue/ticket-call.ts';
import { SHIPPED_PACKS } from '#shared/rules/packs.ts';

/** Keeps each setting where it belongs: with the office, or with the PC that gives it. */
function saveSettings(
  { store, caller }: CommandCall,
  office: string,
  settings: { [K in keyof OfficeSettings]?: OfficeSettings[K] | undefined },
): void {
  for (const [key, value] of Object.entries(settings)) {
    if (isDeviceKey(key)) saveDevice(store, caller.device, { [key]: value });
    else if (value !== undefined) saveSetting(store, office, key, value);
  }
}

/** The office as the PC that asks sees it. */
function showOffice({ store, caller }: QueryCall): Office | null {
  const office = readOffice(store);
  if (office === null) return null;
  const { counterId: _counter, ...printing } = readDevice(store, caller.device);
  return { ...office, settings: { ...office.settings, ...printing } };
}

function setUpOffice(call: CommandCall): Office {
  const office = showOffice(call);
  if (office === null) throw new Refusal({ code: 'not-set-up' });
  return office;
}

function addCounter(store: WritableStore, office: string, name: string, id: string): void {
  const taken = store
    .prepare<[string, string], { id: string }>('SELECT id FROM counter WHERE office_id = ? AND name = ?')
    .get(office, name);
  if (taken !== undefined) throw new Refusal({ code: 'name-taken', name });
  addCounterRow(store, office, id, name);
}

/** Refuses a name that another counter has. */
function rename(store: WritableStore, office: string, id: string, name: string): void {
  if (readCounters(store, office).some((other) => other.name === name))
    throw new Refusal({ code: 'name-taken', name });
  renameCounter(store, id, name);
}

function findCounter(store: ReadableStore, office: string, id: string): Counter {
  const found = readCounters(store, office).find((counter) => counter.id === id);
  if (found === undefined) throw new Refusal({ code: 'unknown-counter' });
  return found;
}

/** The ids of the series with these letters; refuses with `unknown-series`. */
function seriesOf(store: ReadableStore, office: string, letters: readonly string[]): Set<string> {
  const known = readSeries(store, office);
  return new Set(
    letters.map((letter) => {
      const series = known.find((one) => one.letter === letter);
      if (series === undefined) throw new Refusal({ code: 'unknown-series', series: letter });
      return series.id;
    }),
  );
}

export const officeServices = {
  'office.set-up'(call, input) {
    const { store } = call;
    if (officeRow(store) !== undefined) throw new Refusal({ code: 'already-set-up' });
    const office = newId();
    const { name, code, receivingLevel } = input;
    addOffice(store, { id: office, name, code, receivingLevel, training: call.training, at: call.at });
    addOwnOfficer(store, office, call.caller.officer, call.at);
    addDevice(store, { id: call.caller.device, office, name: '', kind: 'desk', at: call.at });
    for (const counter of input.counters) addCounter(store, office, counter, newId());
    for (const series of input.series ?? defaultSeries) saveSeries(store, office, series);
    checkPin(store, office, input.settings?.rulePack);
    saveSettings(call, office, input.settings ?? {});
    call.append({ name: 'office.set-up', data: { counters: input.counters.length } });
    return setUpOffice(call);
  },
  'office.show': showOffice,
  'office.update'(call, input) {
    const office = officeId(call.store);
    changeOffice(call.store, office, input);
    checkPin(call.store, office, input.settings?.rulePack);
    saveSettings(call, office, input.settings ?? {});
    call.append({ name: 'office.updated', data: { settings: Object.keys(input.settings ?? {}) } });
    return setUpOffice(call);
  },
  'device.settings': ({ store, caller }) => readDevice(store, caller.device),
  'device.set-settings'(call, input) {
    const { store, caller } = call;
    if (typeof input.counterId === 'string') counterRow(store, input.counterId);
    saveDevice(store, caller.device, input);
    call.append({ name: 'device.updated', data: { settings: Object.keys(input) } });
    return readDevice(store, caller.device);
  },
  'counter.list': (call) => {
    const office = officeRow(call.store);
    return office === undefined ? [] : readCounters(call.store, office.id);
  },
  'counter.add'(call, input) {
    const office = officeId(call.store);
    const id = newId();
    addCounter(call.store, office, input.name, id);
    call.append({ name: 'counter.added', counterId: id });
    return findCounter(call.store, office, id);
  },
  'counter.set-word'(call, { word }) {
    const office = officeId(call.store);
    for (const { id, name } of readCounters(call.store, office)) {
      const next = renamedCounter(name, word);
      if (next === name) continue;
      rename(call.store, office, id, next);
      call.append({ name: 'counter.updated', counterId: id });
    }
    return readCounters(call.store, office);
  },
  'counter.update'(call, input) {
    const { store } = call;
    const office = officeId(store);
    const counter = findCounter(store, office, input.counterId);
    if (input.name !== undefined && input.name !== counter.name) {
      rename(store, office, counter.id, input.name);
    }
    if (input.active === false) switchCounterOff(call, counter);
    if (input.active === true) setCounterActive(store, counter.id, true);
    if (input.series !== undefined)
      setCounterSeries(store, counter.id, seriesOf(store, office, input.series));
    call.append({ name: 'counter.updated', counterId: counter.id });
    return findCounter(store, office, counter.id);
  },
  'series.list': (call) => readSeries(call.store, officeId(call.store)),
  'series.save'(call, input) {
    const office = officeId(call.store);
    refuseOnRoad(call.store);
    refuseTeamLetter(call.store, input.letter);
    saveSeries(call.store, office, input);
    call.append({ name: 'series.updated', data: { letter: input.letter } });
    const saved = readSeries(call.store, office).find((series) => series.letter === input.letter);
    if (saved === undefined) throw new Refusal({ code: 'unknown-series', series: input.letter });
    return saved;
  },
} satisfies Partial<Services>;

/** Refuses, with `pack-refused`, to pin a pack that the office does not have: a pin never falls back in silence. */
function checkPin(store: ReadableStore, office: string, pin: string | null | undefined): void {
  if (pin == null || SHIPPED_PACKS.some((pack) => pack.id === pin)) return;
  if (!isImported(store, office, pin))
    throw new Refusal({ code: 'pack-refused', path: pin, reason: 'unknown-pack' });
}
