import { knownFormat, type SheetFormat } from '#shared/domain/printing/sheet-format.ts';
import { knownLanguage } from '#shared/domain/language.ts';
import { formatsOf, SHEETS, type SheetOrder } from './sheets.ts';

export type HandoutOrder = SheetOrder & { readonly auto: boolean };

/** Reads `#handout=level-1&format=a5&language=en&auto=1`; undefined where no known sheet is named. */
export function readHandoutOrder(hash: string): HandoutOrder | undefined {
  const words = new URLSearchParams(hash.replace(/^#/, ''));
  const form = `${words.get('handout')}.${words.get('language') ?? 'vi'}`;
  const order = readForm(form, knownFormat(words.get('format')));
  return order === undefined ? undefined : { ...order, auto: words.get('auto') === '1' };
}

/** The sheet that a stored job names, such as `level-1.en`; on its usual paper where it does not exist for this one. */
export function readForm(form: string, format: SheetFormat | undefined): SheetOrder | undefined {
  const [name, spoken] = form.split('.');
  const sheet = SHEETS.find((one) => one === name);
  if (sheet === undefined) return undefined;
  const formats = formatsOf(sheet);
  const usable = formats.find((one) => one === format) ?? formats[0];
  if (usable === undefined) return undefined;
  return { sheet, format: usable, language: knownLanguage(spoken) };
}

/** How a stored job names a sheet. */
export function formOf({ sheet, language }: Pick<SheetOrder, 'sheet' | 'language'>): string {
  return `${sheet}.${language}`;
}
