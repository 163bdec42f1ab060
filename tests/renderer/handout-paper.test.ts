import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { SheetId } from '#renderer/paper/handout/sheets.ts';
import { formatsOf } from '#renderer/paper/handout/sheets.ts';
import { materialOf } from '#tests/support/handout-material.ts';
import { faults, pagesOf, PaperPress, readPdf, withoutPdftotext } from '#tests/support/paper-press.ts';
import { openTestDesk, type TestDesk } from '#tests/support/test-desk.ts';

vi.setConfig({ testTimeout: 60_000 });

let press: PaperPress;
beforeAll(async () => {
  press = await PaperPress.start();
}, 120_000);
afterAll(async () => {
  await press.stop();
});

/** Draws a sheet of a desk on its usual paper and gives back what stands on it. */
async function said(desk: TestDesk, sheet: SheetId): Promise<string> {
  const [format = 'a4'] = formatsOf(sheet);
  await press.handout({ sheet, format, language: 'vi' }, await materialOf(desk));
  return press.said();
}

describe('handouts', () => {
  test('own words are printed as text, marked as the office’s own, with codes of the stores it gave', async () => {
    const own = openTestDesk({
      settings: {
        storeAddresses: { appStore: 'https://kho.example/a', googlePlay: 'https://kho.example/b' },
        handoutTexts: {
          'install.vi': {
            title: 'Cài <b>VNeID</b>',
            lines: { install1: 'Hỏi **Ỷ** & “Ỵ” <i>', install3: '' },
          },
        },
      },
    });
    const installed = await said(own, 'install');
    for (const part of [
      'Cài <b>VNeID</b>',
      'Hỏi Ỷ & “Ỵ” <i>',
      'lời do đơn vị sửa',
      'App Store',
      'Google Play',
    ])
      expect(installed).toContain(part);
    expect(installed).not.toContain('Tải về');
    expect(await press.page.getByRole('img').count()).toBe(3);
    await said(openTestDesk({ settings: { storeAddresses: { appStore: '', googlePlay: '' } } }), 'install');
    expect(await press.page.getByRole('img').count()).toBe(1);
  });

  test('the longest words an office can store run on to a second page rather than off the sheet', async () => {
    const lines = Object.fromEntries(
      Array.from({ length: 7 }, (_, index) => [`account${index + 1}`, 'Nghiêng '.repeat(20).trim()]),
    );
    await said(openTestDesk({ settings: { handoutTexts: { 'level-1.vi': { lines } } } }), 'level-1');
    expect(await faults(press.page, 7.6)).toEqual([]);
    expect(pagesOf(await press.pdf()).length).toBeLessThanOrEqual(2);
  });
});

test('the ruler of the test page is as long as it says', async () => {
  await said(openTestDesk(), 'test-page');
  const ruler = await press.page.evaluate(() => {
    const marks = [...document.querySelectorAll('svg[viewBox^="0 -2"] rect')].map((mark) =>
      mark.getBoundingClientRect(),
    );
    return ((marks.at(-1)?.top ?? 0) - (marks[0]?.top ?? 0)) / (96 / 25.4);
  });
  expect(ruler).toBeCloseTo(40, 1);
});

describe('lists', () => {
  test('open tickets and referrals name nobody in full, and only who belongs there', async () => {
    const day = openTestDesk();
    for (let index = 0; index < 34; index += 1) day.issue({ name: 'Trần Thị Bưởi' });
    const referred = day.finish(day.serveNext(), 'referred');
    const taken = day.finish(day.serveNext(), 'taken');
    const open = await said(day, 'tickets');
    expect(open).toContain('32 số.');
    expect(open).toContain('T. T. Bưởi');
    expect(open).not.toContain('Trần');
    for (const { number } of [referred, taken]) expect(open).not.toContain(number);
    const pdf = await press.pdf();
    expect(pagesOf(pdf)).toHaveLength(2);
    if (!withoutPdftotext) expect(readPdf(pdf)).toContain('Trang 2/2');

    const sent = await said(day, 'referrals');
    expect(sent).toContain(referred.number);
    expect(sent).not.toContain(taken.number);
    expect(sent).not.toContain('Trần');
  });

  test('without an open day the list says so instead of being empty', async () => {
    expect(await said(openTestDesk({ day: null }), 'tickets')).toContain('Chưa mở ngày làm việc');
  });

  test('rules carry their sources and leave no blank to fill', async () => {
    const desk = openTestDesk();
    const rules = await said(desk, 'rules');
    for (const { source } of desk.call('rules.show', {}).values) expect(rules).toContain(source);
  });
});
