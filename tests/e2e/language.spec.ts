import { mkdirSync } from 'node:fs';
import { COUNTING } from '#shared/domain/voice/read-number.ts';
import { KEEP_DAYS } from '#shared/domain/person/keeping.ts';
import { catalogue } from '#shared/text/catalogue.ts';
import { en } from '#shared/text/en.ts';
import { vi } from '#shared/text/vi.ts';
import { wantsAll } from '#tests/support/sizes.ts';
import { expect, test } from './desk-test.ts';
import { fitFaults, sizesOf } from './fit-faults.ts';
import { Officer } from './officer.ts';
import { LONG_NAMES, playedMorning } from './played-morning.ts';
import { ask, openOffice } from './ready-office.ts';
import { ROAD_WORDS } from './road-work.ts';
import { brokenTexts, shownTexts, vietnameseLeft } from './shown-text.ts';
import { nameField } from './screens.ts';
import { TOUR } from './tour.ts';

const folder = 'test-results/pictures';
mkdirSync(folder, { recursive: true });

test.describe('inside the frame', () => {
  test.use({
    setup: {
      prepare: playedMorning({
        citizens: 170,
        minutes: 110,
        daysBefore: 1,
        atWork: [0],
        names: LONG_NAMES,
        road: true,
      }),
    },
  });

  test(
    'every screen speaks Vietnamese and English, and changes between them without a reload',
    { tag: '@slow' },
    async ({ page, host }) => {
      const spoken = en.settings.voice;
      const office = await ask(host, 'office.show', {});
      const people = await ask(host, 'ticket.list', {});
      const own = [
        ...people.flatMap(({ name }) => name ?? []),
        ...(office?.counters ?? []).map(({ name }) => name),
        ...(office?.series ?? []).map(({ name }) => name),
        ...(office?.settings.priorityClasses ?? []),
        office?.name ?? '',
        office?.receivingLevel ?? '',
        office?.settings.superior ?? '',
        office?.settings.address ?? '',
        ...(office?.settings.report.recipients ?? []),
        // Sources of the law are Vietnamese.
        KEEP_DAYS.source,
        // What the voice says is Vietnamese, too.
        ...Object.values(spoken.readings),
        ...Object.values(spoken.sentences),
        ...Object.values(spoken.voiceHint),
        ...Object.values(COUNTING).map((counting) => Object.values(counting).join(', ')),
        'Phạm Thị Hoàng Yến',
        ...ROAD_WORDS,
        'Tiếng Việt',
        vi.common.productName,
      ].filter((word) => word !== '');
      const officer = new Officer(page);
      await expect(nameField(page)).toBeFocused();
      await page.evaluate(() => (document.body.dataset['sinceLoad'] = 'yes'));
      let language: 'vi' | 'en' = 'vi';
      const left: Record<string, string[]> = {};
      for (const [place, stop] of TOUR.entries()) {
        await test.step(stop.name, async () => {
          await stop.go(officer, catalogue(language));
          for (const turn of [0, 1]) {
            await expect(page.locator('html')).toHaveAttribute('lang', language);
            const texts = await shownTexts(page);
            expect.soft(brokenTexts(texts), `${stop.name} in ${language}`).toEqual([]);
            for (const size of sizesOf(place + turn)) {
              await page.setViewportSize(size);
              expect.soft(await fitFaults(page), `${stop.name}, ${language}, ${size.width}`).toEqual([]);
            }
            if (language === 'en') {
              // The law, its sources and the names of its days off are Vietnamese.
              if (!/^(rules|handouts)/.test(stop.name)) left[stop.name] = vietnameseLeft(texts, own);
              if (process.env['LOOKS'] === 'all')
                await page.screenshot({ path: `${folder}/${stop.name}-en.png` });
            }
            const isOverlay = stop.name === 'palette' || stop.name === 'find';
            // Every screen is seen in English; in Vietnamese, which tests/e2e/pictures.spec.ts sees, each fifth, or all.
            const isBoth = language === 'vi' || place % 5 === 0 || wantsAll('LANGUAGES');
            if (turn === 1 || isOverlay || !isBoth) break;
            await officer.command(
              language === 'vi' ? 'english' : 'vietnamese',
              language === 'vi' ? 'English' : 'Tiếng Việt',
            );
            language = language === 'vi' ? 'en' : 'vi';
          }
        });
      }
      for (const [stop, texts] of Object.entries(left))
        expect.soft(texts, `Vietnamese left on ${stop}`).toEqual([]);
      expect(await page.evaluate(() => document.body.dataset['sinceLoad'])).toBe('yes');
      expect(Object.keys(left).length).toBeGreaterThan(TOUR.length * 0.7);
    },
  );
});

