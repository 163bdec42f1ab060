export function lockedPackage(name: string): string;
export function fetchedPackage(name: string, version: string, integrity: string): string;
