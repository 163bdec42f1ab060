import { describe, expect, test } from 'vitest';
import type { RequestInput } from '#shared/contract/ticket.ts';
import { openTestDesk, type TestDesk } from '#tests/support/test-desk.ts';

const CIVIL_STATUS = {
  officeId: 'hotich',
  name: 'Tư pháp – hộ tịch xã Đồng Sen',
  kind: 'civil-status' as const,
  procedures: [],
  open: true,
  address: 'Số 6 đường Bến Đá',
  phone: '0296 000 006',
  hours: 'Thứ Hai – thứ Sáu',
};
const PC06 = {
  ...CIVIL_STATUS,
  officeId: 'pc06',
  name: 'Phòng PC06',
  kind: 'province-office' as const,
  procedures: ['level-2' as const],
};

function serving(request: RequestInput): { desk: TestDesk; ticketId: string; requestId: string } {
  const desk = openTestDesk({ settings: { directory: [CIVIL_STATUS, PC06] } });
  const ticket = desk.call('ticket.issue', { requests: [request] });
  desk.serveNext();
  return { desk, ticketId: ticket.id, requestId: ticket.requests[0]?.id ?? '' };
}

const foreigner: RequestInput = { procedure: 'level-2', subject: 'foreigner' };
const citizen: RequestInput = {
  procedure: 'level-2',
  subject: 'citizen',
  person: { fullName: 'Trần Thị Mẫu', birthDate: '1990-02-03' },
};

describe('what is not done here', () => {
  test('is not taken until an officer decides, and no longer once the decision is taken back', () => {
    const { desk, ticketId, requestId } = serving(foreigner);
    const finish = () => ({ ticketId, outcomes: [{ requestId, outcome: 'taken' as const }] });
    expect(desk.refusal('ticket.finish', finish())).toEqual({ code: 'not-done-here', requestId });
    expect(desk.refusal('ticket.settle', { ticketId, outcome: 'taken' })).toEqual({
      code: 'not-done-here',
      requestId,
    });
    desk.call('request.decide', { requestId, reason: 'Lãnh đạo đồng ý' });
    desk.call('request.decide', { requestId, reason: '' });
    expect(desk.refusal('ticket.finish', finish()).code).toBe('not-done-here');
    desk.call('request.decide', { requestId, reason: 'Lãnh đạo đồng ý' });
    desk.call('ticket.finish', finish());
    const [line] = desk.call('slip.show', { ticketId, sheet: 'guidance' }).requests;
    expect(line?.due).not.toBeNull();
  });

  test('is taken at once where reception decided so, and the words stay out of the journal', () => {
    const { desk, ticketId, requestId } = serving({ ...foreigner, decision: 'Đơn vị được giao thí điểm' });
    const [request] = desk.call('ticket.get', { ticketId }).requests;
    expect(request).toMatchObject({
      decision: 'Đơn vị được giao thí điểm',
      verdict: { here: true, byOfficer: true },
    });
    desk.call('ticket.finish', { ticketId, outcomes: [{ requestId, outcome: 'taken' }] });
    expect(JSON.stringify(desk.desk.eventsSince(0))).not.toContain('thí điểm');
  });

  test.each([
    [
      'the place that was chosen and nothing else',
      'hotich',
      'data-to-mend',
      ['Tư pháp – hộ tịch xã Đồng Sen'],
    ],
    ['nobody where none can do it and none was chosen', undefined, undefined, []],
  ] as const)('prints %s', (_what, referredTo, referralReason, names) => {
    const { desk, ticketId, requestId } = serving(foreigner);
    const outcomes = [{ requestId, outcome: 'referred' as const, referredTo, referralReason }];
    desk.call('ticket.finish', { ticketId, outcomes });
    const [line] = desk.call('slip.show', { ticketId, sheet: 'guidance' }).requests;
    expect(line?.referral?.places.map(({ name }) => name)).toEqual(names);
    expect(line?.referral?.reason).toBe(referralReason ?? 'not-done-here');
  });
});

