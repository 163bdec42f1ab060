import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Download, Page } from '@playwright/test';
import type { LevelOutput } from '#shared/contract/level.ts';
import { LANGUAGES } from '#shared/domain/language.ts';
import { levelWords, levelWordsVi } from '#shared/text/level-words.ts';
import { dayFileOf, sender, type Sender } from '#tests/support/day-files.ts';
import { sharedServer } from '#tests/support/postgres.ts';
import { wantsAll } from '#tests/support/sizes.ts';
import { axeFaults } from './axe-faults.ts';
import { expect, printedSheets, test } from './desk-test.ts';
import { fitFaults, sizesOf } from './fit-faults.ts';
import { Officer } from './officer.ts';
import { ask, openLevel, runLevel } from './running-level.ts';
import { brokenTexts, shownTexts, vietnameseLeft } from './shown-text.ts';

const words = levelWordsVi;
async function setUp(officer: Officer, name: string, code: string, receiver: string): Promise<void> {
  await expect(officer.page.getByLabel(words.level.setUp.name)).toBeFocused();
  await officer.type(name);
  await officer.press('Tab');
  await officer.type(code);
  await officer.press('Tab');
  await officer.type(receiver);
  await officer.press('Enter');
  await expect(officer.page.getByRole('button', { name: words.level.setUp.register })).toBeFocused();
  await officer.press('Enter');
  await expect(officer.page.getByRole('region', { name: words.levelOffices.register.title })).toBeVisible();
}

async function choose(officer: Officer, files: readonly string[]): Promise<void> {
  await expect(officer.page.getByRole('listbox', { name: words.level.board.list })).toBeFocused();
  const chooser = officer.page.waitForEvent('filechooser');
  // The browser has been told to hand the dialogue over by the time it answers this.
  await officer.page.evaluate(() => undefined);
  await officer.press('F2');
  await (await chooser).setFiles([...files]);
}

async function downloaded(page: Page, work: () => Promise<void>): Promise<Download> {
  const [download] = await Promise.all([page.waitForEvent('download'), work()]);
  return download;
}

/** Files of a day from forty offices: three corrected, one forged, two that send nothing. */
function writeFiles(folder: string, senders: readonly Sender[], day: string): string[] {
  mkdirSync(folder, { recursive: true });
  const write = (name: string, bytes: Buffer): string => {
    const file = join(folder, name);
    writeFileSync(file, bytes);
    return file;
  };
  return senders.slice(2).flatMap((office, index) => {
    const first = dayFileOf(office, day);
    if (index === 3)
      return [
        write(`${office.code}-sua.json`, Buffer.from(first.toString().replace('"issued":', '"issued":1'))),
      ];
    const files = [write(`${office.code}-1.json`, first)];
    return index < 3
      ? [...files, write(`${office.code}-2.json`, dayFileOf(office, day, { version: 2 }))]
      : files;
  });
}

/** Files let go over the window. */
async function drop(page: Page, files: readonly { readonly name: string; readonly bytes: Buffer }[]) {
  const dataTransfer = await page.evaluateHandle(
    (all) => {
      const transfer = new DataTransfer();
      for (const { name, base64 } of all)
        transfer.items.add(new File([Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))], name));
      return transfer;
    },
    files.map(({ name, bytes }) => ({ name, base64: bytes.toString('base64') })),
  );
  await page.dispatchEvent('body', 'drop', { dataTransfer });
}

/** What the level of an engine is started with; skips the test where there is no server. */
async function argsFor(engine: LevelOutput<'level.state'>['engine']): Promise<string[]> {
  if (engine === 'sqlite') return [];
  const server = await sharedServer();
  const reason = typeof server === 'string' ? server : null;
  test.skip(reason !== null, `no server of PostgreSQL: ${reason ?? ''}`);
  return typeof server === 'string' ? [] : ['--database', await server.newDatabase()];
}

const received = (page: Page) => page.getByText(words.level.board.received, { exact: true }).locator('..');

