export function hangs(electron: string, limitMs?: number): Promise<boolean>;
export function noWindowReason(milliseconds?: number): string;
export function runElectron(
  electron: string,
  args: readonly string[],
  options?: { cwd?: string; limits?: { shownMs: number; endMs: number } },
): Promise<{ code: number; reason?: undefined } | { code?: undefined; reason: string }>;
