import type { HandoutText } from '#shared/domain/office/settings.ts';
import type { Language } from '#shared/domain/language.ts';
import { Fragment, type ReactNode } from 'react';
import type { HandoutFacts } from './facts.ts';
import { shippedText, type HandoutId } from './sheets.ts';
import { filledLine } from './slots.ts';

/** What a handout says: the office's own words where it has any, the shipped ones elsewhere. */
export type SheetWords = {
  readonly title: string;
  /** How many lines, the title included, are the office's own. */
  readonly own: number;
  /** The line as it goes to paper, or null when it is left out. */
  readonly say: (name: string) => ReactNode;
};

export function sheetWords(
  sheet: HandoutId,
  language: Language,
  own: HandoutText | undefined,
  facts: HandoutFacts['words'],
): SheetWords {
  const shipped = shippedText(sheet, language);
  const title = own?.title ?? '';
  const ownLines = Object.entries(own?.lines ?? {}).filter(
    ([name, line]) => name in shipped.lines && line !== shipped.lines[name],
  );
  const lines: Readonly<Record<string, string>> = { ...shipped.lines, ...Object.fromEntries(ownLines) };
  return {
    title: title === '' ? shipped.title : title,
    own: ownLines.length + (title === '' || title === shipped.title ? 0 : 1),
    say: (name) => {
      const line = filledLine(lines[name] ?? '', facts);
      return line === null ? null : marked(line);
    },
  };
}

/** Every second part between `**` is bold. */
function marked(line: string): ReactNode {
  return line
    .split('**')
    .map((part, index) => <Fragment key={index}>{index % 2 === 1 ? <b>{part}</b> : part}</Fragment>);
}
