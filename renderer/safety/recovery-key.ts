import { create } from 'zustand';

/** A recovery key that was just made and is shown once; in the memory of this window only. */
export const useRecoveryKey = create<{ readonly made: string | null }>()(() => ({ made: null }));

export function showRecoveryKey(made: string): void {
  useRecoveryKey.setState({ made });
}

export function forgetRecoveryKey(): void {
  useRecoveryKey.setState({ made: null });
}
