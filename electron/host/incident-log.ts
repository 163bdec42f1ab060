import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';

export type IncidentLog = (incident: string, where: string, error: unknown) => void;

const mostBytes = 1024 * 1024;

/** Identity and telephone numbers keep their last three digits. */
export function withoutNumbers(text: string): string {
  return text.replace(/\d{9,}/g, (digits) => `***${digits.slice(-3)}`);
}

/**
 * Writes what happened, where and the stack, to stderr and to `<dataFolder>/log/incidents.log` (one older file of
 * 1 MiB is kept). What the caller had sent is never written.
 */
export function incidentLog(dataFolder: string): IncidentLog {
  const folder = join(dataFolder, 'log');
  const file = join(folder, 'incidents.log');
  return (incident, where, error) => {
    const detail = error instanceof Error ? (error.stack ?? error.message) : (JSON.stringify(error) ?? '');
    const text = withoutNumbers(`${where}\n${detail}`).trimEnd();
    const entry = `${new Date().toISOString()} ${incident} ${text}\n`;
    process.stderr.write(entry);
    try {
      mkdirSync(folder, { recursive: true });
      if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > mostBytes) renameSync(file, `${file}.1`);
      appendFileSync(file, entry, { mode: 0o600 });
    } catch {
      // A full or read-only disk has its own screen; stderr has the entry.
    }
  };
}
