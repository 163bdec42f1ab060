import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { SheetFormat } from '#shared/domain/printing/sheet-format.ts';
import type { Slip } from '#shared/domain/slip/slip.ts';
import { covering } from '#tests/support/covering.ts';
import { faults, pagesOf, PaperPress, readPdf, withoutPdftotext } from '#tests/support/paper-press.ts';
import { longName } from './slip-sample-parts.ts';
import { slipSamples, type SlipSample } from './slip-samples.ts';

vi.setConfig({ testTimeout: 60_000 });

let press: PaperPress;
beforeAll(async () => {
  press = await PaperPress.start();
}, 120_000);
afterAll(async () => {
  await press.stop();
});

const on = (name: SlipSample, format: SheetFormat, more: Partial<Slip> = {}): Slip => ({
  ...slipSamples[name],
  format,
  ...more,
});

async function said(slip: Slip): Promise<string> {
  await press.slip(slip);
  return press.said();
}

describe('what a sheet says', () => {
  test.each(['80', 'a5', 'a4'] as const)(
    'on %s it is called a guidance slip that is no receipt',
    async (format) => {
      expect(await said(on('taken', format))).toMatch(
        /PHIẾU HƯỚNG DẪN\n+Đây không phải giấy tiếp nhận hồ sơ\./u,
      );
    },
  );

  test('a day counted in a year without an announced calendar is called provisional, any other is not', async () => {
    const provisional: Slip = {
      ...on('taken', '80'),
      requests: slipSamples.taken.requests.map((request) => ({
        ...request,
        due: request.due === null ? null : { ...request.due, provisional: true },
      })),
    };
    expect(await said(provisional)).toContain('Ngày tạm tính, chờ công bố lịch nghỉ.');
    expect(await said(on('taken', '80'))).not.toContain('tạm tính');
  });

  test('in English it keeps its Vietnamese title and says the same', async () => {
    const english = /PHIẾU HƯỚNG DẪN\n+Guidance slip\n+Not a receipt for your application\./u;
    expect(await said(on('taken', '80', { language: 'en' }))).toMatch(english);
    // The window that prints may ask for English, whatever was chosen for the ticket.
    await press.slip(on('taken', '80'), 'en');
    expect(await press.said()).toMatch(english);
  });

  test.each(['80', 'a5'] as const)(
    'in both languages on %s each says everything, and what is the same stands once',
    async (format) => {
      const both = await said(on('taken', format, { language: 'both' }));
      for (const part of [
        'Đây không phải giấy tiếp nhận hồ sơ.',
        'Not a receipt for your application.',
        'thứ Tư, 25/11/2026',
        'Wednesday, 25 Nov 2026',
        'Các bước kích hoạt',
        'How to activate',
        'Quá 07 ngày chưa kích hoạt, hoặc cần giúp',
        'Not active after 7 days, or stuck',
      ])
        expect(both).toContain(part);
      for (const once of ['NGUYEN THI BUOI', 'Nguyễn Thị Bưởi']) expect(both.split(once)).toHaveLength(2);
      expect(await press.page.getByRole('img').count()).toBe(format === '80' ? 0 : 2);
    },
  );

  test('large print says the same in larger letters', async () => {
    const size = async (slip: Slip): Promise<number> => {
      const page = await press.slip(slip);
      const fontSize = await page
        .locator('[data-paper]')
        .evaluate((sheet) => getComputedStyle(sheet).fontSize);
      return Number.parseFloat(fontSize) * 0.75;
    };
    for (const [format, points] of [
      ['80', 12.5],
      ['a5', 10.8],
      ['a4', 15.4],
    ] as const) {
      const ordinary = await size(on('taken', format));
      const large = await size(on('taken', format, { large: true }));
      expect(large).toBeGreaterThanOrEqual(points);
      expect(large).toBeGreaterThan(ordinary * 1.08);
    }
    const page = await said(on('taken', 'a4', { large: true }));
    expect(page).toContain('Trang sau: cách kích hoạt.');
    expect(page).toContain('thứ Tư, 02/12/2026');
  });

  test('a reprint says which one it is and when, a training copy that it is not real; a first real print says neither', async () => {
    expect(await said(on('numberReprint', '58'))).toMatch(/^IN LẠI lần 1 · 08:55/u);
    expect(await said(on('longName', '80'))).toContain('BẢN TẬP HUẤN');
    expect(await said(on('taken', '80'))).not.toMatch(/IN LẠI|TẬP HUẤN/u);
  });

  test('a taken request gives its date with every counted day, the message and the last day of the example', async () => {
    const taken = await said(on('taken', '80'));
    for (const part of [
      'thứ Tư, 25/11/2026',
      'Kèm thẻ bảo hiểm y tế, giấy đăng ký xe.',
      'NGUYEN THI BUOI',
      'Gửi về 09*****567, có hoặc không dấu.',
      'Đếm từ hôm sau ngày có tin.',
      'Có tin 25/11/2026: hạn 02/12/2026.',
    ])
      expect(taken).toContain(part);
    expect(
      taken.match(
        /T6\s+20\s+nộp\s+T7\s+21\s+nghỉ\s+CN\s+22\s+nghỉ\s+T2\s+23\s+1\s+T3\s+24\s+2\s+T4\s+25\s+3/u,
      ),
    ).not.toBeNull();
  });

  test('what the letters leave open follows the settings of the office', async () => {
    const other = await said(
      on('stores', '80', { message: 'Cục Cảnh sát QLHC về TTXH thông báo: NGUYEN THI BUOI' }),
    );
    expect(other).toContain('Đếm cả ngày có tin.');
    expect(other).toContain('Có tin 25/11/2026: hạn 01/12/2026.');
    expect(other).toContain('Hoặc kích hoạt tại vneid.gov.vn.');
    expect(await said(on('stores', 'a5'))).toContain('Google Play');
    expect(await press.page.getByRole('img').count()).toBe(3);
    const onlyWeb = await said(on('taken', '80', { activationWays: ['web'] }));
    expect(onlyWeb).toContain('Mở vneid.gov.vn, bấm Kích hoạt.');
    expect(onlyWeb).not.toContain('Mở VNeID');
  });

  test('missing papers are numbered, a mismatch is told apart, and what is optional may come later', async () => {
    const missing = await said(on('papersMissing', 'a5'));
    expect(missing).toContain('Cần mang thêm 2 giấy tờ');
    expect(missing).toMatch(
      /2\. Giấy đăng ký xe\s+Thông tin lệch với thẻ căn cước\.[\s\S]*Tên chủ xe khác tên trên thẻ\./u,
    );
    expect(missing).toContain('Không tìm được giấy tờ?');
    expect(missing).not.toContain('Các bước kích hoạt');
  });

  test('a missing identity card is never called optional', async () => {
    expect(await said(on('fiveMissing', 'a5'))).not.toContain('Không tìm được giấy tờ?');
  });

  test('an account that is in use is not told to be activated', async () => {
    expect(await said(on('activated', 'a5'))).not.toMatch(/Các bước kích hoạt|Chờ tin nhắn/u);
  });

  test('a number sheet names nobody', async () => {
    const person = { fullName: longName, idNumberMasked: '079*****3456', phoneMasked: null };
    expect(await said(on('number', '80', { person }))).not.toContain('Nguyễn');
  });

  test('the design leaves out and moves blocks, and its version is named; what must be said stays', async () => {
    const designed = await said(on('designed', 'a5'));
    expect(designed).not.toContain('Chờ tin nhắn này');
    expect(designed.indexOf('Các bước kích hoạt')).toBeLessThan(designed.indexOf('Kích hoạt trong 07 ngày'));
    for (const part of ['Mẫu QTD, bản 12', 'tầng 1', 'hòm thư', '1900.0368', 'Đây không phải giấy tiếp nhận'])
      expect(designed).toContain(part);
    const number = await said(on('number', '58', { design: slipSamples.designed.design }));
    expect(number).not.toContain('Trước số này');
    expect(number).toContain('Lấy số lúc 08:42');
  });
});

