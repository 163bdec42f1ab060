type Platform = 'linux' | 'win';
export function startWords(platform: Platform): string[];
export function layOutHostEdition(
  platform: Platform,
  folder: string,
  options?: { node?: string; version?: string },
): string;
export function hostEditionProblems(platform: Platform, folder: string): string[];
export function programVersion(): string;
