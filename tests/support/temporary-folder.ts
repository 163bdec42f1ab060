import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** An empty folder of its own for the running test, gone when it ends. */
export function temporaryFolder(name = 'desk'): string {
  const folder = mkdtempSync(join(tmpdir(), `quay-tiep-dan-${name}-`));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
