import { spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { wantsAll } from '#tests/support/sizes.ts';
import { expect, test, type RunningHost } from './desk-test.ts';

type Reply<T> = { ok: true; value: T } | { ok: false; problem: { code: string } };
type Ticket = { id: string; requests: { id: string }[] };

const DAY = '2026-11-20';

async function done<T>(host: RunningHost, method: string, input: unknown): Promise<T> {
  const reply = (await host.call(method, input)) as Reply<T>;
  if (!reply.ok) throw new Error(`${method}: ${JSON.stringify(reply.problem)}`);
  return reply.value;
}

/** A closed day of twelve tickets, seven of them taken. */
async function closedDay(host: RunningHost): Promise<void> {
  const { counters } = await done<{ counters: { id: string }[] }>(host, 'office.set-up', {
    name: 'Công an phường Đồng Sen',
    code: '00123',
    receivingLevel: 'Phòng PC06, Công an tỉnh Lam Giang',
    counters: ['Quầy 1'],
    settings: { superior: 'CÔNG AN TỈNH LAM GIANG' },
  });
  const counterId = counters[0]?.id;
  await done(host, 'day.open', { businessDay: DAY });
  const requests = [{ procedure: 'level-2', subject: 'citizen' }];
  for (let count = 0; count < 12; count += 1) await done(host, 'ticket.issue', { requests });
  for (let count = 0; count < 7; count += 1) {
    const { id } = await done<Ticket>(host, 'ticket.call-next', { counterId });
    const ticket = await done<Ticket>(host, 'ticket.start', { ticketId: id, counterId });
    const outcomes = ticket.requests.map((request) => ({ requestId: request.id, outcome: 'taken' }));
    await done(host, 'ticket.finish', { ticketId: id, outcomes });
  }
  await done(host, 'day.close', { businessDay: DAY, leftovers: 'left' });
}

const plain = (text: string): string =>
  text
    .normalize('NFC')
    .replaceAll(/[\s\u00a0…]+/g, ' ')
    .trim();

/** How often each letter stands in a text: words that lie close together on paper may be read as one. */
function lettersOf(text: string): Map<string, number> {
  const letters = new Map<string, number>();
  for (const letter of plain(text).replaceAll(' ', '')) letters.set(letter, (letters.get(letter) ?? 0) + 1);
  return letters;
}

test(
  'the text of the PDF is the text of the report page, in both languages, and its bytes are the same each time',
  { tag: '@slow' },
  async ({ host, openWindow }, info) => {
    test.skip(
      info.project.name !== 'host',
      'the PDF of host mode; that of Electron is drawn by its own window',
    );
    test.slow();
    await closedDay(host);
    for (const language of ['vi', 'en'] as const) {
      const ask = () =>
        done<{ base64: string }>(host, 'report.export', { businessDay: DAY, format: 'pdf', language });
      const { base64 } = await ask();
      if (language === 'vi' || wantsAll('SAME_BYTES')) expect((await ask()).base64).toBe(base64);
      const file = info.outputPath(`report-${language}.pdf`);
      await writeFile(file, Buffer.from(base64, 'base64'));
      const text = spawnSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
      test.skip(text.error !== undefined, 'pdftotext is not on this machine: the text was not compared');

      const order = { subject: { kind: 'day', businessDay: DAY, version: 1 }, language };
      const report = Buffer.from(JSON.stringify(order)).toString('base64url');
      const page = await openWindow('print', `?report=${report}`);
      await page.evaluate(() => (globalThis as { sheetReady?: Promise<unknown> }).sheetReady);
      const shown = await page.locator('body').innerText();
      const words = new Set(plain(text.stdout).split(' '));
      expect(
        plain(shown)
          .split(' ')
          .filter((word) => !words.has(word)),
      ).toEqual([]);
      const letters = lettersOf(text.stdout);
      const lost = [...lettersOf(shown)].filter(([letter, count]) => (letters.get(letter) ?? 0) < count);
      expect(lost).toEqual([]);
      expect(shown.length).toBeGreaterThan(600);
      await page.close();
    }
  },
);

test('a usual day of eight people stands on two pages, and the signature not alone', async ({
  host,
}, info) => {
  test.skip(info.project.name !== 'host', 'the PDF of host mode');
  test.slow();
  const { counters } = await done<{ counters: { id: string }[] }>(host, 'office.set-up', {
    name: 'Công an phường Đồng Sen',
    code: '00123',
    receivingLevel: 'Phòng PC06, Công an tỉnh Lam Giang',
    counters: ['Quầy 1'],
    settings: { superior: 'CÔNG AN TỈNH LAM GIANG', residences: ['Tổ 1', 'Tổ 2', 'Tổ 3'] },
  });
  const counterId = counters[0]?.id;
  await done(host, 'day.open', { businessDay: DAY });
  const procedures = [
    'level-2',
    'level-2',
    'level-1',
    'activate',
    'lock',
    'level-2',
    'guidance',
    'level-2-with-card',
  ];
  for (const [index, procedure] of procedures.entries()) {
    const residence = `Tổ ${(index % 3) + 1}`;
    const wished = index < 3 ? ['health-insurance', 'driving-licence', 'vehicle-registration'] : [];
    await done(host, 'ticket.issue', {
      requests: [{ procedure, subject: 'citizen', residence, staff: index === 1, papers: wished }],
    });
  }
  for (const [index] of procedures.entries()) {
    const { id } = await done<Ticket>(host, 'ticket.call-next', { counterId });
    const ticket = await done<Ticket>(host, 'ticket.start', { ticketId: id, counterId });
    const outcomes = ticket.requests.map((request) => ({
      requestId: request.id,
      ...(index === 7
        ? { outcome: 'referred', referralReason: 'card-needed' }
        : { outcome: 'taken', activated: index === 3 }),
    }));
    await done(host, 'ticket.finish', { ticketId: id, outcomes });
  }
  await done(host, 'day.note', {
    businessDay: DAY,
    difficulties: 'Đường truyền chậm từ 9 giờ đến 10 giờ.\nMột máy in kẹt giấy.',
    proposals: 'Thêm một máy quét.',
  });
  await done(host, 'day.close', { businessDay: DAY });
  const { base64 } = await done<{ base64: string }>(host, 'report.export', {
    businessDay: DAY,
    format: 'pdf',
    language: 'vi',
  });
  const file = info.outputPath('day.pdf');
  await writeFile(file, Buffer.from(base64, 'base64'));
  const text = spawnSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
  test.skip(text.error !== undefined, 'pdftotext is not on this machine: the pages were not counted');
  const pages = text.stdout.split('\f').filter((page) => page.trim() !== '');
  expect(pages.length).toBeLessThanOrEqual(2);
  expect(pages.at(-1)).toContain('Khó khăn');
});
