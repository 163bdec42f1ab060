import type { Dialect } from '../shared/domain/voice/read-number.ts';

export function vietnameseUnits(spoken: Dialect): Map<string, string>;
export function englishUnits(): Map<string, string>;
