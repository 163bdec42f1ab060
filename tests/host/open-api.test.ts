import { expect, test } from 'vitest';
import { deskContract } from '#shared/contract/desk-contract.ts';
import { deskHouse } from '#tests/support/desk-clients.ts';

type Operation = {
  operationId: string;
  summary: string;
  parameters: { name: string; in: string; required: boolean; schema: object }[];
  requestBody: { content: Record<string, { schema: Record<string, unknown> }> };
  responses: Record<string, { description: string; content: Record<string, { schema: object }> }>;
};
type Description = {
  openapi: string;
  info: { title: string; version: string };
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, object>; securitySchemes: Record<string, object> };
};

async function description(): Promise<Description> {
  const house = await deskHouse();
  const response = await fetch(`${house.host.url}/openapi.json`);
  expect(response.headers.get('content-type')).toBe('application/json');
  return (await response.json()) as Description;
}

/** Every object in the document, with the way to it. */
function* objects(value: unknown, path = '#'): Generator<[string, Record<string, unknown>]> {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) yield [path, value as Record<string, unknown>];
  for (const [name, inner] of Object.entries(value)) yield* objects(inner, `${path}/${name}`);
}

test('it names every method with its input, its output and its refusals', async () => {
  const { openapi, paths } = await description();
  expect(openapi).toBe('3.1.0');
  expect(Object.keys(paths).toSorted()).toEqual(
    ['/events', ...Object.keys(deskContract).map((name) => `/desk/${name}`)].toSorted(),
  );
  for (const [name, { kind, roles }] of Object.entries(deskContract)) {
    const { post } = paths[`/desk/${name}`] ?? {};
    expect(post?.operationId).toBe(name);
    expect(post?.summary).toBe(`${kind === 'query' ? 'Query' : 'Command'} for ${roles.join(', ')}`);
    const schema = post?.requestBody.content['application/json']?.schema ?? {};
    const inputs = (schema['anyOf'] ?? [schema]) as { type: unknown }[];
    expect({ name, types: inputs.map(({ type }) => type) }).toEqual({
      name,
      types: inputs.map(() => 'object'),
    });
    const key = post?.parameters.find((parameter) => parameter.name === 'idempotency-key');
    expect({ name, key: key?.required ?? false }).toEqual({ name, key: kind === 'command' });
    expect(Object.keys(post?.responses ?? {})).toEqual(
      expect.arrayContaining(['200', '400', '401', '403', '409', '413', '422', '500', '503']),
    );
  }
});

test('what the stream of events may be asked with is said as the host takes it', async () => {
  const { get } = (await description()).paths['/events'] ?? {};
  expect(
    get?.parameters.map(({ name, in: place, required, schema }) => ({ name, place, required, schema })),
  ).toEqual([
    { name: 'since', place: 'query', required: false, schema: { type: 'integer', minimum: 0 } },
    { name: 'desk', place: 'query', required: false, schema: { type: 'string' } },
    { name: 'once', place: 'query', required: false, schema: { type: 'string' } },
  ]);
});

test('every reference leads somewhere and nothing is left of the tool that made it', async () => {
  const document = await description();
  for (const [path, object] of objects(document)) {
    if (!('$ref' in object)) continue;
    const name = /^#\/components\/schemas\/(\w+)$/.exec(String(object['$ref']))?.[1];
    expect({ path, known: name !== undefined && name in document.components.schemas }).toEqual({
      path,
      known: true,
    });
  }
  expect(JSON.stringify(document)).not.toMatch(/\$defs|"\$schema"|__schema|~standard/);
  const ids = Object.values(document.paths).flatMap((methods) =>
    Object.values(methods).map(({ operationId }) => operationId),
  );
  expect(new Set(ids).size).toBe(ids.length);
});

test('what the law of JSON Schema can say of an input is said', async () => {
  const { paths } = await description();
  const schema = paths['/desk/ticket.issue']?.['post']?.requestBody.content['application/json']?.schema;
  expect(schema).toMatchObject({
    required: ['requests'],
    properties: {
      requests: {
        type: 'array',
        minItems: 1,
        maxItems: 10,
        items: { properties: { procedure: { enum: expect.arrayContaining(['level-2']) } } },
      },
    },
  });
});
