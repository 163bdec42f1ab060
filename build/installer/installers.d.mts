export function signCommand(env?: Readonly<Record<string, string | undefined>>): string | undefined;
export function installerFile(
  platform: 'linux-x64' | 'win-x64',
  edition: 'host' | 'electron',
  version: string,
): string;
