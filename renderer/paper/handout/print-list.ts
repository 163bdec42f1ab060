import { AS_DRAWN, placeSheet } from '#renderer/paper/place-sheet.ts';
import { printAlone } from '#renderer/paper/print-alone.ts';
import { drawPaper } from '#renderer/paper/slip/draw-sheet.tsx';
import type { Language } from '#shared/domain/language.ts';
import { catalogue } from '#shared/text/catalogue.ts';
import type { ReactNode } from 'react';
import { LIST_MARGINS, pageNumberBox } from './list-paper.tsx';

/** Prints a list on A4 through the print dialogue; nothing of it is stored. False where it was not printed. */
export function printList(drawing: ReactNode, language: Language): Promise<boolean> {
  const { page } = catalogue(language).handout.list;
  return printAlone((place) =>
    drawPaper(place, drawing, language, (sheet) =>
      placeSheet(sheet, {
        format: 'a4',
        placing: AS_DRAWN,
        usual: LIST_MARGINS,
        boxes: pageNumberBox(page),
      }),
    ),
  );
}
