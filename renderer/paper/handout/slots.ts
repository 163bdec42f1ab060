import { FILLED, type HandoutFacts } from './facts.ts';

const SLOT = /\{([^{}]*)\}/gu;

/** Names in braces that nothing can fill. */
export function unknownSlots(line: string): readonly string[] {
  return [...line.matchAll(SLOT)]
    .map(([, name]) => name ?? '')
    .filter((name) => !FILLED.some((one) => one === name));
}

/** The line with its facts in it; null when it is empty or a fact is not known. */
export function filledLine(line: string, facts: HandoutFacts['words']): string | null {
  let whole = line.trim() !== '';
  const filled = line.replaceAll(SLOT, (_slot, name: string) => {
    const said = (facts as Readonly<Record<string, string | undefined>>)[name];
    if (said === undefined) whole = false;
    // A number never parts from its unit.
    return said?.replaceAll(' ', '\u00a0') ?? '';
  });
  return whole ? filled : null;
}
