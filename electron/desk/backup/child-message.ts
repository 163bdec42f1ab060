import type { CopyTrouble } from '#shared/contract/backup-words.ts';
import type { ChildOrder } from './child-tasks.ts';

export type ToChild = ChildOrder;

/** `moved` tells that it goes on: a place that says nothing for long is given up. */
export type FromChild =
  | { readonly kind: 'moved' }
  | { readonly kind: 'done'; readonly value: unknown }
  | { readonly kind: 'failed'; readonly trouble: CopyTrouble; readonly detail: string };
