import { assumedBand, bandOf, limitOf, placesOf, routeOf } from '../domain/procedure/pack-lookup.ts';
import { CARD_STATES, CONTACTS, SUBJECTS, TRIAGE_NOTES, WISHES } from '../domain/procedure/vocabulary.ts';
import type { RulePack } from './pack-schema.ts';

/** One thing wrong with a pack: a dotted path and what is wrong there. */
export type PackFault = { readonly path: string; readonly message: string };

const OLDEST = 150;

/** What the shape alone cannot see: dangling codes, uncovered ages, cells no route decides, dead routes. */
export function checkRelations(pack: RulePack): readonly PackFault[] {
  return [
    ...danglingSources(pack),
    ...danglingCodes(pack),
    ...routeConclusions(pack),
    ...bandCoverage(pack),
    ...routeCoverage(pack),
    ...placeCoverage(pack),
    ...unusedCodes(pack),
    ...TRIAGE_NOTES.filter((note) => pack.notes[note] === undefined).map((note) => ({
      path: `notes.${note}`,
      message: 'triage needs this note',
    })),
  ];
}

function danglingSources(pack: RulePack): PackFault[] {
  const faults: PackFault[] = [];
  const walk = (node: unknown, path: string): void => {
    if (typeof node !== 'object' || node === null) return;
    if ('source' in node && 'certainty' in node) {
      const { document } = node.source as { document: string };
      if (pack.documents[document] === undefined) {
        faults.push({ path: `${path}.source.document`, message: `no document ${document}` });
      }
    }
    for (const [key, child] of Object.entries(node)) walk(child, path === '' ? key : `${path}.${key}`);
  };
  walk(pack, '');
  return faults;
}

function danglingCodes(pack: RulePack): PackFault[] {
  const faults: PackFault[] = [];
  const need = (
    table: Readonly<Record<string, unknown>>,
    codes: readonly string[] | undefined,
    path: string,
  ): void => {
    codes?.forEach((code, index) => {
      if (table[code] === undefined)
        faults.push({ path: `${path}.${index}`, message: `no such code ${code}` });
    });
  };
  for (const [id, band] of Object.entries(pack.bands)) need(pack.notes, band.notes, `bands.${id}.notes`);
  for (const [id, { when, then }] of Object.entries(pack.routes)) {
    need(pack.bands, when.bands, `routes.${id}.when.bands`);
    need(pack.reasons, then.reasons, `routes.${id}.then.reasons`);
    need(pack.notes, then.notes, `routes.${id}.then.notes`);
    if (then.limit !== undefined && limitOf(pack, then.limit) === undefined) {
      faults.push({ path: `routes.${id}.then.limit`, message: `no such limit ${then.limit}` });
    }
  }
  for (const [id, rule] of Object.entries(pack.contact)) {
    need(pack.bands, rule.bands, `contact.${id}.bands`);
    need(pack.notes, [rule.value], `contact.${id}.value`);
  }
  for (const [id, rule] of Object.entries(pack.paperRules)) {
    need(pack.bands, rule.bands, `paperRules.${id}.bands`);
    need(
      pack.papers,
      rule.value.map((demand) => demand.paper),
      `paperRules.${id}.value`,
    );
  }
  for (const [id, place] of Object.entries(pack.places)) {
    need(pack.bands, place.bands, `places.${id}.bands`);
    if (pack.reasons[place.reason] === undefined) {
      faults.push({ path: `places.${id}.reason`, message: `no such reason ${place.reason}` });
    }
  }
  return faults;
}

/** Words, limits and papers that nothing leads to: a value nobody reads is a lie. */
function unusedCodes(pack: RulePack): PackFault[] {
  const reasons = new Set<string>(Object.values(pack.places).map(({ reason }) => reason));
  const notes = new Set<string>([...TRIAGE_NOTES, ...CONTACTS]);
  const limits = new Set<string>();
  const papers = new Set<string>();
  for (const { then } of Object.values(pack.routes)) {
    for (const reason of then.reasons) reasons.add(reason);
    for (const note of then.notes ?? []) notes.add(note);
    if (then.limit !== undefined) limits.add(then.limit);
  }
  for (const band of Object.values(pack.bands)) for (const note of band.notes ?? []) notes.add(note);
  for (const rule of Object.values(pack.paperRules)) for (const { paper } of rule.value) papers.add(paper);
  const words = JSON.stringify([pack.reasons, pack.notes]);
  for (const [, limit] of words.matchAll(/\{limits\.([a-z0-9-]+)\}/g)) limits.add(limit ?? '');
  const tables = { reasons, notes, limits, papers };
  return Object.entries(tables).flatMap(([section, used]) =>
    Object.keys(pack[section as keyof typeof tables])
      .filter((code) => !used.has(code))
      .map((code) => ({ path: `${section}.${code}`, message: 'nothing leads to this' })),
  );
}

function routeConclusions(pack: RulePack): PackFault[] {
  return Object.entries(pack.routes).flatMap(([id, { then }]) => {
    if (then.eligible && (then.procedure === undefined || then.instead !== undefined)) {
      return [
        { path: `routes.${id}.then`, message: 'an eligible route names a procedure and nothing instead' },
      ];
    }
    if (!then.eligible && then.procedure !== undefined) {
      return [
        { path: `routes.${id}.then.procedure`, message: 'a route that is not eligible names no procedure' },
      ];
    }
    return [];
  });
}

function bandCoverage(pack: RulePack): PackFault[] {
  const faults: PackFault[] = [];
  for (const subject of SUBJECTS) {
    if (assumedBand(pack, subject) === undefined) {
      faults.push({ path: 'bands', message: `no band of ${subject} is assumed when the age is unknown` });
    }
    for (let age = 0; age <= OLDEST; age += 1) {
      if (bandOf(pack, subject, age) === undefined) {
        faults.push({ path: 'bands', message: `no band of ${subject} covers the age ${age}` });
        break;
      }
    }
  }
  return faults;
}

function routeCoverage(pack: RulePack): PackFault[] {
  const faults: PackFault[] = [];
  const used = new Set<string>();
  for (const band of Object.keys(pack.bands)) {
    for (const wish of WISHES) {
      for (const card of CARD_STATES) {
        const route = routeOf(pack, band, wish, card);
        if (route === undefined)
          faults.push({ path: 'routes', message: `no route decides ${band} × ${wish} × ${card}` });
        else used.add(route.id);
      }
    }
  }
  for (const id of Object.keys(pack.routes)) {
    if (!used.has(id))
      faults.push({ path: `routes.${id}`, message: 'earlier routes leave nothing to this one' });
  }
  return faults;
}

function placeCoverage(pack: RulePack): PackFault[] {
  const faults: PackFault[] = [];
  const days = new Set([pack.validFrom.value]);
  for (const place of Object.values(pack.places)) if (place.from !== undefined) days.add(place.from);
  for (const [id, { when, then }] of Object.entries(pack.routes)) {
    const procedure = then.procedure ?? then.instead;
    if (procedure === undefined) continue;
    for (const band of when.bands) {
      for (const on of days) {
        if (placesOf(pack, procedure, band, on).length === 0) {
          faults.push({
            path: `routes.${id}`,
            message: `no kind of office does ${procedure} for ${band} on ${on}`,
          });
        }
      }
    }
  }
  return faults;
}
