export function makeDeb(options: {
  program: string;
  file: string;
  version: string;
  start: readonly string[];
  binary: string;
  depends: string;
  recommends?: string;
  epoch: number;
  compression: readonly string[];
}): string;
