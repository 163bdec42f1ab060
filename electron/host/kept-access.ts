import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { instant } from '#shared/domain/values.ts';

const hash = z.string().regex(/^[\da-f]{64}$/);

/** What outlives the host: hashes of the ways back of open windows, and the walls. Nothing in it opens anything. */
const kept = z.object({
  waysBack: z.array(z.object({ hash, window: z.string(), until: instant })),
  walls: z.array(z.object({ id: z.string(), hash, since: instant, lastSeen: instant })),
});
export type Kept = z.infer<typeof kept>;

/** The file of what is kept: `access.json` of the data folder. Without a file nothing outlives the host. */
export type AccessFile = {
  read(): Kept;
  /** A folder with a fault is left as it is, and one that takes no file keeps none: it then holds for this run. */
  write(now: Kept): Promise<void>;
};

/** `mayWrite` says whether the folder holds a desk that is whole. */
export function accessFile(file: string | undefined, mayWrite: () => Promise<boolean>): AccessFile {
  return {
    read() {
      try {
        return kept.parse(JSON.parse(readFileSync(file ?? '', 'utf8')));
      } catch {
        return { waysBack: [], walls: [] };
      }
    },
    async write(now) {
      if (file === undefined || !(await mayWrite())) return;
      try {
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(`${file}.part`, JSON.stringify(now), { mode: 0o600 });
        renameSync(`${file}.part`, file);
      } catch {
        // The store says on its own screen what is wrong with the folder.
      }
    },
  };
}
