import type { Certainty } from '../domain/procedure/vocabulary.ts';

type Json = Readonly<Record<string, unknown>>;

/** A pack that states only how it differs from another; what it carries over is marked as not read again. */
export type PackExtension = {
  readonly extends: string;
  readonly carried: { readonly certainty: Certainty; readonly note: string };
  /** Merged into the other pack: `null` takes away, tables go deep, everything else replaces. */
  readonly changes: Json;
};

const OWN_DOCUMENT = 'program';

/** The whole pack of an extension, to be read like any other. Rules of the program itself stay as sure as they were. */
export function extendPack(base: Json, { carried, changes }: PackExtension): Json {
  return merge(carry(base, carried), changes) as Json;
}

function carry(node: unknown, carried: PackExtension['carried']): unknown {
  if (!isTable(node)) return node;
  const isOwn = isTable(node['source']) && node['source']['document'] === OWN_DOCUMENT;
  if (node['certainty'] === 'confirmed' && !isOwn)
    return { note: carried.note, ...node, certainty: carried.certainty };
  return Object.fromEntries(Object.entries(node).map(([key, child]) => [key, carry(child, carried)]));
}

function merge(base: unknown, change: unknown): unknown {
  if (!isTable(base) || !isTable(change)) return change;
  const merged: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(change)) {
    if (value === null) delete merged[key];
    // A value with its source is stated whole.
    else merged[key] = isTable(value) && 'certainty' in value ? value : merge(merged[key], value);
  }
  return merged;
}

function isTable(node: unknown): node is Json {
  return typeof node === 'object' && node !== null && !Array.isArray(node);
}
