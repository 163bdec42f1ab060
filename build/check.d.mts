type Step = {
  readonly name: string;
  readonly file: () => string;
  readonly args: readonly string[];
  readonly makes?: string;
  readonly reads?: readonly string[];
};
export const sourceChecks: readonly Step[];
export function runSteps(steps: readonly Step[]): Promise<{ name: string; passed: boolean }[]>;
