import type { CommandCall } from '../desk-call.ts';

/** When something began, by both clocks. */
type Beginning = { readonly run: string; readonly started_mono: number; readonly started_at: string };

/** Milliseconds since something began: by the monotonic clock within one run, by the wall clock across a restart. */
export function elapsed(call: CommandCall, { run, started_mono, started_at }: Beginning): number {
  return run === call.run
    ? Math.max(0, call.mono - started_mono)
    : Math.max(0, Date.parse(call.at) - Date.parse(started_at));
}