test('what is cut, covered or pushed out of the window is seen by the measure', async ({ host, page }) => {
  await openOffice(host);
  await expect(nameField(page)).toBeFocused();
  expect(await fitFaults(page)).toEqual([]);
  for (const [rule, fault] of [
    ['main button { width: 40px !important; overflow: hidden; }', /words cut|words out of their place/],
    ['label { max-width: 24px; overflow: hidden; white-space: nowrap; }', /words cut/],
    ['main section { margin-bottom: -60px !important; }', /over (words|control)|covered/],
    ['main { transform: translateX(90px); }', /cut/],
  ] as const) {
    const sheet = await page.evaluateHandle((css) => {
      const added = new CSSStyleSheet();
      added.replaceSync(css);
      document.adoptedStyleSheets = [added];
    }, rule);
    await sheet.dispose();
    expect.soft((await fitFaults(page)).join('\n'), rule).toMatch(fault);
  }
});

test('in English a counter is found by its English name, Ctrl+F finds people, and forced colours tell what is chosen', async ({
  host,
  page,
}) => {
  await openOffice(host);
  const officer = new Officer(page);
  await expect(nameField(page)).toBeFocused();
  await officer.command('english', 'English');
  await expect(nameField(page, en)).toBeVisible();
  await officer.press('Control+k');
  await officer.type('counter 1');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('option', { selected: true })).toContainText('Quầy 1');
  await officer.press('Escape', 'Control+f');
  await expect(page.getByRole('combobox', { name: en.frame.findTitle })).toBeFocused();
  await officer.press('Escape');

  await page.emulateMedia({ forcedColors: 'active' });
  const faces = page.getByRole('group', { name: en.reception.card }).locator('input + *');
  const looks = await faces.evaluateAll((all) =>
    all.map((face) => {
      const { backgroundColor, color, outlineStyle, borderTopColor } = getComputedStyle(face);
      const isChosen = (face.previousElementSibling as HTMLInputElement).checked;
      return { isChosen, look: [backgroundColor, color, outlineStyle, borderTopColor].join() };
    }),
  );
  const chosen = looks.filter(({ isChosen }) => isChosen).map(({ look }) => look);
  expect(chosen).toHaveLength(1);
  expect(looks.filter(({ isChosen }) => !isChosen).map(({ look }) => look)).not.toContain(chosen[0]);

  // What every screen marks so: a row of a queue, a pressed and a current button, a switch, a key that does nothing here.
  const alike = await page.evaluate(() => {
    const pairs: readonly (readonly [marked: string, plain: string])[] = [
      ['<div role="option" aria-selected="true">x</div>', '<div role="option" aria-selected="false">x</div>'],
      ['<button aria-pressed="true">x</button>', '<button aria-pressed="false">x</button>'],
      ['<button aria-current="page">x</button>', '<button>x</button>'],
      [
        '<label><input type="checkbox" checked><i>x</i></label>',
        '<label><input type="checkbox"><i>x</i></label>',
      ],
      ['<button aria-disabled="true">x</button>', '<button>x</button>'],
    ];
    const lookOf = (html: string): string => {
      const place = document.createElement('div');
      place.innerHTML = html;
      document.body.append(place);
      const face = place.querySelector('i') ?? place.firstElementChild ?? place;
      const { backgroundColor, color, outlineStyle, outlineWidth, borderTopColor } = getComputedStyle(face);
      place.remove();
      return [backgroundColor, color, outlineStyle, outlineWidth, borderTopColor].join();
    };
    return pairs.filter(([marked, plain]) => lookOf(marked) === lookOf(plain)).map(([marked]) => marked);
  });
  expect(alike).toEqual([]);
});

test('the first-run guide changes its language and keeps what was typed', async ({ page }) => {
  const officer = new Officer(page);
  await expect(page.getByRole('textbox', { name: vi.firstRun.office.name })).toBeFocused();
  await officer.type('Công an phường Thử Nghiệm');
  await officer.tabTo(
    page.getByRole('group', { name: vi.firstRun.language }).getByRole('radio', { checked: true }),
  );
  await officer.press('ArrowRight');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(en.firstRun.office.title);
  await expect(page.getByRole('textbox', { name: en.firstRun.office.name })).toHaveValue(
    'Công an phường Thử Nghiệm',
  );
  const texts = await shownTexts(page);
  expect(brokenTexts(texts)).toEqual([]);
  const series = [
    vi.firstRun.counters.defaultSeries,
    vi.firstRun.counters.defaultName(1),
    vi.firstRun.counters.defaultName(2),
  ];
  expect
    .soft(
      vietnameseLeft(texts, [
        'Công an phường Thử Nghiệm',
        'CÔNG AN PHƯỜNG THỬ NGHIỆM',
        'Tiếng Việt',
        vi.common.productName,
        ...series,
      ]),
    )
    .toEqual([]);
});
