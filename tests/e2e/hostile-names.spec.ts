import type { Page } from '@playwright/test';
import { wantsAll } from '#tests/support/sizes.ts';
import { expect, test } from './desk-test.ts';
import { ask } from './ready-office.ts';

/** What a page does that ran any of them. */
const RUNS = [
  'window.hit=1',
  'document.title="hit"',
  'top.hit=1',
  'eval("hit=1")',
  'setTimeout("hit=1")',
  'new Function("hit=1")()',
  'import("data:text/javascript,hit=1")',
  'fetch("http://127.0.0.1:9/")',
];
/** Ways in which text has become a program elsewhere; `RUN` stands for what it does. */
const SHAPES = [
  '<script>RUN</script>',
  '<SCRIPT SRC=data:,RUN></SCRIPT>',
  '"><script>RUN</script>',
  '</script><script>RUN</script>',
  '</title><script>RUN</script>',
  '</textarea><script>RUN</script>',
  '<img src=x onerror=RUN>',
  '"><img src=x onerror=RUN>',
  `'><img src="x" onerror='RUN'>`,
  '<svg onload=RUN>',
  '<svg><script>RUN</script></svg>',
  '<svg><animate onbegin=RUN attributeName=x dur=1s>',
  '<body onload=RUN>',
  '<iframe srcdoc="<script>RUN</script>">',
  '<iframe src="javascript:RUN">',
  '<object data="javascript:RUN">',
  '<embed src="javascript:RUN">',
  '<a href="javascript:RUN">x</a>',
  '<form action="javascript:RUN"><button>x',
  '<details open ontoggle=RUN>',
  '<input autofocus onfocus=RUN>',
  '<video><source onerror=RUN></video>',
  '<math><mtext><img src=x onerror=RUN></math>',
  '<style>@import "data:,RUN"</style>',
  '<link rel=stylesheet href="data:,RUN">',
  '<meta http-equiv=refresh content="0;url=javascript:RUN">',
  '" autofocus onfocus="RUN',
  "' onmouseover='RUN",
  '{{constructor.constructor(`RUN`)()}}',
  '${RUN}',
  '&lt;script&gt;RUN&lt;/script&gt;',
  'javascript:RUN',
];
const PAYLOADS = RUNS.flatMap((run) => SHAPES.map((shape) => shape.replace('RUN', run))).filter(
  (payload) => payload.length <= 200,
);

/** Whether anything of a payload became a part of the page. */
async function trouble(page: Page): Promise<unknown> {
  return page.evaluate(() => ({
    hit: 'hit' in window,
    title: document.title === 'hit',
    elements: document.querySelectorAll(
      '#root :is(script, iframe, object, embed, base, meta, form[action], img[src="x"], svg[onload], a[href^="javascript"])',
    ).length,
    handlers: [...document.querySelectorAll('#root *')].filter((element) =>
      element.getAttributeNames().some((name) => name.startsWith('on')),
    ).length,
  }));
}
const NONE = { hit: false, title: false, elements: 0, handlers: 0 };

test(
  '200 payloads as names of people, counters and the office: no page runs one, on no screen and no slip',
  { tag: '@slow' },
  async ({ host, openWindow }) => {
    test.setTimeout(240_000);
    expect(PAYLOADS.length).toBeGreaterThanOrEqual(200);
    const short = PAYLOADS.filter((payload) => payload.length <= 40).slice(0, 20);
    const office = await ask(host, 'office.set-up', {
      name: PAYLOADS[0] ?? '',
      code: 'TN01',
      receivingLevel: PAYLOADS[6] ?? '',
      counters: short,
    });
    const { today } = await ask(host, 'day.status', {});
    await ask(host, 'day.open', { businessDay: today });
    const tickets: string[] = [];
    for (let from = 0; from < PAYLOADS.length; from += 10) {
      const requests = PAYLOADS.slice(from, from + 10).map((fullName) => ({
        procedure: 'level-2' as const,
        subject: 'citizen' as const,
        person: { fullName },
      }));
      tickets.push((await ask(host, 'ticket.issue', { requests })).id);
    }
    // One more for each payload, so that each stands first in a list.
    for (const fullName of PAYLOADS)
      await ask(host, 'ticket.issue', {
        requests: [{ procedure: 'level-2', subject: 'citizen', person: { fullName } }],
      });
    const page = await openWindow('print');
    // The first hold every shape, the last ones what the shapes do otherwise.
    const printed = wantsAll('SHEETS') ? tickets : [...tickets.slice(0, 4), ...tickets.slice(-1)];
    for (const ticket of printed) {
      await page.goto('about:blank');
      await page.goto(`${await host.address('print')}&ticket=${ticket}&sheet=guidance&format=a4`);
      await page.waitForSelector('#root[data-ready]');
      expect(await trouble(page)).toEqual(NONE);
    }
    const wall = await openWindow('display');
    for (const { id } of office.counters) {
      await ask(host, 'ticket.call-next', { counterId: id });
      expect(await trouble(wall)).toEqual(NONE);
    }
    await expect(wall.locator('section[aria-live]')).not.toHaveText(/Chưa gọi/);
    expect(await trouble(wall)).toEqual(NONE);

    const counter = await openWindow('counter');
    const first = PAYLOADS.at(-1) ?? '';
    await expect(counter.getByText(first, { exact: false }).first()).toBeAttached();
    expect(await trouble(counter)).toEqual(NONE);
    for (const key of ['F1', 'Control+k', 'Control+f']) {
      await counter.keyboard.press(key);
      await counter.keyboard.type('script');
      expect(await trouble(counter)).toEqual(NONE);
      await counter.keyboard.press('Escape');
    }
  },
);
