import { z } from 'zod';
import { BEAT_NAME } from '#shared/contract/channels.ts';
import { bodyLimitKiB, deskContract } from '#shared/contract/desk-contract.ts';
import { deskEvent } from '#shared/contract/event.ts';
import { ROLES } from '#shared/contract/method.ts';
import { deskProblem } from '#shared/contract/problem.ts';
import { HTTP_STATUS } from './http-status.ts';

type Json = string | number | boolean | null | Json[] | { [name: string]: Json };
type JsonObject = { [name: string]: Json };

/** A row of a contract, of a desk or of a receiving level. */
type DescribedMethod = {
  readonly kind: 'query' | 'command';
  readonly roles: readonly string[];
  readonly session?: string;
  readonly input: z.ZodType;
  readonly output: z.ZodType;
};

/** What is told of a program beside its contract. */
type Described = {
  readonly version: string;
  readonly title: string;
  readonly description: string;
  readonly methods: Readonly<Record<string, DescribedMethod>>;
  readonly bodyLimitKiB: (method: string) => number;
  /** Headers that every call may carry. */
  readonly headers: readonly JsonObject[];
  readonly event: { readonly name: string; readonly schema: z.ZodType; readonly description: string };
  readonly morePaths?: JsonObject;
};

/** The desk's contract as OpenAPI 3.1, made from the same table that the desk checks its callers with. */
export function openApi(version: string): JsonObject {
  return openApiOf({
    version,
    title: 'Quầy Tiếp Dân',
    description:
      'One desk of one office. Every answer is a DeskReply: { ok: true, value } or { ok: false, problem }. ' +
      'The same paths under /training belong to the training desk, which has data of its own.',
    methods: deskContract,
    bodyLimitKiB,
    headers: [
      headerOf('x-desk-role', 'The role to act in; without it the highest that the token gives.', ROLES),
      SESSION_HEADER,
    ],
    event: {
      name: 'DeskEvent',
      schema: deskEvent,
      description:
        `The id of each event is its number, its data a DeskEvent. An event named ${BEAT_NAME} with { at } comes ` +
        'each second and says that the stream lives; the first also holds hello { desk, since }: which desk this is, and after ' +
        'which number its events follow. The stream ends with its desk. Under the display role, ids of tickets and data are left out.',
    },
  });
}

/** Where officers sign in with a PIN. */
export const SESSION_HEADER = headerOf(
  'x-desk-session',
  'The session of `session.open`. Where officers sign in with a PIN every method wants one that is not marked `x-session: free`.',
);

/** A header that may be left out. */
export function headerOf(name: string, description: string, values?: readonly string[]): JsonObject {
  const schema = values === undefined ? { type: 'string' } : { type: 'string', enum: [...values] };
  return { name, in: 'header', required: false, description, schema };
}

const KEY_HEADER: JsonObject = {
  name: 'idempotency-key',
  in: 'header',
  required: true,
  description: 'The same key with the same body returns the first reply; with another body it is refused.',
  schema: { type: 'string', pattern: '^[\\w-]{8,80}$' },
};

/** A contract over HTTP as OpenAPI 3.1. */
export function openApiOf(told: Described): JsonObject {
  const { version, title, description, methods, event, morePaths = {} } = told;
  const schemas: JsonObject = {
    DeskProblem: schemaOf(deskProblem, 'output'),
    [event.name]: schemaOf(event.schema, 'output'),
    Refusal: {
      type: 'object',
      properties: { ok: { const: false }, problem: ref('DeskProblem') },
      required: ['ok', 'problem'],
    },
  };
  const paths: JsonObject = { '/events': { get: eventsOperation(event) }, ...morePaths };
  for (const [name, method] of Object.entries(methods))
    paths[`/desk/${name}`] = { post: callOperation(name, method, told) };
  return {
    openapi: '3.1.0',
    info: { title, version, description, license: { name: 'MIT', identifier: 'MIT' } },
    servers: [{ url: '/' }],
    security: [{ token: [] }],
    paths,
    components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } }, schemas },
  };
}

