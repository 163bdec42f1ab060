import { join } from 'node:path';

/**
 * The file of a program or thread that stands beside the desk: the bundle beside the built program, or its source beside the source
 * that asks (its `import.meta`).
 */
export function entryFile(asking: ImportMeta, source: string, built: string): string {
  return join(asking.dirname, asking.filename.endsWith('.ts') ? source : built);
}