describe('a required paper that is not there', () => {
  test('keeps the request from being taken unless somebody says why', () => {
    const { desk, ticketId, requestId } = serving(citizen);
    desk.call('request.set-paper', { requestId, paper: 'id-card', state: 'missing' });
    const outcome = { requestId, outcome: 'taken' as const };
    expect(desk.refusal('ticket.finish', { ticketId, outcomes: [outcome] })).toEqual({
      code: 'papers-unseen',
      requestId,
      papers: ['id-card', 'phone'],
    });
    desk.call('ticket.finish', { ticketId, outcomes: [{ ...outcome, excuse: 'Đã đối chiếu trên VNeID' }] });
    expect(desk.call('ticket.get', { ticketId }).requests[0]?.excuse).toBe('Đã đối chiếu trên VNeID');
    const told = JSON.stringify(desk.desk.eventsSince(0));
    expect(told).toContain('"excused":true');
    expect(told).not.toContain('đối chiếu');
  });

  test.each(['seen', 'in-vneid'] as const)('does not where it was %s', (state) => {
    const person = { fullName: 'Trần Thị Mẫu', birthDate: '1990-02-03', phone: '0900000123' };
    const { desk, ticketId, requestId } = serving({ ...citizen, person });
    desk.call('request.set-paper', { requestId, paper: 'id-card', state });
    desk.call('ticket.finish', { ticketId, outcomes: [{ requestId, outcome: 'taken' }] });
  });
});

describe('the telephone the law asks for (L16)', () => {
  const phoneOf = (desk: TestDesk, ticketId: string) =>
    desk.call('ticket.get', { ticketId }).requests[0]?.papers.find(({ paper }) => paper === 'phone');
  const taken = (requestId: string) => [{ requestId, outcome: 'taken' as const }];

  test('is a required row of the checklist, which keeps the request from being taken until it is there or excused', () => {
    const { desk, ticketId, requestId } = serving(citizen);
    expect(phoneOf(desk, ticketId)).toMatchObject({ required: true, state: null, number: null });
    desk.call('request.set-paper', { requestId, paper: 'id-card', state: 'seen' });
    const outcomes = taken(requestId);
    expect(desk.refusal('ticket.finish', { ticketId, outcomes })).toEqual({
      code: 'papers-unseen',
      requestId,
      papers: ['phone'],
    });
    desk.call('ticket.finish', {
      ticketId,
      outcomes: [{ requestId, outcome: 'taken', excuse: 'Đăng ký SIM chính chủ trong ngày' }],
    });
  });

  test('is there from the start where it is known, and that alone is no begun checklist', () => {
    const person = { fullName: 'Trần Thị Mẫu', birthDate: '1990-02-03', phone: '0900000123' };
    const { desk, ticketId, requestId } = serving({ ...citizen, person });
    expect(phoneOf(desk, ticketId)).toMatchObject({ state: 'seen', number: '0900000123' });
    desk.call('ticket.finish', { ticketId, outcomes: taken(requestId) });
  });

  test('typed on the row it is the telephone of the person, and the other way round', () => {
    const { desk, ticketId, requestId } = serving(citizen);
    desk.call('request.set-paper', { requestId, paper: 'phone', state: 'seen', number: '+84 900 000 123' });
    const person = () => desk.call('ticket.get', { ticketId }).requests[0]?.person;
    expect(person()?.phone).toBe('0900000123');
    expect(
      desk.refusal('request.set-paper', { requestId, paper: 'phone', state: 'seen', number: '12' }),
    ).toMatchObject({ code: 'invalid-input', path: 'number' });

    const second = serving(citizen);
    const id = second.desk.call('ticket.get', { ticketId: second.ticketId }).requests[0]?.person?.id ?? '';
    const update = { fullName: 'Trần Thị Mẫu', birthDate: '1990-02-03', phone: '0900000456' };
    second.desk.call('person.update', { personId: id, person: update });
    expect(phoneOf(second.desk, second.ticketId)).toMatchObject({ state: 'seen', number: '0900000456' });
  });

  test('is counted among no papers of the report, and the slip names it only where it is missing', () => {
    const { desk, ticketId, requestId } = serving(citizen);
    desk.call('request.set-paper', { requestId, paper: 'id-card', state: 'seen' });
    desk.call('request.set-paper', { requestId, paper: 'phone', state: 'seen' });
    const { businessDay } = desk.call('ticket.get', { ticketId });
    const counted = desk.call('report.day', { businessDay }).papers.map(({ paper }) => paper);
    expect(counted).toContain('id-card');
    expect(counted).not.toContain('phone');
    const printed = () =>
      desk.call('slip.show', { ticketId, sheet: 'guidance' }).requests[0]?.papers.map(({ paper }) => paper);
    expect(printed()).not.toContain('phone');
    desk.call('request.set-paper', { requestId, paper: 'phone', state: 'missing' });
    expect(printed()).toContain('phone');
  });

  test.each([
    ['2023-06-15', 'citizen', undefined, true],
    ['2026-11-20', 'citizen', undefined, true],
    ['2026-11-20', 'child', undefined, true],
    ['2026-11-20', 'foreigner', undefined, false],
    ['2026-11-20', 'citizen', 'phone-or-email-if-any', false],
  ] as const)('on %s of a %s with %s: %s', (day, subject, own, isAsked) => {
    const desk = openTestDesk({ day });
    const path = 'contact.needs';
    if (own !== undefined) {
      const packId = desk.call('rules.show', {}).id;
      // A pack that says it otherwise has the words for it.
      expect(desk.call('rules.override', { packId, path, value: own, why: 'thử' }).value).toBe(own);
    }
    const { id } = desk.call('ticket.issue', { requests: [{ procedure: 'level-2', subject }] });
    const papers = desk.call('ticket.get', { ticketId: id }).requests[0]?.papers ?? [];
    expect(papers.some(({ paper }) => paper === 'phone')).toBe(isAsked);
  });
});