describe('what does not fit', () => {
  test.each(['family', 'longName'] as const)(
    '%s runs on to further A5 pages instead of shrinking out of sight',
    async (name) => {
      const page = await press.slip(on(name, 'a5'));
      const size = await page.locator('[data-paper]').evaluate((sheet) => getComputedStyle(sheet).fontSize);
      expect(Number.parseFloat(size) * 0.75).toBeGreaterThanOrEqual(8.6);
      // Older browsers break the fullest one once more.
      expect([2, 3]).toContain(pagesOf(await press.pdf()).length);
    },
  );
});

describe('a slip of several pages', () => {
  test.each(['twoTaken', 'family', 'longName'] as const)(
    '%s: the further pages bear number and name, and the screen shows where they begin',
    async (name) => {
      const slip = on(name, 'a5', name === 'twoTaken' ? { large: true } : {});
      const page = await press.slip(slip);
      const starts = page.locator('[data-page-start]');
      const pdf = await press.pdf();
      const further = pagesOf(pdf).length - 1;
      expect(further).toBeGreaterThan(0);
      const whose = `${slip.number}, ${slip.person?.fullName ?? ''}`.slice(0, 30);
      const shown = await starts.evaluateAll((all) => all.map((one) => one.dataset['pageStart'] ?? ''));
      expect(shown).toHaveLength(further);
      for (const [index, line] of shown.entries()) {
        expect(line.startsWith(whose)).toBe(true);
        expect(line).toMatch(new RegExp(`Trang ${index + 2}$`, 'u'));
      }
      if (withoutPdftotext) return;
      const pages = readPdf(pdf)
        .split('\f')
        .slice(1, further + 1);
      for (const [index, text] of pages.entries())
        expect(text.trimStart().split('\n')[0]).toContain(shown[index]);
    },
  );
});

