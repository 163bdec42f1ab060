import { z } from 'zod';
import { commandOperation, headerOf, openApiOf, SESSION_HEADER } from '#electron/host/open-api.ts';
import { BEAT_NAME, BODY_LIMIT_KIB } from '#shared/contract/channels.ts';
import { levelContract } from '#shared/contract/level.ts';
import type { LevelMethod } from '#shared/contract/level-method.ts';
import { FILE_BODY_KIB, handed, received } from '#shared/contract/level-shapes.ts';
import { count } from '#shared/domain/values.ts';

const levelEvent = z.object({ number: count, name: z.literal('level.changed') });

/** Largest body of a method in KiB. */
export function bodyLimitKiB(method: string): number {
  const known: Readonly<Record<string, LevelMethod>> = levelContract;
  return known[method]?.bodyKiB ?? BODY_LIMIT_KIB;
}

/** The contract of the receiving level as OpenAPI 3.1. */
export function levelOpenApi(version: string): ReturnType<typeof openApiOf> {
  return openApiOf({
    version,
    title: 'Quầy Tiếp Dân: cấp tổng hợp',
    description:
      'One receiving level. Every answer is a DeskReply: { ok: true, value } or { ok: false, problem }. ' +
      'An office sends its files to /receive, with the token that the level gave it.',
    methods: levelContract,
    bodyLimitKiB,
    headers: [
      headerOf('x-level-name', 'Who works, percent-encoded: the book keeps it where nobody signs in.'),
      SESSION_HEADER,
    ],
    event: {
      name: 'LevelEvent',
      schema: levelEvent,
      description:
        'The newest number of the book stands for every change before it: an answer from before it is old. ' +
        `An event named ${BEAT_NAME} with { at } comes each second and says that the stream lives; the first also holds ` +
        'hello { desk, since }: which start of the level this is, and after which number its events follow.',
    },
    morePaths: {
      '/receive': {
        post: commandOperation(
          {
            operationId: 'receive',
            summary: 'A file of the office whose token this is',
            limitKiB: FILE_BODY_KIB,
          },
          { input: handed, output: received },
        ),
      },
    },
  });
}