test('the fee of a card is on the slip of who gets one, as the office has it (L12)', () => {
  const person = { fullName: 'Trần Thị Mẫu', birthDate: '1990-02-03', phone: '0900000123' };
  const feeOf = (card: 'none' | 'lost' | 'expired' | 'valid', own?: { vi: string; en: string }) => {
    const procedure = card === 'valid' ? 'level-2' : 'level-2-with-card';
    const { desk, ticketId, requestId } = serving({ procedure, subject: 'citizen', card, person });
    const packId = desk.call('rules.show', {}).id;
    if (own !== undefined)
      desk.call('rules.override', { packId, path: 'notes.card-fee-first', value: own, why: 'thông báo' });
    desk.call('ticket.finish', { ticketId, outcomes: [{ requestId, outcome: 'taken', excuse: 'x' }] });
    return desk.call('slip.show', { ticketId, sheet: 'guidance' }).requests[0]?.fee;
  };
  expect(feeOf('none')?.vi).toMatch(/không thu/);
  expect(feeOf('expired')?.vi).toMatch(/50\.000 đ/);
  expect(feeOf('lost')?.vi).toMatch(/70\.000 đ/);
  expect(feeOf('none', { vi: 'Không thu.', en: 'Free.' })).toEqual({ vi: 'Không thu.', en: 'Free.' });
  expect(feeOf('valid')).toBeUndefined();
});

describe('a child with a parent', () => {
  const asked = (subject: 'child' | 'citizen' | 'guarded', birthDate?: string) => {
    const person = { fullName: 'Lê Mẫu Nhỏ', ...(birthDate === undefined ? {} : { birthDate }) };
    const { desk, ticketId } = serving({ procedure: 'level-2', subject, person });
    const [request] = desk.call('ticket.get', { ticketId }).requests;
    return {
      band: request?.verdict.band,
      representative: request?.verdict.representative,
      required: request?.papers.filter(({ required }) => required).map(({ paper }) => paper),
    };
  };

  test('is asked for what a citizen of that age is, and for no proof of guardianship', () => {
    const child = asked('child', '2016-05-06');
    expect(child).toEqual({
      band: 'citizen-6-14',
      representative: 'parent',
      required: ['id-card', 'representative-id-card', 'phone'],
    });
    expect(child).toEqual(asked('citizen', '2016-05-06'));
    expect(asked('guarded', '2016-05-06')).toMatchObject({ representative: 'guardian' });
    expect(asked('guarded', '2016-05-06').required).toContain('representation-proof');
  });

  test('is a child while nobody knows its age, and its own applicant once it is old enough', () => {
    expect(asked('child').band).toBe('citizen-6-14');
    expect(asked('child', '2001-05-06')).toMatchObject({ band: 'citizen-14', representative: null });
  });
});

test('a verdict follows a corrected birth date, and shows what triage gives now', () => {
  const { desk, ticketId } = serving(citizen);
  const personId = desk.call('ticket.get', { ticketId }).requests[0]?.person?.id ?? '';
  const verdict = () => desk.call('ticket.get', { ticketId }).requests[0]?.verdict;
  expect(verdict()).toMatchObject({ band: 'citizen-14', instead: null, representative: null });
  desk.call('person.update', { personId, person: { fullName: 'Trần Thị Mẫu', birthDate: '2022-02-03' } });
  expect(verdict()).toMatchObject({
    band: 'citizen-under-6',
    procedure: 'level-2',
    instead: 'level-1',
    representative: 'parent',
    byOfficer: false,
  });
});

