import { join } from 'node:path';

/** The built pages. */
export const rendererFolder = join(import.meta.dirname, '../../out/renderer');
