type Environment = Readonly<Record<string, string | undefined>>;
export function electronFile(packageFolder: string, override: string | undefined): string | undefined;
export function electronArguments(env?: Environment, platform?: string): string[];
export function electronEnvironment(env?: Environment): Environment;
export function presentOrFetched(
  packageFolder: string,
  override: string | undefined,
  options?: { stalledMs?: number },
): Promise<string | undefined>;
export function sandboxAdvice(signal: string | null, electron: string): string;
export function oldGlibc(glibc?: string): string | undefined;
