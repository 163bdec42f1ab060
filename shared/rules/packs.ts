import type { IsoDate } from '../domain/calendar/business-date.ts';
import { extendPack, type PackExtension } from './extend-pack.ts';
import differences320 from './nd-320-2026.json' with { type: 'json' };
import base59 from './nd-59-2022/pack.json' with { type: 'json' };
import papers59 from './nd-59-2022/papers.json' with { type: 'json' };
import places59 from './nd-59-2022/places.json' with { type: 'json' };
import routes59 from './nd-59-2022/routes.json' with { type: 'json' };
import texts59 from './nd-59-2022/texts.json' with { type: 'json' };
import base69 from './nd-69-2024/pack.json' with { type: 'json' };
import papers69 from './nd-69-2024/papers.json' with { type: 'json' };
import places69 from './nd-69-2024/places.json' with { type: 'json' };
import routes69 from './nd-69-2024/routes.json' with { type: 'json' };
import texts69 from './nd-69-2024/texts.json' with { type: 'json' };
import { checkRelations, type PackFault } from './pack-check.ts';
import { packShape, type RulePack } from './pack-schema.ts';

type PackReading =
  | { readonly ok: true; readonly pack: RulePack }
  | { readonly ok: false; readonly faults: readonly PackFault[] };

/** A value an office sets over the pack's own. `path` names a sourced value: `limits.level-2`. */
export type PackOverride = {
  readonly path: string;
  readonly value: unknown;
  readonly by: string;
  /** Instant in UTC text. */
  readonly at: string;
  readonly why: string;
};

type PackDifference =
  | { readonly path: string; readonly kind: 'added'; readonly after: unknown }
  | { readonly path: string; readonly kind: 'removed'; readonly before: unknown }
  | { readonly path: string; readonly kind: 'changed'; readonly before: unknown; readonly after: unknown };

/** Reads a pack from parsed JSON; a broken one is refused with the path of every fault. */
export function readPack(value: unknown): PackReading {
  const parsed = packShape.safeParse(value);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => ({
      path: issue.path.map(String).join('.'),
      message: issue.message,
    }));
    return { ok: false, faults };
  }
  const faults = checkRelations(parsed.data);
  return faults.length === 0 ? { ok: true, pack: parsed.data } : { ok: false, faults };
}

const nd59 = { ...base59, ...papers59, ...places59, ...routes59, ...texts59 };
const nd69 = { ...base69, ...papers69, ...places69, ...routes69, ...texts69 };
const nd320 = differences320 as PackExtension;

/**
 * The packs that come with the program, oldest first, as their files have them: that `readPack` takes each as it is, is for the
 * tests to say, and would take a twelfth of every start.
 */
export const SHIPPED_PACKS: readonly RulePack[] = [
  shipped(nd59),
  shipped(nd69),
  shipped({ validTo: null, ...extendPack(nd69, nd320) }),
];

/** In the order of the shape, as one read with an office's values is. */
function shipped(pack: Readonly<Record<string, unknown>>): RulePack {
  const keys = Object.keys(packShape.shape).filter((key) => Object.hasOwn(pack, key));
  return { ...Object.fromEntries(keys.map((key) => [key, pack[key]])), ...pack } as RulePack;
}

/**
 * The pack in force on a business day, or the one the office pinned. A day before the first pack takes the first.
 * Throws RangeError when no pack has the pinned id, so that a pin never falls back in silence.
 */
export function packFor(
  businessDay: IsoDate,
  pinned?: string | null,
  packs: readonly RulePack[] = SHIPPED_PACKS,
): RulePack {
  if (pinned !== undefined && pinned !== null) {
    const pack = packs.find((candidate) => candidate.id === pinned);
    if (pack === undefined) throw new RangeError(`no rule pack ${pinned}`);
    return pack;
  }
  const inForce = packs.filter(
    (pack) =>
      pack.validFrom.value <= businessDay && (pack.validTo === null || businessDay <= pack.validTo.value),
  );
  const pack = latest(inForce) ?? packs[0];
  if (pack === undefined) throw new RangeError('there is no rule pack');
  return pack;
}

