import { fc } from '#tests/support/property.ts';
import { z } from 'zod';

type Schema = {
  type?: string;
  enum?: unknown[];
  const?: unknown;
  format?: string;
  pattern?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  minimum?: number;
  maximum?: number;
};

/** Real values of the desk under test, so that a wrong call reaches further than the first check. */
export type Pool = { ids: readonly string[]; texts: readonly string[] };

const megabyte = 'ờ'.repeat(1024 * 512);
const deep = JSON.parse('['.repeat(3000) + ']'.repeat(3000)) as unknown;

/** What a broken or hostile caller sends where something else belongs. */
const hostile = fc.oneof(
  {
    weight: 40,
    arbitrary: fc.constantFrom<unknown>(
      null,
      true,
      false,
      0,
      -1,
      1.5,
      1e308,
      2 ** 53,
      '',
      ' ',
      [],
      {},
      [[]],
      [null],
    ),
  },
  {
    weight: 40,
    arbitrary: fc.constantFrom<unknown>(
      '\u0000',
      'Trần\u0000Mẫu',
      '\ud800',
      'Lê \udfff',
      '\u202euẫM',
      '\u200b\u200d\ufeff',
      'Nguyễn'.normalize('NFD'),
      'e\u0301'.repeat(300),
      'ﷺ'.repeat(200),
      '🏴‍☠️'.repeat(60),
      "'; DROP TABLE ticket; --",
      '=HYPERLINK("http://x")',
      '../../etc/passwd',
      '<img src=x onerror=alert(1)>',
      '9999-99-99',
      '2026-02-30',
      '0000-00-00',
    ),
  },
  { weight: 15, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  { weight: 10, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
  {
    weight: 4,
    arbitrary: fc.constant<unknown>(JSON.parse('{"__proto__":{"role":"leader"},"constructor":1}')),
  },
  { weight: 1, arbitrary: fc.constantFrom<unknown>(megabyte, deep) },
);

/** Inputs around what a schema asks for: mostly nearly right, now and then anything at all. */
export function inputsAround(schema: z.ZodType, pool: Pool): fc.Arbitrary<unknown> {
  const described = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Schema;
  return fc.oneof({ weight: 9, arbitrary: around(described, pool) }, { weight: 1, arbitrary: hostile });
}

function around(schema: Schema, pool: Pool): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 14, arbitrary: fitting(schema, pool) }, { weight: 1, arbitrary: hostile });
}

function fitting(schema: Schema, pool: Pool): fc.Arbitrary<unknown> {
  const either = schema.anyOf ?? schema.oneOf;
  if (either !== undefined) return fc.oneof(...either.map((one) => around(one, pool)));
  if (schema.allOf?.[0] !== undefined) return fitting({ ...schema.allOf[0], ...withoutAllOf(schema) }, pool);
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  if ('const' in schema) return fc.constant(schema.const);
  switch (schema.type) {
    case 'object':
      return objects(schema, pool);
    case 'array':
      return fc.array(around(schema.items ?? {}, pool), { maxLength: 4 });
    case 'string':
      return texts(schema, pool);
    case 'integer':
    case 'number':
      return fc.integer({
        min: Math.max(schema.minimum ?? 0, -1e6) - 1,
        max: Math.min(schema.maximum ?? 100, 1e6) + 1,
      });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    default:
      return hostile;
  }
}

function withoutAllOf({ allOf: _allOf, ...rest }: Schema): Schema {
  return rest;
}

function objects({ properties = {}, required = [] }: Schema, pool: Pool): fc.Arbitrary<unknown> {
  const parts = Object.fromEntries(
    Object.entries(properties).map(([name, part]) => [name, around(part, pool)]),
  );
  return fc.oneof(
    { weight: 12, arbitrary: fc.record(parts, { requiredKeys: required }) },
    { weight: 1, arbitrary: fc.record(parts, { requiredKeys: [] }) },
    {
      weight: 1,
      arbitrary: fc.record<Record<string, unknown>>(
        { ...parts, constructor: hostile, toString: hostile },
        { requiredKeys: required },
      ),
    },
  );
}

function texts(schema: Schema, pool: Pool): fc.Arbitrary<string> {
  if (schema.format === 'uuid') {
    return fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...pool.ids) },
      { weight: 1, arbitrary: fc.uuid() },
    );
  }
  const known = fc.constantFrom(...pool.texts);
  if (schema.pattern === undefined) return fc.oneof(known, fc.string({ unit: 'binary', maxLength: 30 }));
  return fc.oneof(known, fc.stringMatching(new RegExp(schema.pattern)));
}
