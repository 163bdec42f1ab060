import { MOST_BYTES } from '#electron/books/verify.mjs';
import type { LevelServices } from './level-call.ts';
import { plain, sha256Of } from './receive/read-file.ts';

export const fileServices = {
  'file.receive': ({ receiver, asker, command }, { fileName, base64, route = 'page' }) => {
    const bytes = Buffer.from(base64, 'base64');
    return receiver.receive(
      {
        sha256: sha256Of(bytes),
        size: bytes.length,
        bytes: bytes.length > MOST_BYTES ? null : bytes,
        fileName: plain(fileName),
        route,
        by: asker.by,
      },
      command,
    );
  },
} satisfies Partial<LevelServices>;
