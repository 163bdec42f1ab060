/** Checks of the files that configure the project; each gets the parsed file and answers in sentences. */

type Dependencies = Readonly<Record<string, string>>;
export type Manifest = {
  readonly dependencies?: Dependencies;
  readonly devDependencies?: Dependencies;
  readonly optionalDependencies?: Dependencies;
};
type LockEntry = { readonly integrity?: string; readonly optionalDependencies?: Dependencies };
export type CompilerConfig = {
  readonly extends?: string;
  readonly compilerOptions?: {
    readonly types?: readonly string[];
    readonly lib?: readonly string[];
  } & Readonly<Record<string, unknown>>;
};

/** Only the native module is installed with the program, everything else is bundled; versions are exact. */
export function manifestProblems(manifest: Manifest): string[] {
  const problems: string[] = [];
  const installed = Object.keys(manifest.dependencies ?? {});
  if (installed.join() !== 'better-sqlite3') problems.push(`dependencies holds ${installed.join(', ')}`);
  const all = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies };
  for (const [name, version] of Object.entries(all)) {
    if (!/^(npm:[\w./@-]+@)?\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
      problems.push(`${name} ${version} is not an exact version`);
  }
  return problems;
}

/**
 * A lock file names what is installed and its digest, never where from. It is whole: `npm ci` refuses one that lacks a
 * platform's optional package, which happens when that package's version is not in the registry.
 */
export function lockProblems(text: string): string[] {
  const problems: string[] = [];
  if (/"resolved"\s*:/.test(text)) problems.push('the lock file holds addresses (resolved)');
  const { packages } = JSON.parse(text) as { packages: Record<string, LockEntry> };
  const names = new Set(Object.keys(packages).map((path) => path.replace(/^.*node_modules\//, '')));
  for (const [path, { integrity, optionalDependencies = {} }] of Object.entries(packages)) {
    if (path !== '' && integrity === undefined) problems.push(`${path} has no digest (integrity)`);
    for (const name of Object.keys(optionalDependencies)) {
      if (!names.has(name)) problems.push(`${name}, which ${path} may need, is missing`);
    }
  }
  return problems;
}

/** The compiler's part of the arrows: which environment's names a folder can see at all. */
export function compilerProblems(folder: string, config: CompilerConfig): string[] {
  const { types = [], lib = [] } = config.compilerOptions ?? {};
  const problems: string[] = [];
  if (config.extends !== '../tsconfig.base.json') problems.push(`${folder} does not extend the base`);
  const hasNode = types.includes('node');
  const hasDom = lib.some((name) => name.toLowerCase().startsWith('dom'));
  if (hasNode !== (folder === 'electron' || folder === 'tests'))
    problems.push(`${folder}: Node types ${hasNode ? 'on' : 'off'}`);
  if (hasDom !== (folder === 'renderer' || folder === 'tests'))
    problems.push(`${folder}: DOM types ${hasDom ? 'on' : 'off'}`);
  return problems;
}

/** The strictness that every folder inherits. */
export function baseCompilerProblems({ compilerOptions = {} }: CompilerConfig): string[] {
  const needed = [
    'strict',
    'noUncheckedIndexedAccess',
    'exactOptionalPropertyTypes',
    'verbatimModuleSyntax',
    'erasableSyntaxOnly',
    'noImplicitOverride',
  ];
  const problems = needed.filter((name) => compilerOptions[name] !== true).map((name) => `${name} is not on`);
  if (!Array.isArray(compilerOptions.types) || compilerOptions.types.length > 0)
    problems.push('types is not empty');
  return problems;
}

/** Decision records are `NNNN-title.md`, each number once. */
export function decisionProblems(names: readonly string[]): string[] {
  const seen = new Set<string>();
  return names.flatMap((name) => {
    const number = /^(?<number>\d{4})-[a-z0-9]+(-[a-z0-9]+)*\.md$/.exec(name)?.groups?.['number'];
    if (number === undefined) return [`${name} is not named NNNN-title.md`];
    if (seen.has(number)) return [`${name}: the number ${number} is taken`];
    seen.add(number);
    return [];
  });
}
