import { z } from 'zod';
import { BEAT_NAME } from '#shared/contract/channels.ts';
import { bodyLimitKiB, deskContract } from '#shared/contract/desk-contract.ts';
import { deskEvent } from '#shared/contract/event.ts';
import { ROLES, type DeskMethod } from '#shared/contract/method.ts';
import { deskProblem } from '#shared/contract/problem.ts';
import { HTTP_STATUS } from './http-status.ts';

type Json = string | number | boolean | null | Json[] | { [name: string]: Json };
type JsonObject = { [name: string]: Json };

/** The contract as OpenAPI 3.1, made from the same table that the desk checks its callers with. */
export function openApi(version: string): JsonObject {
  const schemas: JsonObject = {
    DeskProblem: schemaOf(deskProblem, 'output'),
    DeskEvent: schemaOf(deskEvent, 'output'),
    Refusal: {
      type: 'object',
      properties: { ok: { const: false }, problem: ref('DeskProblem') },
      required: ['ok', 'problem'],
    },
  };
  const paths: JsonObject = { '/events': { get: eventsOperation() } };
  for (const [name, method] of Object.entries(deskContract)) {
    paths[`/desk/${name}`] = { post: callOperation(name, method) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Quầy Tiếp Dân',
      version,
      description:
        'One desk of one office. Every answer is a DeskReply: { ok: true, value } or { ok: false, problem }. ' +
        'The same paths under /training belong to the training desk, which has data of its own.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    security: [{ token: [] }],
    paths,
    components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } }, schemas },
  };
}

function callOperation(name: string, method: DeskMethod): JsonObject {
  const roleHeader: JsonObject = {
    name: 'x-desk-role',
    in: 'header',
    required: false,
    description: 'The role to act in; without it the highest that the token gives.',
    schema: { type: 'string', enum: [...ROLES] },
  };
  const sessionHeader: JsonObject = {
    name: 'x-desk-session',
    in: 'header',
    required: false,
    description:
      'The session of `session.open`. Where officers sign in with a PIN every method wants one that is not marked `x-session: free`.',
    schema: { type: 'string' },
  };
  const keyHeader: JsonObject = {
    name: 'idempotency-key',
    in: 'header',
    required: true,
    description: 'The same key with the same body returns the first reply; with another body it is refused.',
    schema: { type: 'string', pattern: '^[\\w-]{8,80}$' },
  };
  return {
    operationId: name,
    tags: [name.slice(0, name.indexOf('.'))],
    summary: `${method.kind === 'query' ? 'Query' : 'Command'} for ${method.roles.join(', ')}`,
    'x-kind': method.kind,
    'x-roles': [...method.roles],
    ...(method.session === undefined ? {} : { 'x-session': method.session }),
    parameters: [...(method.kind === 'command' ? [keyHeader] : []), roleHeader, sessionHeader],
    requestBody: {
      required: true,
      description: `At most ${bodyLimitKiB(name)} KiB.`,
      content: { 'application/json': { schema: schemaOf(method.input, 'input') } },
    },
    responses: {
      '200': {
        description: 'The value',
        content: {
          'application/json': {
            schema: {
              type: 'object',
              properties: { ok: { const: true }, value: schemaOf(method.output, 'output') },
              required: ['ok', 'value'],
            },
          },
        },
      },
      ...refusals(),
    },
  };
}

function eventsOperation(): JsonObject {
  return {
    operationId: 'events',
    tags: ['events'],
    summary: 'Server-sent events, stored ones first, then live',
    description:
      `The id of each event is its number, its data a DeskEvent. An event named ${BEAT_NAME} with { at } comes ` +
      'each second and says that the stream lives; the first also holds hello { desk, since }: which desk this is, and after ' +
      'which number its events follow. The stream ends with its desk. Under the display role, ids of tickets and data are left out.',
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
      '200': { description: 'The stream', content: { 'text/event-stream': { schema: ref('DeskEvent') } } },
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
