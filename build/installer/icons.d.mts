export const resources: string;
export const iconSizes: readonly number[];
export function drawingDigest(): string;
