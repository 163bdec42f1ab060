/** No input of the contract nests deeper than this; a text of brackets alone can nest deep enough to exhaust the stack. */
const deepestLevel = 40;

/** Whether JSON nests deeper than any input may. Walks it level by level, so depth itself costs no stack. */
export function isTooDeep(payload: unknown): boolean {
  let level = [payload];
  for (let depth = 0; depth <= deepestLevel; depth += 1) {
    level = level.flatMap((value) =>
      typeof value === 'object' && value !== null ? Object.values(value) : [],
    );
    if (level.length === 0) return false;
  }
  return true;
}