describe('a roll is no longer than it must be', () => {
  const heightMm = async (slip: Slip): Promise<number> => {
    const page = await press.slip(slip);
    return page
      .locator('[data-paper]')
      .evaluate((sheet) => sheet.getBoundingClientRect().height / (96 / 25.4));
  };
  const one = [
    'taken',
    'takenLater',
    'takenWithCard',
    'child',
    'guidedLevelOne',
    'activateLater',
    'stores',
  ] as const;
  test.each(one)('%s: 300 mm, in large print 450 mm', async (name) => {
    const large = await heightMm(on(name, '80', { large: true }));
    expect(await heightMm(on(name, '80'))).toBeLessThanOrEqual(300);
    expect(large).toBeLessThanOrEqual(450);
  });
  test('two requests: 420 mm', async () => {
    expect(await heightMm(on('twoTaken', '80'))).toBeLessThanOrEqual(420);
  });
});

describe('bad text', () => {
  const nasty = [
    ['HTML', '<img src=x onerror="document.title=1"><b>Nguyễn</b> & “Ỵ”', '<img src=x'],
    ['5,000 letters', 'Nguyễn Thị Bưởi '.repeat(320), '…'],
    ['5,000 letters without a space', 'Ỹ'.repeat(5000), '…'],
    ['emoji', 'Nguyễn 👩‍👩‍👧‍👦 Thị 🇻🇳 Bưởi', 'Thị'],
    ['scripts without a letter in our font', 'ស្រី ພາສາ 阮氏 עברית 𒀀𒀁', '阮氏'],
    ['marks piled on one letter', `Nguyễ${'\u0301'.repeat(400)}n Bưởi`, 'Bưởi'],
    ['marks that turn the line', 'Nguyễn \u202eThị\u2066 Bưởi', 'Nguyễn Thị Bưởi'],
    ['half a letter and a private one', 'Lê \ud83d Ẩn \ue123', 'Lê □ Ẩn □'],
  ] as const;
  const papers: readonly SheetFormat[] = ['80', 'a5', 'a4'];
  const cases = nasty.flatMap(([what, text, says]) => papers.map((format) => ({ what, format, text, says })));

  test.each(covering(cases, ({ what, format }) => [what, format]))(
    '$what on $format stands as text within the paper',
    async ({ format, text, says }) => {
      const slip = on('fiveMissing', format, {
        person: { fullName: text, idNumberMasked: null, phoneMasked: null },
        office: { ...slipSamples.taken.office, name: text, address: text },
        requests: slipSamples.fiveMissing.requests.map((request) => ({
          ...request,
          papers: request.papers.map((paper) => ({ ...paper, note: text })),
        })),
      });
      const page = await press.slip(slip);
      expect(await faults(page, 6.6)).toEqual([]);
      expect(await press.said()).toContain(says);
      expect(await page.locator('[data-paper] img').count()).toBe(0);
      expect(pagesOf(await press.pdf()).length).toBeLessThanOrEqual(format === '80' ? 1 : 4);
    },
  );
});

describe('the page that prints', () => {
  test('draws the slip of the order in its address', async () => {
    press.answers = { 'slip.show': on('taken', '80') };
    const page = await press.openOrder('#token=t&ticket=t1&sheet=guidance');
    await page.waitForSelector('#root[data-ready]');
    expect(await press.said()).toContain('PHIẾU HƯỚNG DẪN');
    expect(pagesOf(await press.pdf())).toHaveLength(1);
    await press.open();
  });

  test('without a ticket shows what to do and prints no sheet', async () => {
    const page = await press.openOrder('#token=t&sheet=guidance');
    expect(await page.getByRole('alert').innerText()).toContain('bấm In');
    expect(await page.locator('[data-paper]').count()).toBe(0);
    await press.open();
  });
});
