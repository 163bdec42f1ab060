import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { passphrase, type Secret } from '#shared/contract/secret.ts';
import { defaultDataFolder } from './data-folder.ts';
import { rendererFolder } from './program-files.ts';

/** What the command line of the host asks for. */
export type HostArguments = {
  data: string;
  port: number | undefined;
  renderer: string;
  moved: boolean;
  restore: string | undefined;
  from: string | undefined;
  numbers: string | undefined;
  given: Secret | undefined;
  starter: string | undefined;
  wish: { at: string; code: string } | undefined;
};

/** Throws an Error with what is wrong about them. */
export function hostArguments(args: readonly string[]): HostArguments {
  const { values } = parseArgs({
    args: [...args],
    options: {
      data: { type: 'string' },
      port: { type: 'string' },
      renderer: { type: 'string' },
      moved: { type: 'boolean' },
      restore: { type: 'string' },
      from: { type: 'string' },
      numbers: { type: 'string' },
      'passphrase-file': { type: 'string' },
      recover: { type: 'string' },
      starter: { type: 'string' },
      join: { type: 'string' },
      code: { type: 'string' },
    },
  });
  return {
    data: values.data ? resolve(values.data) : defaultDataFolder(),
    port: values.port === undefined ? undefined : portOf(values.port),
    renderer: values.renderer ? resolve(values.renderer) : rendererFolder,
    moved: values.moved ?? false,
    restore: values.restore,
    from: values.from,
    numbers: values.numbers,
    given: givenSecret(values['passphrase-file'], values.recover),
    starter: starterFile(values.starter, values['passphrase-file']),
    wish: joinWish(values.join, values.code),
  };
}

/** A port of a command line, 0 for any that is free. Throws an Error with what is wrong about it. */
export function portOf(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535) throw new Error(`cổng “${text}” không hợp lệ`);
  return port;
}

function starterFile(file: string | undefined, passphraseFile: string | undefined): string | undefined {
  if (file !== undefined && passphraseFile === undefined)
    throw new Error('--starter cần --passphrase-file, mật khẩu của tệp mở máy');
  return file;
}

function joinWish(
  at: string | undefined,
  code: string | undefined,
): { at: string; code: string } | undefined {
  if (at === undefined && code === undefined) return undefined;
  if (at === undefined || code === undefined) throw new Error('--join và --code đi cùng nhau');
  return { at, code };
}

/** Notepad and PowerShell write UTF-16, too: as the wrong signs it would be a passphrase that nobody can type. */
function textOf(bytes: Buffer): string {
  const isWide = bytes[0] === 0xff && bytes[1] === 0xfe;
  return bytes.toString(isWide ? 'utf16le' : 'utf8').replace(/^\uFEFF/, '');
}

/** A secret is handed over in a file: a command line is seen by every user of the PC. Throws a sentence. */
function givenSecret(
  passphraseFile: string | undefined,
  recoveryFile: string | undefined,
): Secret | undefined {
  const file = passphraseFile ?? recoveryFile;
  if (file === undefined) return undefined;
  let words: string;
  try {
    words = textOf(readFileSync(file)).replace(/[\r\n]+$/, '');
  } catch {
    throw new Error(`không đọc được tệp “${file}”`);
  }
  if (passphraseFile === undefined) return { recoveryKey: words.trim() };
  if (words.length < 8) throw new Error('mật khẩu trong tệp cần ít nhất 8 ký tự');
  // On a screen it could be typed by nobody.
  if (/\p{Cc}|\uFFFD/u.test(words) || !passphrase.safeParse(words).success)
    throw new Error('tệp mật khẩu chỉ được có một dòng chữ, không quá 200 ký tự');
  return { passphrase: words };
}
