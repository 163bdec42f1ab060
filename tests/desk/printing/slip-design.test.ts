import { describe, expect, test } from 'vitest';
import type { Input } from '#shared/contract/desk-contract.ts';
import { base64Of } from '#shared/domain/printing/base64.ts';
import { GUIDANCE_BLOCKS, NUMBER_BLOCKS } from '#shared/domain/slip/design.ts';
import { openTestDesk, type TestDesk } from '#tests/support/test-desk.ts';

const design = (change: Partial<Input<'slip.save-design'>> = {}): Input<'slip.save-design'> => ({
  logo: null,
  officeLines: [],
  footer: [],
  number: [...NUMBER_BLOCKS],
  guidance: [...GUIDANCE_BLOCKS],
  ...change,
});

const guidance = (desk: TestDesk, ticketId: string) =>
  desk.call('slip.show', { ticketId, sheet: 'guidance' });

describe('versions of the design', () => {
  test('every change is the next one, the shipped one is 1, and saving the same again changes nothing', () => {
    const desk = openTestDesk();
    expect(desk.call('slip.design', {}).current.version).toBe(1);
    expect(desk.call('slip.save-design', design({ footer: ['Góp ý: hòm thư'] })).version).toBe(2);
    expect(desk.call('slip.save-design', design({ footer: ['Góp ý: hòm thư'] })).version).toBe(2);
    expect(desk.call('slip.save-design', design()).version).toBe(3);
    expect(desk.call('slip.design', {}).versions.map(({ version }) => version)).toEqual([3, 2, 1]);
    expect(desk.call('slip.design', {}).versions.at(-1)?.savedAt).toBeNull();
  });

  test('a slip names the newest; once printed, its reprints keep theirs, each kind of sheet by itself', () => {
    const desk = openTestDesk();
    const ticket = desk.issue({ name: 'Trần Thị Bưởi' });
    desk.call('slip.save-design', design({ officeLines: ['Tầng 1'] }));
    expect(guidance(desk, ticket.id).design).toMatchObject({ version: 2, officeLines: ['Tầng 1'] });

    const first = desk.call('print.queue', { ticketId: ticket.id, sheet: 'guidance' });
    desk.call('slip.save-design', design({ officeLines: ['Tầng 2'] }));
    const again = desk.call('print.queue', { ticketId: ticket.id, sheet: 'guidance' });
    for (const jobId of [first.id, again.id])
      expect(desk.call('slip.show', { ticketId: ticket.id, sheet: 'guidance', jobId }).design).toMatchObject({
        version: 2,
        officeLines: ['Tầng 1'],
      });
    expect(desk.call('slip.show', { ticketId: ticket.id, sheet: 'number' }).design.version).toBe(3);
  });

  test('a clock that was set back does not bring an older design', () => {
    const desk = openTestDesk();
    desk.call('slip.save-design', design({ footer: ['mới'] }));
    desk.clock.jump(-60 * 24);
    const ticket = desk.issue();
    const job = desk.call('print.queue', { ticketId: ticket.id, sheet: 'number' });
    expect(
      desk.call('slip.show', { ticketId: ticket.id, sheet: 'number', jobId: job.id }).design.version,
    ).toBe(2);
  });

  test('what must stay, a broken logo and too much text are refused', () => {
    const desk = openTestDesk();
    for (const bad of [
      design({ guidance: GUIDANCE_BLOCKS.filter((block) => block !== 'window') }),
      design({ guidance: GUIDANCE_BLOCKS.filter((block) => block !== 'ask') }),
      design({ guidance: [...GUIDANCE_BLOCKS.slice(1), 'ask'] }),
      design({ number: ['hold', 'hold'] }),
      design({ logo: { width: 64, height: 64, dots: base64Of(new Uint8Array(7)) } }),
      design({ logo: { width: 4096, height: 1, dots: base64Of(new Uint8Array(512)) } }),
      design({ footer: ['ẵ'.repeat(81)] }),
      design({ officeLines: ['1', '2', '3'] }),
    ])
      expect(desk.refusal('slip.save-design', bad).code).toBe('invalid-input');
    expect(desk.call('slip.design', {}).current.version).toBe(1);
    expect(desk.refusal('slip.save-design', design(), 'counter').code).toBe('not-allowed');
  });

  test('a design that was kept does not change, even by hand', () => {
    const desk = openTestDesk();
    const whole = design({ logo: { width: 9, height: 2, dots: base64Of(Uint8Array.of(255, 128, 1, 0)) } });
    desk.call('slip.save-design', whole);
    expect(desk.call('slip.design', {}).current).toEqual({ ...whole, version: 2 });
  });
});

