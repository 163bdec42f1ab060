import { encipher } from './encipher.ts';
import { fetchCopy } from './fetch-copy.ts';
import { makeCopy } from './make-copy.ts';
import { putCopy } from './put-copy.ts';

/** What the copying program can be asked. Every order and answer is plain JSON. */
export const childTasks = { make: makeCopy, put: putCopy, fetch: fetchCopy, encipher } as const;

type ChildTasks = typeof childTasks;
export type ChildOrder = Parameters<ChildTasks[keyof ChildTasks]>[0];
export type ChildAnswer<T extends keyof ChildTasks> = Awaited<ReturnType<ChildTasks[T]>>;
