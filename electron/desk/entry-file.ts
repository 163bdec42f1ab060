import { dirname, join } from 'node:path';

/**
 * The file of a program or thread that stands beside the desk: the bundle beside the built program, or its source beside the source
 * that asks (its `import.meta.filename`, which unlike `import.meta` stands in CommonJS bundles too).
 */
export function entryFile(asking: string, source: string, built: string): string {
  return join(dirname(asking), asking.endsWith('.ts') ? source : built);
}
