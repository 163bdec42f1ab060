import { type SourceFile, findings, isCode, withoutComments } from './source-files.ts';

/** A value of the law: it stands in a rule pack with its source, and nowhere else in the program. */
type RuleValue = { readonly what: string; readonly pattern: RegExp; readonly sample: string };

/** `sample` is a line that must be refused outside shared/rules. */
export const ruleValues: readonly RuleValue[] = [
  {
    what: 'decrees are named by a rule pack',
    pattern: /\b\d{1,3}\/20\d\d\/(NĐ-CP|QH\d+|TT-BCA|QĐ-TTg)/,
    sample: `const source = '69/2024/NĐ-CP';`,
  },
];

/** Rule values outside shared/rules, as `path:line: what`. The texts of screens and papers may name a decree. */
export function ruleValueProblems(file: SourceFile): string[] {
  const watched = /^(shared\/domain|electron|renderer)\//.test(file.path) && isCode(file);
  if (!watched) return [];
  const code = { path: file.path, text: withoutComments(file.text) };
  return ruleValues.flatMap(({ pattern, what }) => findings(code, pattern, what));
}