function callOperation(
  name: string,
  method: DescribedMethod,
  { headers, bodyLimitKiB: limitOf }: Described,
): JsonObject {
  return {
    operationId: name,
    tags: [name.slice(0, name.indexOf('.'))],
    summary: `${method.kind === 'query' ? 'Query' : 'Command'} for ${method.roles.join(', ')}`,
    'x-kind': method.kind,
    'x-roles': [...method.roles],
    ...(method.session === undefined ? {} : { 'x-session': method.session }),
    parameters: [...(method.kind === 'command' ? [KEY_HEADER] : []), ...headers],
    requestBody: bodyOf(method.input, limitOf(name)),
    responses: { '200': valueOf(method.output), ...refusals() },
  };
}

/** A command of its own path, such as a door for other programs. */
export function commandOperation(
  told: { readonly operationId: string; readonly summary: string; readonly limitKiB: number },
  { input, output }: Pick<DescribedMethod, 'input' | 'output'>,
): JsonObject {
  const { operationId, summary, limitKiB } = told;
  return {
    operationId,
    summary,
    parameters: [KEY_HEADER],
    requestBody: bodyOf(input, limitKiB),
    responses: { '200': valueOf(output), ...refusals() },
  };
}

function bodyOf(input: z.ZodType, limitKiB: number): JsonObject {
  return {
    required: true,
    description: `At most ${limitKiB} KiB.`,
    content: { 'application/json': { schema: schemaOf(input, 'input') } },
  };
}

function valueOf(output: z.ZodType): JsonObject {
  return {
    description: 'The value',
    content: {
      'application/json': {
        schema: {
          type: 'object',
          properties: { ok: { const: true }, value: schemaOf(output, 'output') },
          required: ['ok', 'value'],
        },
      },
    },
  };
}

function eventsOperation({ name, description }: Described['event']): JsonObject {
  return {
    operationId: 'events',
    tags: ['events'],
    summary: 'Server-sent events, stored ones first, then live',
    description,
    parameters: [
      {
        name: 'since',
        in: 'query',
        required: false,
        description:
          'Number of the last event already known; without it the stream begins with what happens next.',
        schema: { type: 'integer', minimum: 0 },
      },
      {
        name: 'desk',
        in: 'query',
        required: false,
        description:
          'The desk that since was counted at, as its hello named it. Another desk begins with what happens next.',
        schema: { type: 'string' },
      },
      {
        name: 'once',
        in: 'query',
        required: false,
        description: 'With any value the stream ends after its hello and what is stored by now.',
        schema: { type: 'string' },
      },
    ],
    responses: {
      '200': { description: 'The stream', content: { 'text/event-stream': { schema: ref(name) } } },
      ...refusals(),
    },
  };
}

/** One response per status, naming the codes behind it. */
function refusals(): JsonObject {
  const byStatus = Map.groupBy(Object.entries(HTTP_STATUS), ([, status]) => String(status));
  return Object.fromEntries(
    [...byStatus].map(([status, rows]) => [
      status,
      {
        description: rows.map(([code]) => code).join(', '),
        content: { 'application/json': { schema: ref('Refusal') } },
      },
    ]),
  );
}

function ref(name: string): JsonObject {
  return { $ref: `#/components/schemas/${name}` };
}

/** A schema that can stand anywhere in the document: its own definitions are written out or left open. */
function schemaOf(schema: z.ZodType, io: 'input' | 'output'): JsonObject {
  const made = z.toJSONSchema(schema, {
    io,
    target: 'draft-2020-12',
    // What JSON Schema cannot say (a transformed output, a custom check) is left open rather than wrong.
    unrepresentable: 'any',
    cycles: 'ref',
    reused: 'inline',
  });
  const { $schema: _dialect, $defs: _definitions, ...rest } = JSON.parse(JSON.stringify(made)) as JsonObject;
  return withoutLocalRefs(rest) as JsonObject;
}

/** The only definitions zod leaves behind are recursive ones, "any JSON"; in OpenAPI that is the empty schema. */
function withoutLocalRefs(value: Json): Json {
  if (Array.isArray(value)) return value.map(withoutLocalRefs);
  if (value === null || typeof value !== 'object') return value;
  if (typeof value['$ref'] === 'string') return {};
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, withoutLocalRefs(inner)]));
}
