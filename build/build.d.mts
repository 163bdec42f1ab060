import type { UserConfig } from 'vite';

export const pages: readonly string[];
export function pageConfig(): Promise<UserConfig>;
export function stampOf(paths: readonly string[]): string;
export function isBuilt(): boolean;
export function ensureBuilt(done?: boolean): Promise<void>;
