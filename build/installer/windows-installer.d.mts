export function addLauncher(program: string, version: string, sign?: string): string;
export function makeWindowsInstaller(options: {
  program: string;
  file: string;
  version: string;
  exe: string;
  quit?: readonly string[];
  sign?: string | undefined;
  compressor?: string;
}): number;
export function hasMakensis(): boolean;
