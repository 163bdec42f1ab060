import type { DayStatus } from '#shared/contract/day.ts';
import type { Office } from '#shared/contract/office.ts';
import type { SheetFormat } from '#shared/domain/printing/sheet-format.ts';
import type { ShownPack } from '#shared/contract/rules.ts';
import type { QueueBoard, QueueRow } from '#shared/contract/ticket.ts';
import { drawPaper, type DrawnSheet } from '#renderer/paper/slip/draw-sheet.tsx';
import { AS_DRAWN, placeSheet, type Placing } from '#renderer/paper/place-sheet.ts';
import { CALL_RULE_MARGINS, CallRuleSheet } from '#renderer/paper/handout/call-rule-sheet.tsx';
import { catalogue } from '#shared/text/catalogue.ts';
import type { Language } from '#shared/domain/language.ts';
import type { ReactElement } from 'react';
import { OpenTickets, Referrals } from './day-lists.tsx';
import { handoutFacts, type WishedPaper } from './facts.ts';
import type { HandoutProps } from './handout-sheet.tsx';
import { LIST_MARGINS, pageNumberBox } from './list-paper.tsx';
import { PosterSheet } from './poster-sheet.tsx';
import { RulesList } from './rules-list.tsx';
import { isHandout, type HandoutId, type ListId, type SheetOrder } from './sheets.ts';
import { sheetWords } from './sheet-words.tsx';
import { ActivateSheet, InstallSheet, LevelOneSheet } from './step-sheets.tsx';
import { LevelsSheet, LockSheet, PapersSheet } from './table-sheets.tsx';
import { LoudspeakerSheet, PortalSheet, UseSheet } from './use-sheets.tsx';
import { TestPage } from './test-page.tsx';

/** What the sheets are made of, as the desk gave it at the instant `at`. */
export type Material = {
  readonly at: string;
  readonly office: Office;
  readonly pack: ShownPack;
  readonly day: DayStatus;
  readonly board: QueueBoard;
  readonly tickets: readonly QueueRow[];
  readonly papers: readonly WishedPaper[];
};

const sheets: Record<HandoutId, (handout: HandoutProps) => ReactElement> = {
  install: InstallSheet,
  'level-1': LevelOneSheet,
  activate: ActivateSheet,
  levels: LevelsSheet,
  papers: PapersSheet,
  lock: LockSheet,
  portal: PortalSheet,
  use: UseSheet,
  loudspeaker: LoudspeakerSheet,
  'poster-office': PosterSheet,
  'poster-school': PosterSheet,
};

/** The sheet itself, the same for preview, paper and PDF. */
export function OrderedSheet({
  order,
  material,
}: {
  readonly order: SheetOrder;
  readonly material: Material;
}) {
  const { sheet, format, language } = order;
  if (!isHandout(sheet)) return listSheet(sheet, format, language, material);
  const facts = handoutFacts(material.office, material.pack, material.papers, language);
  const own = material.office.settings.handoutTexts[`${sheet}.${language}`];
  const Drawn = sheets[sheet];
  return (
    <Drawn
      sheet={sheet}
      format={format}
      language={language}
      facts={facts}
      words={sheetWords(sheet, language, own, facts.words)}
    />
  );
}

function listSheet(sheet: ListId, format: SheetFormat, language: Language, material: Material): ReactElement {
  const { office, day, at, pack, board, tickets } = material;
  switch (sheet) {
    case 'tickets':
      return <OpenTickets office={office} language={language} day={day} at={at} board={board} />;
    case 'referrals':
      return <Referrals office={office} language={language} day={day} at={at} tickets={tickets} />;
    case 'rules':
      return <RulesList office={office} pack={pack} language={language} />;
    case 'test-page':
      return <TestPage format={format} language={language} at={at} />;
    case 'call-rule':
      return <CallRuleSheet office={office} packHotline={hotlineOf(pack)} />;
  }
}

function hotlineOf(pack: ShownPack): string {
  const value = pack.values.find(({ path }) => path === 'hotline')?.value;
  return typeof value === 'string' ? value : '';
}

/** Draws a sheet for printing, where its printer needs it. */
export function drawHandout(
  place: HTMLElement,
  order: SheetOrder,
  material: Material,
  placing: Placing = AS_DRAWN,
): Promise<DrawnSheet> {
  const { sheet, format, language } = order;
  const isList = !isHandout(sheet) && sheet !== 'test-page' && sheet !== 'call-rule';
  const list = { usual: LIST_MARGINS, boxes: pageNumberBox(catalogue(language).handout.list.page) };
  return drawPaper(place, <OrderedSheet order={order} material={material} />, language, (drawn) =>
    placeSheet(drawn, {
      format,
      placing,
      ...(isList ? list : {}),
      ...(sheet === 'call-rule' ? { usual: CALL_RULE_MARGINS, isWholePage: true } : {}),
    }),
  );
}
