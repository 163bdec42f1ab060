import { closeSync } from 'node:fs';

/**
 * A file that is held open. Its number is refused once it was closed: by then it may be another file's, and what comes late
 * must not be read from that one or written into it.
 */
export function heldFile(handle: number): { readonly handle: number; close(): void } {
  let isOpen = true;
  return {
    get handle() {
      if (!isOpen) throw new Error('the file was closed');
      return handle;
    },
    close() {
      if (!isOpen) return;
      isOpen = false;
      closeSync(handle);
    },
  };
}