test('the fee names the last day of the half, which the office may move', () => {
  const person = { fullName: 'Trần Thị Mẫu', birthDate: '1990-02-03', phone: '0900000123' };
  const feeUntil = (own?: string) => {
    const { desk, ticketId, requestId } = serving({
      procedure: 'level-2-with-card',
      subject: 'citizen',
      card: 'expired',
      person,
    });
    const packId = desk.call('rules.show', {}).id;
    if (own !== undefined)
      desk.call('rules.override', { packId, path: 'fees.halfUntil', value: own, why: 'thông báo' });
    desk.call('ticket.finish', { ticketId, outcomes: [{ requestId, outcome: 'taken', excuse: 'x' }] });
    return desk.call('slip.show', { ticketId, sheet: 'guidance' }).requests[0]?.fee?.vi;
  };
  expect(feeUntil()).toBe('Đổi thẻ 50.000 đ, nửa đến 31/12/2026.');
  expect(feeUntil('2027-06-30')).toBe('Đổi thẻ 50.000 đ, nửa đến 30/06/2027.');
});

describe('a child or ward uses the telephone of who acts for them (L16)', () => {
  const mother: RequestInput = {
    procedure: 'level-2',
    subject: 'citizen',
    person: { fullName: 'Trần Thị Mẫu', birthDate: '1990-02-03', phone: '0900000123' },
  };
  const child = (phone?: string): RequestInput => ({
    procedure: 'level-2',
    subject: 'child',
    person: { fullName: 'Lê Văn Con', birthDate: '2018-02-03', ...(phone === undefined ? {} : { phone }) },
  });
  const second = (...requests: RequestInput[]) => {
    const desk = openTestDesk({});
    const { id } = desk.call('ticket.issue', { requests });
    return desk.call('ticket.get', { ticketId: id }).requests.at(-1);
  };

  test('the row begins with the number of the grown-up on the ticket, and never with that of a stranger', () => {
    const row = (...requests: RequestInput[]) =>
      second(...requests)?.papers.find(({ paper }) => paper === 'phone');
    expect(row(mother, child())).toMatchObject({ state: 'seen', number: '0900000123' });
    expect(row(mother, child('0900000456'))).toMatchObject({ number: '0900000456' });
    expect(row(child())).toMatchObject({ state: null, number: null });
    const another = { ...mother, person: { fullName: 'Lê Thị Khác', birthDate: '1991-02-03' } };
    expect(row(mother, another)).toMatchObject({ state: null, number: null });
  });

  test.each([
    ['child', 'parent'],
    ['guarded', 'guardian'],
    ['citizen', undefined],
  ] as const)('the slip of a %s says whose number it is: %s', (subject, whose) => {
    const { desk, ticketId, requestId } = serving({
      ...child('0900000123'),
      subject,
      ...(subject === 'citizen' ? { person: mother.person } : {}),
    });
    desk.call('ticket.finish', { ticketId, outcomes: [{ requestId, outcome: 'taken', excuse: 'x' }] });
    expect(desk.call('slip.show', { ticketId, sheet: 'guidance' }).person?.phoneOf).toBe(whose);
  });
});

test('the electronic card is locked here by form TK03, and its slip and figures say so (L9)', () => {
  const { desk, ticketId, requestId } = serving({ ...citizen, procedure: 'lock-card', wish: 'lock-card' });
  expect(desk.call('ticket.get', { ticketId }).requests[0]?.verdict).toMatchObject({
    procedure: 'lock-card',
    here: true,
    limit: null,
  });
  desk.call('ticket.finish', { ticketId, outcomes: [{ requestId, outcome: 'taken' }] });
  const [line] = desk.call('slip.show', { ticketId, sheet: 'guidance' }).requests;
  expect(line).toMatchObject({ procedure: 'lock-card', due: null });
  expect(desk.call('report.day', { businessDay: '2026-11-20' }).requests.byProcedure).toContainEqual(
    expect.objectContaining({ procedure: 'lock-card', total: 1 }),
  );
});
