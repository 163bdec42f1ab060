import type { QueueRow } from '#shared/contract/ticket.ts';
import { create } from 'zustand';

/** A ticket of which a remark is to be written, and what it says so far. */
type Remarked = Pick<QueueRow, 'id' | 'number' | 'remark'>;

export const useRemark = create<{ readonly wish: Remarked | null }>()(() => ({ wish: null }));

export function writeRemark({ id, number, remark }: Remarked): void {
  useRemark.setState({ wish: { id, number, remark } });
}

export function closeRemark(): void {
  useRemark.setState({ wish: null });
}
