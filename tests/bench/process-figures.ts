import { readFileSync } from 'node:fs';

function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

/** Memory that a process holds, in MiB; null where the system does not tell. */
export function residentMiB(pid: number): number | null {
  const kib = /VmRSS:\s+(\d+)/.exec(read(`/proc/${pid}/status`) ?? '')?.[1];
  return kib === undefined ? null : Number(kib) / 1024;
}

/** Processor time of a process so far, in milliseconds (the system counts in tens); null where it does not tell. */
export function processorMs(pid: number): number | null {
  const fields = read(`/proc/${pid}/stat`)?.split(') ')[1]?.split(' ');
  return fields === undefined ? null : (Number(fields[11]) + Number(fields[12])) * 10;
}

export function loadAverage(): string {
  return read('/proc/loadavg')?.split(' ')[0] ?? '–';
}
