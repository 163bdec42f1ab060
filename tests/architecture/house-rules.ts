import { type SourceFile, findings, isCode, withoutComments } from './source-files.ts';

export const longestFile = 400;
export const longestComponent = 200;

/** Files whose reader wants a default export. */
const defaultExports = [
  /^[\w-]+\.config\.ts$/,
  /^build\/electron-builder\.mjs$/,
  /^build\/vitest-counts\.mjs$/,
];

type Forbidden = {
  readonly pattern: RegExp;
  readonly what: string;
  readonly where?: RegExp;
  readonly except?: RegExp;
};

/** Patterns that no program of the project holds; `where` and `except` are about the path. Comments do not count. */
const forbidden: readonly Forbidden[] = [
  {
    pattern: /\.toISOString\(\)\s*\.(slice|substring|substr)\(0, ?10\)/,
    what: 'a local day is not the day in UTC',
  },
  { pattern: /\.toISOString\(\)\s*\.split\(/, what: 'a local day is not the day in UTC' },
  {
    pattern: /\bMAX\([^()]*\)[\s,0)]*\+\s*1\b/i,
    what: 'two writers get the same MAX + 1',
    except: /^renderer\//,
  },
  { pattern: /\bexport default\b|\bas default\b/, what: 'a default export has no name to search for' },
  { pattern: /\bexport \* from\b/, what: 'a barrel hides where things are' },
  {
    pattern:
      /^(?:[\w.]+\(|(?:for|if|let|export let|try|while|switch|throw|await|new)\b|import ['"]|[\w.]+(?:\[[^\]]*\])? [-+|&?]*= |[\w.]+[-+]{2})/m,
    what: 'pages leave out what they do not use of shared: reading a file of it does nothing',
    where: /^shared\//,
  },
  { pattern: /\bsendSync\b/, what: 'a blocking call freezes the window' },
  {
    pattern: /<Button\b(?=(?:=>|[^>])*\btype="submit")(?=(?:=>|[^>])*\bonClick=)/,
    what: 'a click on it would do twice what the form does',
    where: /^renderer\//,
  },
  {
    pattern: /\b(ipcMain|ipcRenderer)\s*\.(handle|handleOnce|on|once|invoke|send|postMessage)\(\s*['"`]/,
    what: 'channel names stand in shared/contract',
    where: /^(electron|renderer)\//,
  },
  {
    pattern: /\bwebContents\s*\.send\(\s*['"`]/,
    what: 'channel names stand in shared/contract',
    where: /^electron\//,
  },
  {
    pattern: /new Promise[^;]{0,80}\bsetTimeout\(/,
    what: 'tests wait for events, they do not sleep',
    where: /^tests\//,
  },
  {
    pattern: /\bwaitForTimeout\(|timers\/promises/,
    what: 'tests wait for events, they do not sleep',
    where: /^tests\//,
  },
  {
    pattern: /\b(test|it|describe|suite|base)(\.\w+)*\.(only|todo|skipIf|runIf)\(/,
    what: 'every test runs, or says why not',
    where: /^tests\//,
  },
  {
    pattern: /\b(test|it|describe|suite)(\.\w+)*\.skip\(\s*(\)|(?<quote>['"`])[^'"`]*\k<quote>\s*,)/,
    what: 'a test is skipped while it runs, with a reason: context.skip(reason)',
    where: /^tests\/(?!e2e\/)/,
  },
  {
    pattern: /\b(test|base)(\.\w+)*\.(skip|fixme)\((?!\s*[^'"`,\s][^,]*,\s*['"`])/,
    what: 'a test is skipped by a condition with a reason: skip(condition, reason)',
    where: /^tests\/e2e\//,
  },
  {
    pattern: /\.unroute(All)?\(|\.route\([^;]*?\btimes: \d/,
    what: 'what leaves a page while a route of it is taken away may never arrive: it stays',
    where: /^tests\/e2e\//,
  },
  {
    pattern: /= lazyPart\((?![\s\S]*<Suspense\b)/,
    what: 'without a Suspense of its own a part that waits for its code hides the screen around it',
    where: /^renderer\//,
  },
];

/** The same for the whole text, comments included. */
const forbiddenAnywhere: readonly Forbidden[] = [
  { pattern: /@ts-(ignore|expect-error|nocheck)\b/, what: 'the compiler is not silenced' },
  { pattern: /\b(oxlint|eslint)-disable(?!.* -- \S)/, what: 'a disabled rule says why: -- reason' },
  {
    pattern: /(?<![\w.])\/(work|root)\/|\bregistry\.\w+\.\w+/,
    what: 'no address of one machine or registry',
  },
];

/** What a file does against the house rules, as `path:line: what`. */
export function ruleProblems(file: SourceFile): string[] {
  if (file.path.startsWith('tests/architecture/')) return sizeProblems(file); // they hold the bad samples
  const problems = sizeProblems(file);
  if (isCode(file)) {
    const code = { path: file.path, text: withoutComments(file.text) };
    problems.push(
      ...forbidden.flatMap((rule) =>
        applies(rule, file.path) ? findings(code, rule.pattern, rule.what) : [],
      ),
    );
    problems.push(...barrelProblems(code));
  }
  problems.push(...forbiddenAnywhere.flatMap((rule) => findings(file, rule.pattern, rule.what)));
  return problems;
}

/** Files over 400 lines and components over 200. */
export function sizeProblems(file: SourceFile): string[] {
  if (!isCode(file) && !file.path.endsWith('.css')) return [];
  const problems: string[] = [];
  const lines = file.text.trimEnd().split('\n').length;
  if (lines > longestFile) problems.push(`${file.path}: ${lines} lines, at most ${longestFile}`);
  if (!file.path.endsWith('.tsx')) return problems;
  for (const { name, length } of components(file.text)) {
    if (length > longestComponent)
      problems.push(`${file.path}: ${name} has ${length} lines, at most ${longestComponent}`);
  }
  return problems;
}

function applies({ pattern, where, except }: Forbidden, path: string): boolean {
  if (pattern.source.includes('export default') && defaultExports.some((name) => name.test(path)))
    return false;
  return (where?.test(path) ?? true) && !(except?.test(path) ?? false);
}

function barrelProblems({ path, text }: SourceFile): string[] {
  if (/(^|\/)index\.\w+$/.test(path)) return [`${path}: a file is named by its noun, not index`];
  const rest = text.replace(/^(import|export)\s[^;]*?\sfrom\s+['"][^'"]+['"];?/gm, '').trim();
  const reexports = /^export\s+(type\s+)?\{[^}]*\}\s+from\b/m.test(text);
  return reexports && rest === '' ? [`${path}: a barrel hides where things are`] : [];
}

/** Functions named like components, from their first column to the closing one: oxfmt puts both there. */
function* components(text: string): Generator<{ name: string; length: number }> {
  const lines = text.split('\n');
  for (const [start, line] of lines.entries()) {
    const name = /^(?:export )?(?:async )?(?:function|const) (?<name>[A-Z]\w*[a-z]\w*)\b/.exec(line)
      ?.groups?.['name'];
    if (name === undefined) continue;
    const end = lines.findIndex(
      (candidate, index) => index > start && /^[})]/.test(candidate) && !/^\}[:)].*\{$/.test(candidate),
    );
    yield { name, length: end === -1 ? 1 : end - start + 1 };
  }
}
