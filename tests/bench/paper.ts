import type { Slip } from '#shared/domain/slip/slip.ts';
import { PaperPress, pagesOf } from '#tests/support/paper-press.ts';
import { openTestDesk } from '#tests/support/test-desk.ts';
import { atMost, figure, quantile, short, type Row } from './figures.ts';

/** Slips composed by a real desk and drawn in a real browser, one after the other in the same window. */
export async function paper(drawn: number): Promise<Row[]> {
  const desk = openTestDesk();
  desk.issue({ name: 'Nguyễn Thị Bưởi' });
  const ticket = desk.finish(desk.serveNext());
  const compose = (): Slip =>
    desk.call('slip.show', { ticketId: ticket.id, sheet: 'guidance', format: 'a5' });
  const press = await PaperPress.start();
  try {
    for (let round = 0; round < 20; round += 1) await press.slip(compose());
    const times: number[] = [];
    for (let round = 0; round < drawn; round += 1) {
      const started = performance.now();
      await press.slip(compose());
      times.push(performance.now() - started);
    }
    const sorted = times.toSorted((a, b) => a - b);
    const heap = await heapAfter(press, compose);
    const slip = compose();
    const guidance = await hundredAsPdf(press, { ...slip, format: '80' });
    const numbers = await hundredAsPdf(press, { ...slip, sheet: 'number', format: '80' });
    return [
      atMost(
        'slip composed and drawn on A5: p95',
        quantile(sorted, 0.95),
        100,
        ' ms',
        `p50 ${short(quantile(sorted, 0.5))} of ${drawn}`,
      ),
      atMost('100 numbers as one PDF', numbers, 1, ' s', '80 mm, drawn before'),
      atMost('100 guidance slips as one PDF', guidance, 1, ' s', '80 mm, drawn before'),
      atMost(
        'memory of the window after 1,000 more slips',
        heap.grown,
        4,
        ' MiB',
        `from ${short(heap.before)} MiB`,
      ),
      figure('slips drawn in one window', String(drawn + 20 + 1_200)),
    ];
  } finally {
    await press.page.context().browser()?.close();
  }
}

async function heapAfter(press: PaperPress, compose: () => Slip): Promise<{ before: number; grown: number }> {
  const chrome = await press.page.context().newCDPSession(press.page);
  await chrome.send('HeapProfiler.enable');
  const used = async (): Promise<number> => {
    await chrome.send('HeapProfiler.collectGarbage');
    const { usedSize } = await chrome.send('Runtime.getHeapUsage');
    return usedSize / 2 ** 20;
  };
  for (let round = 0; round < 200; round += 1) await press.slip(compose());
  const before = await used();
  for (let round = 0; round < 1_000; round += 1) await press.slip(compose());
  return { before, grown: (await used()) - before };
}

/** Seconds for one PDF of a hundred slips that are drawn already. */
async function hundredAsPdf(press: PaperPress, slip: Slip): Promise<number> {
  await press.slips(Array.from({ length: 100 }, (_, index) => ({ ...slip, number: `A${100 + index}` })));
  await press.pdf();
  const started = performance.now();
  const pdf = await press.pdf();
  const seconds = (performance.now() - started) / 1000;
  if (pagesOf(pdf).length !== 100) throw new Error('a hundred slips are not a hundred pages');
  return seconds;
}
