/** A test by its file and its title; `%s` and the like stand for what a row of it fills in. */
type NamedTest = readonly [file: string, title: string];

/** A threat or a promise, and the tests that show how it stands with it. */
export type Claim = {
  readonly what: string;
  readonly tests: readonly NamedTest[];
  /** Why there is no test here, or none of this part. */
  readonly without?: string;
};

/** What the titles of a test may read when it has run. */
export function titlePattern(title: string): RegExp {
  const parts = title
    .split(/%[sij]|\$\{[^}]*\}/)
    .map((part) => part.replaceAll(/[$()*+./?[\\\]^{|}]/g, String.raw`\$&`));
  return new RegExp(`^${parts.join('.*')}$`, 's');
}
