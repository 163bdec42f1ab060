import type { Lost, StartUpReason } from '#shared/contract/problem.ts';

/** Why a database is not opened. */
export class StoreRefusal extends Error {
  readonly reason: StartUpReason;
  readonly lost: Lost | undefined;
  constructor(reason: StartUpReason, detail: string, lost?: Lost) {
    super(detail);
    this.reason = reason;
    this.lost = lost;
  }
}