describe('language and size of print', () => {
  const withPerson = (desk: TestDesk, birthDate?: string, subject: 'citizen' | 'foreigner' = 'citizen') =>
    desk.call('ticket.issue', {
      requests: [
        {
          procedure: 'level-2',
          subject,
          person: { fullName: 'Trần Thị Bưởi', ...(birthDate === undefined ? {} : { birthDate }) },
        },
      ],
    });

  test.each([
    ['1966-11-20', true],
    ['1966-11-21', false],
    ['1966', false],
    ['1965', true],
    ['1950', true],
    [undefined, false],
  ] as const)('born %s on 20/11/2026: large print %s by itself from 60', (birthDate, large) => {
    const desk = openTestDesk();
    expect(guidance(desk, withPerson(desk, birthDate).id).large).toBe(large);
  });

  test('the office may print large for everybody or for nobody', () => {
    const desk = openTestDesk({ settings: { largePrintFrom: 0 } });
    const ticket = withPerson(desk);
    expect(guidance(desk, ticket.id).large).toBe(true);
    desk.call('office.update', { settings: { largePrintFrom: null } });
    expect(guidance(desk, withPerson(desk, '1940').id).large).toBe(false);
  });

  test('the officer’s choice wins, holds for every sheet of the ticket, and can be given back', () => {
    const desk = openTestDesk();
    const ticket = withPerson(desk, '1950');
    desk.call('slip.choose', { ticketId: ticket.id, large: false, language: 'both' });
    for (const sheet of ['number', 'guidance'] as const)
      expect(desk.call('slip.show', { ticketId: ticket.id, sheet })).toMatchObject({
        large: false,
        language: 'both',
      });
    expect(desk.call('slip.choose', { ticketId: ticket.id, large: null })).toEqual({
      ticketId: ticket.id,
      language: 'both',
      large: null,
    });
    expect(guidance(desk, ticket.id)).toMatchObject({ large: true, language: 'both' });
  });

  test('a foreigner gets both languages unless the office or the officer says otherwise', () => {
    const desk = openTestDesk();
    const ticket = withPerson(desk, undefined, 'foreigner');
    expect(guidance(desk, ticket.id).language).toBe('both');
    desk.call('office.update', { settings: { slipLanguage: 'en' } });
    expect(guidance(desk, ticket.id).language).toBe('en');
    desk.call('slip.choose', { ticketId: ticket.id, language: 'vi' });
    expect(guidance(desk, ticket.id).language).toBe('vi');
  });
});

describe('what the letters leave open', () => {
  const taken = (settings: NonNullable<Input<'office.update'>['settings']>) => {
    const desk = openTestDesk({ settings });
    desk.issue({ name: 'Trần Thị Bưởi' });
    return guidance(desk, desk.finish(desk.serveNext()).id);
  };

  test('by default the message has no marks, its day does not count, and the rules say where to activate', () => {
    const slip = taken({});
    expect(slip.message).toMatch(/^[ -~]+$/u);
    expect(slip.message).toContain('TRAN THI BUOI');
    expect(slip).toMatchObject({ noticeDayCounts: false, activationWays: ['app'] });
  });

  test('the office’s own way is followed; the name stays without marks', () => {
    const slip = taken({
      smsMarks: true,
      noticeDayCounts: true,
      activationWays: ['app', 'web'],
      hotline: '0000.1111',
      storeAddresses: { appStore: 'https://kho.example/a', googlePlay: '' },
    });
    expect(slip.message).toContain('công dân TRAN THI BUOI đã được phê duyệt');
    expect(slip).toMatchObject({
      noticeDayCounts: true,
      activationWays: ['app', 'web'],
      stores: { appStore: 'https://kho.example/a', googlePlay: '' },
      office: { hotline: '0000.1111' },
    });
  });
});
