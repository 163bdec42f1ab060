import { letterAsked } from '#tests/support/letter-campaign.ts';
import { expect, test } from 'vitest';
import { isIsoDate } from '#shared/domain/calendar/business-date.ts';
import { proceduresOfKind } from '#tests/support/kind-procedures.ts';
import { triage, type TriageQuestion } from '#shared/domain/procedure/triage.ts';
import { deskContract } from '#shared/contract/desk-contract.ts';
import { campaignRow } from '#shared/domain/report/campaign.ts';
import { campaignProgress } from '#shared/domain/report/progress.ts';
import { instantAt, reportedDay } from '#shared/domain/report/report-day.ts';
import { exportPack, packFor, SHIPPED_PACKS, sourcedValues } from '#shared/rules/packs.ts';
import { everyKind, withOffice } from '../procedure/sample-directory.ts';

const then = '2023-06-15';
const now = '2026-11-20';
const letters = packFor(then);
const ask = (question: Partial<TriageQuestion>) => {
  const full: TriageQuestion = {
    on: then,
    subject: 'citizen',
    birthDate: '1990-01-15',
    card: 'valid',
    wish: 'level-2',
    ...question,
  };
  return triage(full, packFor(full.on), everyKind);
};

/** What the letter of a commune states (S2). */
const progressOfLetter = (rounding: 'half-up' | 'truncate') => campaignProgress({ ...letterAsked, rounding });

test('X1 every letter lists other papers: the union is offered, only the card and a telephone are required', () => {
  const papers = ask({}).papers;
  expect(papers.map((paper) => paper.paper)).toEqual([
    'id-card',
    'health-insurance',
    'driving-licence',
    'vehicle-registration',
    'tax-number',
    'social-insurance',
    'phone',
  ]);
  expect(papers.filter((paper) => paper.required).map((paper) => paper.paper)).toEqual(['id-card', 'phone']);
});

test('X2 119 and 1.068 are not 2.352: a total is counted, and what a letter states is named as a doubt', () => {
  expect(progressOfLetter('half-up').doubts).toEqual([
    { code: 'stated-total', stated: 2_352, sum: 1_187, difference: 1_165 },
  ]);
});

test('X3 the letters cut percentages off: the program rounds half up to two decimals, and the office may cut off too', () => {
  for (const pack of SHIPPED_PACKS) expect(pack.reporting.rounding.value).toBe('half-up');
  expect(progressOfLetter('half-up').rows.map(({ percent }) => percent)).toEqual([449, 8_390]);
  expect(progressOfLetter('truncate').rows.map(({ percent }) => percent)).toEqual([449, 8_389]);
});

test('X4 a deadline before 31/6/2023: no such day is taken', () => {
  expect(isIsoDate('2023-06-31')).toBe(false);
  const { input } = deskContract['campaign.save'];
  const target = (dueOn: string) =>
    input.safeParse({
      name: 'Cán bộ',
      unit: 'Xã Thử',
      from: '2023-06-15',
      dueOn,
      rows: [{ level: 'level-2', target: 57, before: 0 }],
    }).success;
  expect([target('2023-06-31'), target('2023-06-30')]).toEqual([false, true]);
});

test('X5 the scheme looks to 2030, not 2023', () => {
  for (const pack of SHIPPED_PACKS) expect(pack.documents['qd-06']?.title).toMatch(/tầm nhìn đến năm 2030/);
});

test('X6 the message is kept in the plain letters phones show and, apart from it, with marks; one place for the name', () => {
  for (const pack of SHIPPED_PACKS) {
    for (const [id, sms] of Object.entries(pack.sms)) {
      const isMarked = id.endsWith('-marked');
      const plain = pack.sms[id.replace('-marked', '')]?.value;
      expect(
        sms.value.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll(/đ/gu, 'd').replaceAll(/Đ/gu, 'D'),
        id,
      ).toBe(plain);
      if (!isMarked) expect(sms.value, id).toMatch(/^[\x20-\x7e]+$/);
      expect(sms.value.match(/\*+/g), id).toEqual(['****']);
      expect(sms.value, id).toContain('https://vneid.gov.vn');
    }
  }
});

test('X7 card seekers: the letters that separate the two cases decide, district or PC06 by residence', () => {
  expect(ask({ card: 'none', residesHere: true }).where.map((place) => place.officeId)).toEqual([
    'district-team',
    'province-office',
  ]);
  expect(letters.reasons['card-at-district-by-residence']?.note).toMatch(/2980.*3049/);
});

test('X8 PC06 works in one letter and is closed in another: open or closed is a state of the directory', () => {
  const question: TriageQuestion = {
    on: then,
    subject: 'citizen',
    birthDate: '1990-01-15',
    card: 'lost',
    wish: 'level-2',
    residesHere: true,
  };
  const ids = (open: boolean) =>
    triage(question, letters, withOffice('province-office', { open })).where.map((place) => place.officeId);
  expect(ids(true)).toContain('province-office');
  expect(ids(false)).not.toContain('province-office');
  expect(triage(question, letters, withOffice('province-office', { open: false })).eligible).toBe(true);
});

