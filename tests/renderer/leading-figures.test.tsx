import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { daySheet } from '#electron/books/day-sheets.ts';
import { DayReportSheet } from '#renderer/paper/report/report-day.tsx';
import type { DayReport } from '#shared/domain/report/day-report.ts';
import { leadingOf } from '#shared/domain/report/leading.ts';
import { vi } from '#shared/text/vi.ts';
import { openTestDesk, type TestDesk } from '#tests/support/test-desk.ts';

/** The figures that stand first on paper and in the book, in their order. */
function firstOf(desk: TestDesk, report: DayReport): { paper: string[]; book: string[] } {
  const office = desk.call('office.show', {});
  if (office === null) throw new Error('no office');
  const names = Object.values(vi.report.leading);
  const material = { kind: 'day', office, signedOn: report.businessDay, report, campaigns: [] } as const;
  const paper = renderToStaticMarkup(<DayReportSheet material={material} text={vi} language="vi" />);
  const { cells } = daySheet(report, { language: 'vi', training: false, at: desk.clock.now() });
  return {
    paper: names.filter((name) => paper.includes(`<b>${name}</b>`)),
    book: names.filter((name) => cells.some(({ value }) => value === name)),
  };
}

test('the figures an office leads with stand first on paper and in the book; a closed day keeps those it was closed with', () => {
  const desk = openTestDesk();
  const businessDay = '2026-11-20';
  const live = () => desk.call('report.day', { businessDay });
  expect(leadingOf(live())).toEqual(['files', 'activated']);
  desk.call('office.update', { settings: { leadingFigures: ['card-files', 'files', 'activated'] } });
  const { 'card-files': cardFiles, files, activated } = vi.report.leading;
  expect(firstOf(desk, live())).toEqual({
    paper: [cardFiles, files, activated],
    book: [cardFiles, files, activated],
  });
  desk.call('day.close', { businessDay });
  desk.call('office.update', { settings: { leadingFigures: ['issued'] } });
  expect(firstOf(desk, live()).book).toEqual([cardFiles, files, activated]);
  // Reports frozen before there was a choice have none.
  expect(leadingOf({ ...live(), leading: undefined })).toEqual(['files', 'activated']);
  expect(desk.refusal('office.update', { settings: { leadingFigures: [] } }).code).toBe('invalid-input');
});
