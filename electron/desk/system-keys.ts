/** Where the user of this PC keeps secrets, as the operating system offers it; host mode has none. */
export type SystemKeys = {
  /** Bytes as a text that only this user on this PC can turn back. Rejects where the system offers no real keeping. */
  wrap(bytes: Buffer): Promise<string>;
  /** Rejects where the text was made by another user or on another PC. */
  unwrap(text: string): Promise<Buffer>;
};
