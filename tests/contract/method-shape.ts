import { z } from 'zod';
import type { DeskMethod } from '#shared/contract/method.ts';

type Schema = {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly prefixItems?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly additionalProperties?: Schema | boolean;
};

/**
 * What a method takes and gives as JSON schema, one line a field: `output.requests[].id {"type":"string"}`. A field that
 * may be missing ends with `?`.
 */
export function shapeOf(method: DeskMethod): string[] {
  const { kind, input, output } = method;
  return [
    kind,
    ...linesOf('input', z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }) as Schema),
    ...linesOf('output', z.toJSONSchema(output, { io: 'output', unrepresentable: 'any' }) as Schema),
  ];
}

function linesOf(path: string, schema: Schema): string[] {
  const { properties, required, items, prefixItems, anyOf, oneOf, allOf, additionalProperties, ...own } =
    schema;
  const rest = Object.entries(own).filter(([name]) => name !== '$schema');
  // An answer's object is closed: that is what lets a field be added to it.
  const ofOthers = typeof additionalProperties === 'object' ? additionalProperties : undefined;
  return [
    `${path} ${JSON.stringify(Object.fromEntries(rest))}`,
    ...Object.entries(properties ?? {}).flatMap(([name, part]) =>
      linesOf(`${path}.${name}${required?.includes(name) === true ? '' : '?'}`, part),
    ),
    ...(items === undefined ? [] : linesOf(`${path}[]`, items)),
    ...(ofOthers === undefined ? [] : linesOf(`${path}{}`, ofOthers)),
    ...[prefixItems, anyOf, oneOf, allOf].flatMap((parts, kind) =>
      (parts ?? []).flatMap((part, index) => linesOf(`${path}${'@|^&'.charAt(kind)}${index}`, part)),
    ),
  ];
}

/** Whether a line is another one whose list of words has grown at any place. */
function saysMore(line: string, now: string): boolean {
  const [before, after] = [line, now].map((one) => /^(\S+ .*)"enum":(\[[^\]]*\])(.*)$/.exec(one));
  if (before == null || after == null || before[1] !== after[1] || before[3] !== after[3]) return false;
  const words: readonly unknown[] = JSON.parse(after[2] ?? '[]');
  return (JSON.parse(before[2] ?? '[]') as unknown[]).every((word) => words.includes(word));
}

/** What somebody who relies on `pinned` would trip over: lines that are gone or changed, and input newly asked for. */
export function brokenLines(pinned: readonly string[], now: readonly string[]): string[] {
  // Whoever always gives an input does not notice that it may now be left out.
  const stands = (line: string): boolean =>
    now.includes(line) ||
    (line.startsWith('input.') && now.includes(line.replace(' ', '? '))) ||
    now.some((other) => saysMore(line, other));
  const gone = pinned.filter((line) => !stands(line)).map((line) => `gone or changed: ${line}`);
  const pathOf = (line: string): string => line.slice(0, line.indexOf(' '));
  const known = new Set(pinned.map(pathOf));
  // What is in a list or a record is asked for where that is.
  const asked = now
    .map(pathOf)
    .filter((path) => path.startsWith('input.') && !known.has(path) && !/(?:\?|\[\]|\{\})$/.test(path))
    .filter((path) => known.has(path.replace(/[^.]*$/, '').slice(0, -1)) && !known.has(`${path}?`))
    .map((path) => `newly asked for: ${path}`);
  return [...gone, ...asked];
}
