import { expect, test, type RunningHost } from './desk-test.ts';

type Reply<T> = { ok: true; value: T } | { ok: false; problem: { code: string } };

async function done<T>(host: RunningHost, method: string, input: unknown): Promise<T> {
  const reply = (await host.call(method, input)) as Reply<T>;
  if (!reply.ok) throw new Error(`${method}: ${reply.problem.code}`);
  return reply.value;
}

type Ticket = { id: string; number: string; requests: { id: string }[] };
const today = (): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' }).format(new Date());

async function takenTicket(host: RunningHost): Promise<Ticket> {
  const { counters } = await done<{ counters: { id: string }[] }>(host, 'office.set-up', {
    name: 'Công an phường Bình Minh',
    code: 'BINHMINH',
    receivingLevel: 'Công an tỉnh Lam Giang',
    counters: ['Quầy 1'],
  });
  const counterId = counters[0]?.id;
  await done(host, 'day.open', { businessDay: today() });
  const person = { fullName: 'Nguyễn Thị Bưởi', idNumber: '079190123456', phone: '0912345567' };
  const ticket = await done<Ticket>(host, 'ticket.issue', {
    requests: [{ procedure: 'level-2', subject: 'citizen', person }],
  });
  await done(host, 'ticket.call-next', { counterId });
  await done(host, 'ticket.finish', {
    ticketId: ticket.id,
    outcomes: ticket.requests.map((request) => ({ requestId: request.id, outcome: 'taken' })),
  });
  return ticket;
}

const PT_PER_MM = 72 / 25.4;

test('the print page of the host draws the slip that the desk composed, at its own size', async ({
  host,
  openWindow,
}) => {
  const ticket = await takenTicket(host);
  const page = await openWindow('print');
  // A window that nobody sees, as the shell prints from, gets no frames.
  await page.addInitScript(() => (window.requestAnimationFrame = () => 0));
  await page.goto('about:blank');
  await page.goto(`${await host.address('print')}&ticket=${ticket.id}&sheet=guidance&format=80`);
  await page.waitForSelector('#root[data-ready]');
  const words = await page.locator('[data-paper]').innerText();
  for (const part of [
    ticket.number,
    'PHIẾU HƯỚNG DẪN',
    'Nguyễn Thị Bưởi',
    '079*****3456',
    'Có kết quả chậm nhất',
    'NGUYEN THI BUOI',
  ]) {
    expect(words).toContain(part);
  }
  expect(words).not.toContain('079190123456');
  expect(words).not.toContain('0912345567');

  const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1');
  const boxes = [...pdf.matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/gu)];
  expect(boxes).toHaveLength(1);
  expect(Math.abs(Number(boxes[0]?.[1]) / PT_PER_MM - 80)).toBeLessThan(0.5);
  expect(Number(boxes[0]?.[2]) / PT_PER_MM).toBeGreaterThan(200);
});

test('a second print of a sheet is marked on the paper, and a sent one is no longer pending', async ({
  host,
  openWindow,
}) => {
  const ticket = await takenTicket(host);
  const wish = { ticketId: ticket.id, sheet: 'number' };
  const first = await done<{ id: string }>(host, 'print.queue', wish);
  const second = await done<{ id: string; copy: number }>(host, 'print.queue', wish);
  expect(second.copy).toBe(1);

  const page = await openWindow('print');
  await page.goto('about:blank');
  await page.goto(`${await host.address('print')}&ticket=${ticket.id}&sheet=number&job=${second.id}&auto=1`);
  await page.waitForSelector('#root[data-ready]');
  // While it prints, the sheet stands in the page a second time.
  await expect(page.locator('[data-paper]').first()).toContainText('IN LẠI lần 1');
  await expect
    .poll(async () =>
      (await done<{ id: string }[]>(host, 'print.list', { pendingOnly: true })).map((job) => job.id),
    )
    .toEqual([first.id]);
});
