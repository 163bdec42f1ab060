import { TELEPHONE } from '#shared/domain/procedure/vocabulary.ts';
import { expect, test } from 'vitest';
import { checklistOf } from '#shared/domain/checklist/checklist.ts';
import type { DirectoryOffice } from '#shared/domain/procedure/office-directory.ts';
import { proceduresOfKind } from '#tests/support/kind-procedures.ts';
import { triage, type TriageQuestion } from '#shared/domain/procedure/triage.ts';
import { POSTERS, shippedText } from '#renderer/paper/handout/sheets.ts';
import { exportPack, packFor, SHIPPED_PACKS } from '#shared/rules/packs.ts';
import { everyKind, sampleOffice, withOffice } from '../procedure/sample-directory.ts';

const then = '2023-06-15';
const now = '2026-11-20';
const ask = (question: Partial<TriageQuestion>, offices: readonly DirectoryOffice[] = everyKind) => {
  const full: TriageQuestion = {
    on: then,
    subject: 'citizen',
    birthDate: '1990-01-15',
    card: 'valid',
    wish: 'level-2',
    ...question,
  };
  return triage(full, packFor(full.on), offices);
};
const where = (question: Partial<TriageQuestion>, offices?: readonly DirectoryOffice[]) =>
  ask(question, offices).where.map((place) => place.officeId);
const without = ['none', 'lost', 'damaged', 'expired'] as const;
const letters = packFor(then);

test('R1 level 1 is registered alone in the app, only by a holder of the chip card', () => {
  expect(ask({ wish: 'level-1' })).toMatchObject({ eligible: true, procedure: 'level-1' });
  expect(letters.procedures['level-1'].doneBy).toBe('self');
  for (const card of without) expect(ask({ wish: 'level-1', card })).toMatchObject({ eligible: false });
});

test('R2 level 2 in person at any police office while the card is valid, wherever the person resides', () => {
  expect(letters.procedures['level-2'].doneBy).toBe('desk');
  expect(where({ residesHere: false })).toEqual(where({ residesHere: true }));
  expect(ask({ residesHere: false }).here).toBe(true);
});

test('R3 a valid card goes to the ward police, the district team or PC06', () => {
  expect(where({})).toEqual(['commune-police', 'district-team', 'province-office', 'mobile-team']);
});

test('R4 no card, lost, damaged, wants exchange: district team or PC06 by residence, never the ward', () => {
  for (const card of ['none', 'lost', 'damaged', 'wants-change'] as const) {
    expect(where({ card, residesHere: true }), card).toEqual(['district-team', 'province-office']);
    expect(
      ask({ card, residesHere: false }).where.every((place) => place.askResidence),
      card,
    ).toBe(true);
  }
});

test('R5 one named place for card and account together is an entry of the directory', () => {
  const cardHall = sampleOffice('district-team', {
    officeId: 'card-hall',
    name: 'Trụ sở tiếp dân cấp CCCD',
    address: 'Km15, Quốc lộ 6',
  });
  const answer = ask({ card: 'none', residesHere: true }, [sampleOffice('commune-police'), cardHall]);
  expect(answer.procedure).toBe('level-2-with-card');
  expect(answer.where).toMatchObject([{ officeId: 'card-hall', address: 'Km15, Quốc lộ 6' }]);
});

test('R6 a place may be closed for now, with a note, and nobody is sent there', () => {
  const offices = withOffice('province-office', { open: false, note: 'Đang tạm ngưng hoạt động' });
  const answer = ask({}, offices);
  expect(answer.where.map((place) => place.officeId)).not.toContain('province-office');
  expect(answer.notes).toContain('office-closed');
  expect(answer.refused).toContainEqual(
    expect.objectContaining({ officeId: 'province-office', note: 'Đang tạm ngưng hoạt động' }),
  );
});

test('R7 the address of PC06 is data of the directory and reaches the answer', () => {
  const offices = withOffice('province-office', { address: 'Số 44 phố Phạm Ngọc Thạch' });
  const place = ask({ card: 'lost', residesHere: true }, offices).where.find(
    (entry) => entry.officeId === 'province-office',
  );
  expect(place?.address).toBe('Số 44 phố Phạm Ngọc Thạch');
});

test('R8 level 2 needs no level 1 first', () => {
  expect(ask({}).eligible).toBe(true);
  expect(ask({}).notes).toContain('level-1-not-needed');
});

test('R9 without the chip card level 2 is issued together with the card', () => {
  expect(ask({ card: 'none' })).toMatchObject({
    procedure: 'level-2-with-card',
    limit: { value: 7, unit: 'working-day' },
  });
});

test('R10 mobile teams issue level 2 on the spot and visit those who can hardly travel', () => {
  expect(proceduresOfKind(letters, 'mobile-team', then)).toContain('level-2');
  expect(ask({}).notes).toContain('home-visit');
});

test('R11 an account counts as issued only when activated and signed in', () => {
  for (const on of [then, now]) {
    for (const wish of ['level-1', 'level-2', 'activate'] as const) {
      expect(ask({ on, wish }).notes, `${on} ${wish}`).toContain('counts-when-activated');
    }
  }
});

test('R12 level 2 at the desk: chip card, phone or e-mail, papers on wish, result by app or message', () => {
  expect(
    ask({})
      .papers.filter((paper) => paper.required)
      .map((paper) => paper.paper),
  ).toEqual(['id-card', 'phone']);
  expect(ask({}).papers.filter((paper) => !paper.required).length).toBeGreaterThan(0);
  expect(letters.contact['needs']?.value).toBe('phone-or-email');
});

test('R13 a roster of staff goes to whom the office names: no receiver stands in a pack', () => {
  for (const pack of SHIPPED_PACKS) expect(exportPack(pack)).not.toMatch(/danh sách cán bộ/i);
});

test('R14 people living here without registered residence are guided, not left out', () => {
  for (const on of [then, now])
    expect(ask({ on, card: 'none', residesHere: false }).notes).toContain('register-residence');
  expect(ask({ residesHere: false }).here).toBe(true);
});

test('R15 a one-stop desk guides both levels and signing in', () => {
  for (const on of [then, now]) {
    expect(proceduresOfKind(packFor(on), 'one-stop', on).slice(0, 3)).toEqual([
      'level-1',
      'activate',
      'guidance',
    ]);
  }
  expect(letters.reasons['desk-guides']?.value.vi).toMatch(/mức 1 và mức 2/);
});

test('R16 what is put up in offices, blocks and schools is a poster of the program', () => {
  expect(POSTERS).toEqual(['poster-office', 'poster-school']);
  expect(shippedText('poster-office', 'vi').lines).not.toEqual({});
});

test('R17 missing day or month of birth goes to the civil status office', () => {
  for (const on of [then, now]) {
    expect(ask({ on, birthDate: '1950' }).notes).toContain('civil-status');
    expect(ask({ on, birthDate: '1950-02-03' }).notes).not.toContain('civil-status');
    expect(packFor(on).notes['civil-status']?.value.vi).toMatch(/không có giấy tờ.*tư pháp – hộ tịch/i);
  }
});

test('an adult with a valid card and four papers to integrate has five papers at most to look at', () => {
  const wished = ['health-insurance', 'driving-licence', 'vehicle-registration', 'tax-number'];
  const papers = checklistOf(letters, { procedure: 'level-2', band: 'citizen-14', card: 'valid', wished });
  expect(papers.filter(({ paper, wished }) => wished && paper !== TELEPHONE)).toHaveLength(5);
});
