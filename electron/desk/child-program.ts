/** A program of its own beside the desk: what it opens and closes never touches the locks of this one. */
export type ChildProgram = {
  send(order: unknown): void;
  onMessage(hear: (message: unknown) => void): void;
  /** Told once, however it ended. */
  onEnd(hear: () => void): void;
  /** Ends it wherever it stands. */
  stop(): void;
};

/** Starts one of the program's own files as a program of its own. */
export type StartChild = (file: string) => ChildProgram;
