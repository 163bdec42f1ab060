export function runElectron(
  electron: string,
  args: readonly string[],
  options?: { cwd?: string; limits?: { shownMs: number; endMs: number } },
): Promise<{ code: number; reason?: undefined } | { code?: undefined; reason: string }>;