function latest(packs: readonly RulePack[]): RulePack | undefined {
  return packs
    .toSorted((a, b) => a.validFrom.value.localeCompare(b.validFrom.value) || a.version - b.version)
    .at(-1);
}

/** The pack with an office's values over its own; each changed value keeps the original, who, when and why. */
export function applyOverrides(pack: RulePack, overrides: readonly PackOverride[]): PackReading {
  const draft: unknown = JSON.parse(JSON.stringify(pack));
  const faults: PackFault[] = [];
  for (const override of overrides) {
    const node = sourcedAt(draft, override.path);
    if (node === undefined) {
      faults.push({ path: override.path, message: 'no value with a source stands here' });
      continue;
    }
    const first = node['overridden'] as { original: unknown; certainty: unknown } | undefined;
    node['overridden'] = {
      original: first === undefined ? node['value'] : first.original,
      certainty: first === undefined ? node['certainty'] : first.certainty,
      by: override.by,
      at: override.at,
      why: override.why,
    };
    node['value'] = override.value;
    node['certainty'] = 'confirmed';
  }
  return faults.length === 0 ? readPack(draft) : { ok: false, faults };
}

/** The pack as one JSON text, the form `readPack` takes after parsing. */
export function exportPack(pack: RulePack): string {
  return `${JSON.stringify(pack, null, 2)}\n`;
}

/** What differs between two packs, by path, in the order of the newer. */
export function comparePacks(before: RulePack, after: RulePack): readonly PackDifference[] {
  const old = leaves(before);
  const now = leaves(after);
  const differences: PackDifference[] = [];
  for (const [path, value] of now) {
    if (!old.has(path)) differences.push({ path, kind: 'added', after: value });
    else if (JSON.stringify(old.get(path)) !== JSON.stringify(value)) {
      differences.push({ path, kind: 'changed', before: old.get(path), after: value });
    }
  }
  for (const [path, value] of old)
    if (!now.has(path)) differences.push({ path, kind: 'removed', before: value });
  return differences;
}

/** Every value with a source, by path: what the rules screen lists, searches and prints. */
export function sourcedValues(pack: RulePack): ReadonlyMap<string, Readonly<Record<string, unknown>>> {
  const found = new Map<string, Readonly<Record<string, unknown>>>();
  const walk = (node: unknown, path: string): void => {
    if (!isTable(node)) return;
    if (isSourced(node)) found.set(path, node);
    else for (const [key, child] of Object.entries(node)) walk(child, path === '' ? key : `${path}.${key}`);
  };
  walk(pack, '');
  return found;
}

const WHOLE_ENTRIES = ['routes', 'places', 'documents'] as const;

function leaves(pack: RulePack): Map<string, unknown> {
  const found = new Map<string, unknown>();
  for (const [path, node] of sourcedValues(pack)) found.set(path, node['value']);
  for (const section of WHOLE_ENTRIES) {
    for (const [id, entry] of Object.entries(pack[section])) found.set(`${section}.${id}`, entry);
  }
  return found;
}

function sourcedAt(root: unknown, path: string): Record<string, unknown> | undefined {
  let node: unknown = root;
  for (const key of path.split('.')) {
    if (!isTable(node) || !Object.hasOwn(node, key)) return undefined;
    node = node[key];
  }
  return isTable(node) && isSourced(node) ? node : undefined;
}

function isTable(node: unknown): node is Record<string, unknown> {
  return typeof node === 'object' && node !== null && !Array.isArray(node);
}

function isSourced(node: Record<string, unknown>): boolean {
  return Object.hasOwn(node, 'value') && Object.hasOwn(node, 'source') && Object.hasOwn(node, 'certainty');
}
