import { useRef, useState, type ReactNode } from 'react';
import { readChosenFile, TABLE_ENDINGS } from './chosen-file.ts';

type FileChoiceWords = {
  readonly tooLarge: (mib: number) => string;
  readonly emptyFile: string;
  readonly wrongKind: string;
};

type FileChoice = {
  /** Has no place of its own on the page. */
  readonly input: ReactNode;
  /** Opens the window in which files are chosen. */
  readonly choose: () => void;
  /** Reads a file that came another way. */
  readonly read: (file: File) => Promise<void>;
  readonly isReading: boolean;
  /** Why the latest file is not taken, as a sentence. */
  readonly fault: string | null;
};

/** A file that somebody chooses, a table where nothing else is said: read here and handed to `ask`, which gives the sentence of a refusal. */
export function useFileChoice(
  label: string,
  words: FileChoiceWords,
  ask: (fileName: string, base64: string) => Promise<string | null>,
  endings: readonly string[] = TABLE_ENDINGS,
): FileChoice {
  const field = useRef<HTMLInputElement>(null);
  const [isReading, setReading] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const read = async (file: File) => {
    setFault(null);
    setReading(true);
    const bytes = await readChosenFile(file, endings);
    const faults = {
      'too-large': () => words.tooLarge(Math.ceil(file.size / 1024 / 1024)),
      empty: () => words.emptyFile,
      'wrong-kind': () => words.wrongKind,
    };
    setFault(bytes.ok ? await ask(file.name, bytes.base64) : faults[bytes.why]());
    setReading(false);
  };
  const input = (
    <input
      ref={field}
      type="file"
      accept={endings.join(',')}
      hidden
      aria-label={label}
      onChange={(event) => {
        const file = event.currentTarget.files?.[0];
        event.currentTarget.value = '';
        if (file !== undefined) void read(file);
      }}
    />
  );
  return { input, choose: () => field.current?.click(), read, isReading, fault };
}
