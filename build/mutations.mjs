// The small wrong changes that can be made to a source file, found in its syntax tree.
import { parseSync } from 'vite';

const SWAPPED = {
  '<': '<=',
  '<=': '<',
  '>': '>=',
  '>=': '>',
  '===': '!==',
  '!==': '===',
  '+': '-',
  '-': '+',
  '*': '/',
  '/': '*',
  '&&': '||',
  '||': '&&',
};
const ROUNDED = { floor: 'ceil', ceil: 'floor', round: 'floor', max: 'min', min: 'max' };
/** Calls that may be left out of a chain: what they do to the value is the point of the line. */
const DROPPED = new Set([
  'sort',
  'toSorted',
  'reverse',
  'toReversed',
  'filter',
  'trim',
  'normalize',
  'toWellFormed',
]);
/** In the text of a query: a boundary, an order, half a condition's join. */
const SQL = /\b(SELECT|UPDATE|DELETE FROM)\b/;
const SQL_SWAPS = [
  [/ < /g, ' <= '],
  [/ <= /g, ' < '],
  [/ > /g, ' >= '],
  [/ >= /g, ' > '],
  [/ <> /g, ' = '],
  [/ AND (?!\?)/g, ' OR '],
  [/ OR /g, ' AND '],
  [/ DESC\b/g, ' ASC'],
  [/(?<=ORDER BY [\w.]+)(?=$|[`'\n)])/g, ' DESC'],
  [/ \+ 1\b/g, ' + 2'],
  [/ = 0\b/g, ' = 1'],
  [/ = 1\b/g, ' = 0'],
];
/** What is said to a log or to a programmer, and what types say: a change there changes no behaviour. */
const SPOKEN = /^(log|console\.\w+)$/;
const DESCRIBES = /^(description|summary)$/;
const TYPED_VALUE = new Set(['TSAsExpression', 'TSSatisfiesExpression', 'TSNonNullExpression']);

/** One more and one less; of a thousand and above, where one more is nothing anybody could see, the double and the half. */
const othersOf = (number) =>
  number < 1000 ? [number + 1, number - 1] : [number * 2, Math.floor(number / 2)];

/**
 * Every change of one file as `{ start, end, text, isLocal, inside, line, before, after }`: `text` stands for the characters from
 * `start` to `end`; a local one lies in a function that says what it returns, so that no other file can fail to compile;
 * `inside` names the innermost function with a name, or is empty. Types, imports, words for the log and thrown programmer's errors are left alone.
 */
export function mutationsOf(file, source) {
  const found = [];
  let isLocal = false;
  let inside = '';
  const textOf = (node) => source.slice(node.start, node.end);
  const add = (start, end, text) => found.push({ start, end, text, isLocal, inside });
  const replace = (node, text) => add(node.start, node.end, text);
  const between = (left, right, from, to) => {
    const at = source.indexOf(from, left.end);
    if (at >= 0 && at < right.start) add(at, at + from.length, to);
  };
  const isText = (node) => node.type === 'TemplateLiteral' || typeof node.value === 'string';

  function walk(node, parent, key) {
    if (Array.isArray(node)) return node.forEach((one) => walk(one, parent, key));
    if (node === null || typeof node !== 'object' || typeof node.type !== 'string') return;
    if (node.type.startsWith('TS') && !TYPED_VALUE.has(node.type)) return;
    if (node.type === 'ImportDeclaration' || node.type === 'ThrowStatement') {
      if (node.argument?.callee?.name !== 'Refusal') return;
    }
    if (node.type === 'CallExpression' && SPOKEN.test(textOf(node.callee))) return;
    const [outside, around] = [isLocal, inside];
    isLocal ||= node.returnType != null;
    inside = nameOf(node, parent) ?? inside;
    change(node, parent, key);
    for (const [name, child] of Object.entries(node)) {
      if (name !== 'typeAnnotation' && name !== 'parent') walk(child, node, name);
    }
    [isLocal, inside] = [outside, around];
  }

  /** What the engine calls a function, or undefined for what is none or has no name. */
  function nameOf(node, parent) {
    if (!/^(FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/.test(node.type))
      return undefined;
    const named = node.id ?? (parent?.type === 'VariableDeclarator' ? parent.id : parent?.key);
    return named?.name ?? named?.value;
  }

  function change(node, parent, key) {
    const isKey = parent?.type === 'Property' && key === 'key';
    switch (node.type) {
      case 'BinaryExpression':
      case 'LogicalExpression': {
        const { left, right, operator } = node;
        const joins = operator === '+' && (isText(left) || isText(right));
        if (SWAPPED[operator] !== undefined && !joins) between(left, right, operator, SWAPPED[operator]);
        if (node.type === 'LogicalExpression') for (const half of [left, right]) replace(node, textOf(half));
        return;
      }
      case 'UnaryExpression':
        if (node.operator === '!') replace(node, textOf(node.argument));
        return;
      case 'Literal':
        if (isKey) return;
        if (typeof node.value === 'number')
          for (const other of othersOf(node.value)) replace(node, `${other}`);
        else if (typeof node.value === 'boolean') replace(node, `${!node.value}`);
        else if (typeof node.value === 'string') {
          const isData =
            parent?.type === 'ArrayExpression' ||
            (parent?.type === 'Property' && key === 'value' && !DESCRIBES.test(textOf(parent.key)));
          if (SQL.test(node.value)) changeSql(node);
          else if (isData && node.value !== '') replace(node, "''");
        }
        return;
      case 'TemplateLiteral':
        if (SQL.test(textOf(node))) changeSql(node);
        return;
      case 'ExpressionStatement': {
        const call = node.expression.type === 'AwaitExpression' ? node.expression.argument : node.expression;
        if (call.type === 'CallExpression') replace(node, ';');
        return;
      }
      case 'CallExpression': {
        const { object, property } = node.callee;
        if (object?.name === 'Math' && ROUNDED[property.name]) replace(property, ROUNDED[property.name]);
        else if (object !== undefined && DROPPED.has(property.name)) replace(node, textOf(object));
        return;
      }
      case 'IfStatement': {
        const block = node.consequent;
        const last = block.type === 'BlockStatement' ? block.body.at(-1) : block;
        if (node.alternate === null && /^(Return|Continue|Break|Throw)/.test(last?.type)) replace(node, ';');
        return;
      }
      case 'ArrayExpression':
      case 'ObjectExpression': {
        const parts = node.elements ?? node.properties;
        parts.forEach((part, index) => {
          if (part === null || (node.type === 'ObjectExpression' && part.type !== 'SpreadElement')) return;
          const next = parts[index + 1];
          add(part.start, next?.start ?? part.end, '');
        });
        return;
      }
      default:
    }
  }

  function changeSql(node) {
    for (const [pattern, text] of SQL_SWAPS) {
      for (const { 0: all, index } of textOf(node).matchAll(pattern)) {
        add(node.start + index, node.start + index + all.length, text);
      }
    }
  }

  walk(parseSync(file, source).program, null, '');
  return found.map((one) => ({ ...one, ...shown(source, one) }));
}

/** The line of a change and what it reads before and after, on one line each. */
function shown(source, { start, end, text }) {
  const from = source.lastIndexOf('\n', start - 1) + 1;
  const to = source.indexOf('\n', end);
  const ending = source.slice(end, to < 0 ? undefined : to);
  const flat = (line) => line.trim().replaceAll(/\s+/g, ' ');
  return {
    line: source.slice(0, start).split('\n').length,
    before: flat(source.slice(from, to < 0 ? undefined : to)),
    after: flat(source.slice(from, start) + text + ending),
  };
}