test('X9 the Hà Nội letter is cited by its own number and day, not by those of its annex', () => {
  expect(letters.documents['s0']).toMatchObject({ number: '1451/UBND-KSTTHC', date: '2023-05-17' });
});

test('X10 level 1 without a card does not exist: it is offered together with the card, within seven days', () => {
  for (const on of [then, now]) {
    expect(ask({ on, wish: 'level-1', card: 'none' })).toMatchObject({
      eligible: false,
      instead: 'level-2-with-card',
      limit: { value: 7, unit: 'working-day' },
    });
  }
});

test('X11 staff target at level 1 or level 2: the office sets either, level by level', () => {
  for (const level of ['level-1', 'level-2'])
    expect(campaignRow.safeParse({ level, target: 57, before: 31 }).success).toBe(true);
});

test('X12 three dates for the staff: none stands in a pack, the office sets its own', () => {
  for (const pack of SHIPPED_PACKS) {
    const dates = [...sourcedValues(pack).values()]
      .map((node) => node['value'])
      .filter((value) => typeof value === 'string' && isIsoDate(value));
    expect(dates.filter((date) => date === '2023-05-31' || date === '2023-06-14')).toEqual([]);
  }
});

test('X13 the one-stop desk guides level 1 and activation, and tells of level 2', () => {
  expect(proceduresOfKind(letters, 'one-stop', then)).toEqual(['level-1', 'activate', 'guidance']);
  expect(letters.reasons['desk-guides']?.value.vi).toMatch(/mức 1 và mức 2/);
});

test('X14 activation by app or web: both under the letters, the app alone now, the app named first', () => {
  expect(letters.activation.channels.value).toEqual(['app', 'web']);
  expect(packFor(now).activation.channels.value).toEqual(['app']);
});

test('X15 phone and number against phone or e-mail: either is taken, the phone is advised; now the own phone', () => {
  expect(letters.contact['needs']?.value).toBe('phone-or-email');
  expect(letters.notes['phone-or-email']?.value.vi).toMatch(/nên dùng số điện thoại/);
  expect(packFor(now).contact['needs']?.value).toBe('own-phone');
});

test('X16 a report due before 08h00 about the day covers the day before', () => {
  for (const pack of SHIPPED_PACKS) {
    const before = pack.reporting.dailyBefore.value;
    expect(before).toBe('08:00');
    const spoken = (time: string) => reportedDay(instantAt('2026-11-20', time), before, (upTo) => upTo);
    expect([spoken('07:59'), spoken('08:00')]).toEqual(['2026-11-19', '2026-11-20']);
  }
});

test('X17 one spelling of the app, one word for the holder', () => {
  for (const pack of SHIPPED_PACKS) {
    const text = exportPack(pack);
    expect(text.match(/VNNeID|VNelD|VNID|VneID|VNeId/g)).toBeNull();
    expect(text).not.toMatch(/chủ thẻ/i);
    expect(text).toContain('VNeID');
  }
});

test('X18 the decree is of the Government; the commune letter has a month and no number', () => {
  expect(letters.documents['nd-59']?.issuer).toBe('Chính phủ');
  expect(letters.documents['s2']).toMatchObject({ date: '2023-06' });
  expect(letters.documents['s2']?.number).toMatch(/không ghi số/);
});

test('X19 under 14: on the account of a parent under the letters, an own account on request now', () => {
  const child = (on: string) => ask({ on, birthDate: on === then ? '2015-06-01' : '2018-06-01' });
  expect(child(then)).toMatchObject({ eligible: false, instead: 'guidance' });
  expect(child(then).reasons.map((reason) => reason.code)).toContain('account-of-representative');
  expect(child(now)).toMatchObject({ eligible: true, procedure: 'level-2' });
});

test('X20 the card follows residence, the account does not: the distinction is kept', () => {
  for (const on of [then, now]) {
    const pack = packFor(on);
    const rules = Object.values(pack.places);
    const citizen = rules.filter((place) => place.bands === undefined || place.bands.includes('citizen-14'));
    expect(
      citizen
        .filter((place) => place.procedures.includes('level-2'))
        .every((place) => place.residence === 'anywhere'),
    ).toBe(true);
    expect(
      citizen
        .filter((place) => place.procedures.includes('level-2-with-card') && place.onlyWhere === undefined)
        .every((place) => place.residence === 'by-residence'),
    ).toBe(true);
    expect(ask({ on, residesHere: false }).here).toBe(true);
    expect(ask({ on, card: 'lost', residesHere: false }).here).toBe(false);
  }
});
