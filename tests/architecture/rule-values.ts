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
  {
    what: 'a hotline is a value of a rule pack or of the office',
    pattern: /\b1900[ .]?\d{4}\b/,
    sample: `const hotline = '1900.0000';`,
  },
  {
    what: 'a time limit is a value of a rule pack',
    pattern: /\b\d+ (ngày|working days|calendar days)\b|value: [1-9]\d*, unit:/,
    sample: `const limit = 'không quá 03 ngày làm việc';`,
  },
  {
    what: 'an age that decides is a value of a rule pack',
    pattern: /\b\d+ tuổi|\b(under|over|aged) \d+\b|\bage\w* *[<>]=? *\d/,
    sample: `if (age >= 14) return 'level-2';`,
  },
  {
    what: 'the words of a message are a value of a rule pack',
    pattern: /Cuc Canh sat|da duoc phe duyet/,
    sample: `const text = 'Ho so cua cong dan da duoc phe duyet';`,
  },
];

/** Rule values outside shared/rules, as `path:line: what`. Only the texts of screens and papers may name a decree. */
export function ruleValueProblems(file: SourceFile): string[] {
  const watched = /^(shared\/domain|shared\/text|electron|renderer)\//.test(file.path) && isCode(file);
  if (!watched) return [];
  const isText = file.path.startsWith('shared/text/');
  const code = { path: file.path, text: withoutComments(file.text) };
  return ruleValues
    .filter(({ what }) => !(isText && what.startsWith('decrees')))
    .flatMap(({ pattern, what }) => findings(code, pattern, what));
}