test.describe('the receiving level', () => {
  test.skip(({ shell }) => shell === 'electron', 'the level is served to browsers');

  test('registers forty offices, takes their files, prints who is missing, and a second level accepts its signed sum', async ({
    windows,
  }) => {
    await runLevel(async (level) => {
      const officer = await openLevel(windows, level);
      const { page } = officer;
      await setUp(officer, 'Công an tỉnh Lam Giang', 'LG', 'Cục C06');

      const senders = Array.from({ length: 40 }, (_, index) => sender(index + 1));
      await officer.press('F6');
      const pasted = page.getByRole('dialog').getByRole('textbox');
      await expect(pasted).toBeFocused();
      await officer.type(
        senders
          .map(({ code, name, key }, index) =>
            [code, name, `Cụm ${index % 3}`, `0200 000 0${index}`, key.publicKey].join('\t'),
          )
          .join('\n'),
      );
      const run = page.getByRole('button', { name: words.levelOffices.many.run('40') });
      await expect(run).toBeFocused();
      await officer.press('Enter');
      await expect(
        page.getByRole('button', { name: words.levelOffices.many.done, exact: true }),
      ).toBeFocused();
      await officer.press('Enter');

      const { reportOf: day } = await ask(level, 'level.state', {});
      const folder = join(level.dataFolder, 'files');
      const files = writeFiles(folder, senders, day);
      await officer.press('Alt+1');
      await expect(received(page)).toContainText('0 / 40');
      await choose(officer, files);
      await expect(received(page)).toContainText('37 / 40');
      await expect(page.getByText(words.level.board.agrees('37'))).toBeVisible();
      await expect(page.getByRole('alert')).toContainText(senders[5]?.name ?? '');
      await officer.press('Alt+g');
      await expect(page.getByRole('alert')).toHaveCount(0);

      const board = await ask(level, 'level.day', { businessDay: day });
      expect(
        board.received.filter(({ state, version }) => state !== 'missing' && version === 2),
      ).toHaveLength(3);
      expect(new Set(board.missing.map(({ code }) => code))).toEqual(
        new Set([0, 1, 5].map((index) => senders[index]?.code)),
      );

      await officer.press('F8');
      await expect(page.getByRole('dialog').getByRole('row')).toHaveCount(4);
      await officer.press('Enter');
      await expect.poll(async () => (await printedSheets(page)).length).toBe(1);
      const [sheet = ''] = await printedSheets(page);
      for (const office of board.missing) expect(sheet).toContain(office.name);
      expect(sheet).toContain('0200 000 00');
      await officer.press('Escape');
      // The Enter comes with the dialog, and not to the list behind it.
      await Promise.all([officer.press('F8'), officer.press('Enter')]);
      await expect.poll(async () => (await printedSheets(page)).length).toBe(2);
      await officer.press('Escape');

      await officer.press('Alt+2');
      // Until the hour of the pack nobody lacks the day.
      await expect(page.getByText(words.levelPeriod.sum(board.isOver ? '40' : '37'))).toBeVisible();
      const book = await downloaded(page, () => officer.press('Alt+s'));
      expect(book.suggestedFilename()).toMatch(/\.xlsx$/);
      expect(
        readFileSync(await book.path())
          .subarray(0, 2)
          .toString(),
      ).toBe('PK');

      await officer.press('Alt+1');
      await expect(page.getByRole('listbox', { name: words.level.board.list })).toBeFocused();
      await officer.press('F9');
      await expect(page.getByRole('button', { name: words.level.sign.run })).toBeFocused();
      const signed = await downloaded(page, () => officer.press('Enter'));
      const sum = join(folder, signed.suggestedFilename());
      await signed.saveAs(sum);
      await expect(page.getByText(words.level.board.current)).toBeVisible();

      const own = await ask(level, 'level.state', {});
      await runLevel(async (above) => {
        const clerk = await openLevel(windows, above);
        await setUp(clerk, 'Ban chỉ đạo', 'BCD', 'Chính phủ');
        const form = clerk.page.getByRole('region', { name: words.levelOffices.register.title });
        await clerk.tabTo(form.getByLabel(words.levelOffices.register.code));
        await clerk.type('LG');
        await clerk.tabTo(form.getByLabel(words.levelOffices.register.name));
        await clerk.type('Công an tỉnh Lam Giang');
        await clerk.tabTo(form.getByLabel(words.levelOffices.register.key));
        await clerk.type(own.publicKey);
        await clerk.tabTo(form.getByRole('button', { name: words.levelOffices.register.save, exact: true }));
        await clerk.press('Enter');
        await expect(clerk.page.getByRole('option', { name: 'Công an tỉnh Lam Giang' })).toBeVisible();
        await clerk.press('Alt+1');
        await choose(clerk, [sum]);
        await expect(received(clerk.page)).toContainText('1 / 1');
        const sums = await ask(above, 'level.day', { businessDay: day });
        expect(sums.totals).toEqual(board.totals);
        expect(sums.received).toMatchObject([{ code: 'LG', signed: true }]);
        await clerk.page.close();
      });
      await page.close();
    });
  });

  // What the engines do is the same by tests/level; here one shows it on the screen.
  const engines = wantsAll('ENGINES') ? (['sqlite', 'postgresql'] as const) : (['sqlite'] as const);
  for (const engine of engines)
    test(
      `in ${engine}: a drop, the list for telephoning with a note, two versions compared on paper, an export`,
      { tag: '@slow' },
      async ({ windows }) => {
        const args = await argsFor(engine);
        await runLevel(async (level) => {
          await ask(level, 'level.set-up', { code: 'LG', name: 'Lam Giang', receivingLevel: 'C06' });
          const senders = Array.from({ length: 6 }, (_, index) => sender(index + 1));
          for (const { code, name, key } of senders)
            await ask(level, 'office.register', { code, name, publicKey: key.publicKey, telephone: '0200' });
          const state = await ask(level, 'level.state', {});
          expect(state.engine).toBe(engine);
          const { reportOf: day } = state;
          const [first, ...others] = senders.slice(2);
          if (first === undefined) throw new Error('made');
          const officer = await openLevel(windows, level);
          const { page } = officer;
          await expect(received(page)).toContainText('0 / 6');
          await drop(page, [
            { name: 'hai.json', bytes: dayFileOf(first, day, { version: 2 }) },
            { name: 'mot.json', bytes: dayFileOf(first, day) },
            ...others.map((office) => ({ name: `${office.code}.json`, bytes: dayFileOf(office, day) })),
            { name: 'ca-ngay.zip', bytes: Buffer.from('PK\u0003\u0004') },
          ]);
          await expect(received(page)).toContainText('4 / 6');
          await expect(page.getByText(words.level.board.agrees('4'))).toBeVisible();
          await expect(page.getByRole('alert')).toContainText(words.levelReceive.reason['an-archive']);
          await officer.press('Alt+g', 'F8');
          const list = page.getByRole('dialog');
          const [missing = { name: '' }] = senders;
          const write = list.getByRole('button', { name: words.level.callNote.writeFor(missing.name) });
          await officer.tabTo(write);
          await officer.press('Enter');
          await officer.type('đã gọi 9h, máy hỏng');
          await officer.press('Enter');
          await expect(list.getByText('đã gọi 9h, máy hỏng')).toBeVisible();
          await list
            .getByRole('button', { name: words.level.missingSheet.print, exact: true })
            .press('Enter');
          await expect.poll(async () => (await printedSheets(page)).length).toBe(1);
          expect((await printedSheets(page))[0]).toContain('đã gọi 9h, máy hỏng');
          await officer.press('Escape');
          await page.getByRole('option', { name: new RegExp(`${first.name.slice(-6)} `) }).dblclick();
          await expect(page.getByRole('columnheader', { name: words.levelOffice.delta })).toBeVisible();
          await officer.press('F8');
          await expect.poll(async () => (await printedSheets(page)).length).toBe(2);
          const compared = (await printedSheets(page)).find((sheet) => sheet.includes(first.code)) ?? '';
          expect(compared).toContain(words.levelOffice.sheet.against('2', '1'));
          await officer.press('Escape', 'Alt+2');
          await expect(page.getByRole('button', { name: words.levelPeriod.paper.title })).toBeVisible();
          const book = await downloaded(page, () => officer.press('Alt+s'));
          expect(book.suggestedFilename()).toMatch(/\.xlsx$/);
          await officer.press('Alt+4');
          await expect(page.getByRole('option', { name: first.code })).toBeVisible();
          const table = await ask(level, 'office.table', {});
          await drop(page, [{ name: table.fileName, bytes: Buffer.from(table.base64, 'base64') }]);
          await expect(list.getByText(words.levelOffices.many.counts.same('6'))).toBeVisible();
          expect(await ask(level, 'level.check', {})).toMatchObject({ whole: true });
          await page.close();
        }, args);
      },
    );

  for (const language of LANGUAGES)
    test(`every page fits and is clean by axe, in ${language}`, { tag: '@slow' }, async ({ windows }) => {
      await runLevel(async (level) => {
        const senders = Array.from({ length: 6 }, (_, index) => ({
          ...sender(index + 1),
          name:
            index === 0
              ? 'Ward with quite a long name on the far side of the river, part two'
              : `Ward ${index}`,
        }));
        const names = { code: 'LG', name: 'Province of Rivers', receivingLevel: 'Bureau' };
        await ask(level, 'level.set-up', names);
        for (const { code, name, key } of senders)
          await ask(level, 'office.register', {
            code,
            name,
            group: 'North',
            publicKey: key.publicKey,
            telephone: '0200',
          });
        const { reportOf: day } = await ask(level, 'level.state', {});
        for (const office of senders.slice(1))
          await ask(level, 'file.receive', {
            fileName: `${office.code}.json`,
            base64: dayFileOf(office, day).toString('base64'),
          });
        const target = {
          officeCode: 'XA-0002',
          level: 'level-2',
          from: '2026-01-01',
          dueOn: '2027-12-31',
        } as const;
        await ask(level, 'target.set', { ...target, target: 900, before: 120 });

        const page = await windows.newPage();
        await page.addInitScript(
          (state) => localStorage.setItem('desk-language', JSON.stringify({ state, version: 0 })),
          { language },
        );
        await page.goto(await level.address('level'));
        const officer = new Officer(page);
        const shown = levelWords(language);
        await expect(page.getByText(shown.level.board.received, { exact: true })).toBeVisible();
        const own = [
          'Tiếng Việt',
          ...referralPlaces(await ask(level, 'level.causes', { from: day, to: day })),
        ];
        const stops: readonly (readonly [string, () => Promise<void>])[] = [
          ['board', () => officer.press('Alt+1')],
          ['missing', () => officer.press('F8')],
          ['sign', () => officer.press('Escape', 'F9')],
          ['office', () => officer.press('Escape', 'Enter')],
          ['period', () => officer.press('Escape', 'Alt+2')],
          ['paper', () => page.getByRole('button', { name: shown.levelPeriod.paper.title }).press('Enter')],
          ['causes', () => officer.press('Escape', 'Alt+3')],
          ['offices', () => officer.press('Alt+4')],
          ['many', () => officer.press('F6')],
          ['settings', () => officer.press('Escape', 'Alt+5')],
        ];
        const faults: Record<string, unknown> = {};
        for (const [turn, [place, go]] of stops.entries()) {
          await go();
          await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
          const note = (kind: string, found: readonly string[]) => {
            if (found.length > 0) faults[`${place} ${kind}`] = found;
          };
          for (const size of sizesOf(turn)) {
            await page.setViewportSize(size);
            note(`fit at ${size.width}`, await fitFaults(page));
          }
          note('axe', await axeFaults(page));
          const texts = await shownTexts(page);
          note('broken', brokenTexts(texts));
          if (language === 'en') note('Vietnamese', vietnameseLeft(texts, own));
        }
        expect(faults).toEqual({});
        await page.close();
      });
    });
});

function referralPlaces({ referrals, notes }: LevelOutput<'level.causes'>): string[] {
  return [...referrals.flatMap(({ place }) => place ?? []), ...notes.map(({ text }) => text)];
}
