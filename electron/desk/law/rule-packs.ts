import type { PackLine, ShownPack } from '#shared/contract/rules.ts';
import { localDay, type IsoDate } from '#shared/domain/calendar/business-date.ts';
import type { Procedure } from '#shared/domain/procedure/vocabulary.ts';
import type { RulePack } from '#shared/rules/pack-schema.ts';
import {
  applyOverrides,
  exportPack,
  packFor,
  readPack,
  SHIPPED_PACKS,
  type PackOverride,
} from '#shared/rules/packs.ts';
import type { CommandCall, QueryCall, Services } from '../desk-call.ts';
import { Refusal } from '../refusal.ts';
import type { ReadableStore } from '../store/store.ts';
import { findOpenDay } from '../store/rows/day-row.ts';
import { officeId, readSettings } from '../store/rows/office-row.ts';
import { newsOf, valuesOf, whoOf } from './pack-pages.ts';
import {
  addPack,
  importedPacks,
  overridesOf,
  removeOverride,
  rulesStamp,
  setOverrideRow,
} from '../store/rows/rule-row.ts';

const kept = new WeakMap<ReadableStore, { readonly key: string; readonly packs: readonly RulePack[] }>();

/** Every pack the office has, its own values applied. Reading packs costs milliseconds, so the result is kept until one changes. */
function officePacks(store: ReadableStore, office: string): readonly RulePack[] {
  const key = rulesStamp(store, office);
  const before = kept.get(store.reader);
  if (before?.key === key) return before.packs;
  const imported = importedPacks(store, office);
  const base = [...SHIPPED_PACKS.filter((pack) => !imported.some((own) => own.id === pack.id)), ...imported];
  const packs = base.map((pack) => {
    const overrides = overridesOf(store, office, pack.id);
    if (overrides.length === 0) return pack;
    // One value that no longer fits a newer pack must not take the others with it.
    return overrides.reduce((changed, override) => {
      const tried = applyOverrides(changed, [override]);
      return tried.ok ? tried.pack : changed;
    }, pack);
  });
  kept.set(store.reader, { key, packs });
  return packs;
}

/**
 * The rule pack of a business day with the office's own values, or the one the office pinned. Refused with
 * `no-rules-for-day` for a day before every pack.
 */
export function packOf(store: ReadableStore, office: string, day: IsoDate): RulePack {
  const packs = officePacks(store, office);
  const pinned = readSettings(store, office).rulePack;
  if (pinned !== null && packs.some((pack) => pack.id === pinned)) return packFor(day, pinned, packs);
  if (packs.every((pack) => day < pack.validFrom.value))
    throw new Refusal({ code: 'no-rules-for-day', businessDay: day });
  return packFor(day, null, packs);
}

/** When and how figures are reported by the rules of a day; a day before every pack takes the first. */
export function reportingOf(store: ReadableStore, office: string, day: IsoDate): RulePack['reporting'] {
  const pinned = readSettings(store, office).rulePack;
  const packs = officePacks(store, office);
  return packFor(day, packs.some(({ id }) => id === pinned) ? pinned : null, packs).reporting;
}

function findPack(store: ReadableStore, office: string, id: string): RulePack {
  const pack = officePacks(store, office).find((one) => one.id === id);
  if (pack === undefined) throw new Refusal({ code: 'pack-refused', path: id, reason: 'unknown-pack' });
  return pack;
}

function packInForce(call: QueryCall, office: string): RulePack {
  return packOf(call.store, office, findOpenDay(call.store, office)?.day ?? localDay(call.at));
}

function asLine(call: QueryCall, office: string, pack: RulePack): PackLine {
  return {
    id: pack.id,
    version: pack.version,
    title: pack.title,
    validFrom: pack.validFrom.value,
    validTo: pack.validTo?.value ?? null,
    shipped: SHIPPED_PACKS.some((shipped) => shipped.id === pack.id && shipped.version === pack.version),
    inForce: packInForce(call, office).id === pack.id,
    overrides: overridesOf(call.store, office, pack.id).length,
  };
}

function showPack(call: QueryCall, office: string, pack: RulePack): ShownPack {
  return {
    ...asLine(call, office, pack),
    who: whoOf(pack),
    procedures: Object.entries(pack.procedures).map(([procedure, { title }]) => ({
      procedure: procedure as Procedure,
      title,
    })),
    values: valuesOf(pack),
  };
}

function refusePack(fault: { path: string; message: string } | undefined): never {
  throw new Refusal({
    code: 'pack-refused',
    path: fault?.path ?? '',
    reason: (fault?.message ?? '').slice(0, 200),
  });
}

function setOverride(call: CommandCall, office: string, packId: string, override: PackOverride): void {
  const pack = findPack(call.store, office, packId);
  const tried = applyOverrides(pack, [override]);
  if (!tried.ok) refusePack(tried.faults[0]);
  setOverrideRow(call.store, office, packId, override);
}

export const rulePackServices = {
  'rules.packs'(call) {
    const office = officeId(call.store);
    const lines = officePacks(call.store, office).map((pack) => asLine(call, office, pack));
    return lines.toSorted(
      (a, b) => Number(b.inForce) - Number(a.inForce) || b.validFrom.localeCompare(a.validFrom),
    );
  },
  'rules.show'(call, input) {
    const office = officeId(call.store);
    const pack =
      input.packId === undefined ? packInForce(call, office) : findPack(call.store, office, input.packId);
    return showPack(call, office, pack);
  },
  'rules.override'(call, input) {
    const { store, at, caller } = call;
    const office = officeId(store);
    if (input.value === null) {
      removeOverride(store, office, input.packId, input.path);
    } else {
      setOverride(call, office, input.packId, {
        path: input.path,
        value: input.value,
        by: caller.officer,
        at,
        why: input.why,
      });
    }
    call.append({
      name: 'rules.updated',
      data: { packId: input.packId, path: input.path, back: input.value === null },
    });
    const value = valuesOf(findPack(store, office, input.packId)).find((one) => one.path === input.path);
    return value ?? refusePack({ path: input.path, message: 'no value with a source stands here' });
  },
  'rules.export'(call, input) {
    const pack = findPack(call.store, officeId(call.store), input.packId);
    return { fileName: `${pack.id}-ban-${pack.version}.json`, text: exportPack(pack) };
  },
  'rules.import'(call, input) {
    const office = officeId(call.store);
    const reading = readPack(parsePack(input.text));
    if (!reading.ok) refusePack(reading.faults[0]);
    const { pack } = reading;
    const known = officePacks(call.store, office).find((one) => one.id === pack.id);
    if (known !== undefined && known.version >= pack.version)
      refusePack({ path: 'version', message: `must be above ${known.version}` });
    addPack(call.store, office, pack, call.at);
    call.append({ name: 'rules.updated', data: { packId: pack.id, version: pack.version } });
    return asLine(call, office, findPack(call.store, office, pack.id));
  },
  'rules.news'(call, input) {
    const office = officeId(call.store);
    const pack = findPack(call.store, office, input.packId);
    const before = officePacks(call.store, office)
      .filter(({ validFrom }) => validFrom.value < pack.validFrom.value)
      .toSorted((a, b) => a.validFrom.value.localeCompare(b.validFrom.value))
      .at(-1);
    if (before === undefined)
      return { before: null, documents: [], values: [], told: [], places: [], who: [] };
    return { before: asLine(call, office, before), ...newsOf(before, pack) };
  },
} satisfies Partial<Services>;

function parsePack(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return refusePack({ path: '', message: 'not-json' });
  }
}
