/** Where the user of this PC keeps secrets, as the operating system offers it; host mode has none. */
export type SystemKeys = {
  /** Whether it really keeps them. */
  available(): Promise<boolean>;
  /** Bytes as a text that only this user on this PC can turn back. */
  wrap(bytes: Buffer): Promise<string>;
  /** Rejects where the text was made by another user or on another PC. `isOld`: it should be wrapped anew. */
  unwrap(text: string): Promise<{ readonly bytes: Buffer; readonly isOld: boolean }>;
};
