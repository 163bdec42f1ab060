import { startShell } from './start-shell.ts';

await startShell();
