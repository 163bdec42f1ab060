import { beforeEach, describe, expect, test } from 'vitest';
import type { Ticket } from '#shared/contract/ticket.ts';
import { isUntouched, useReception } from '#renderer/reception/draft-store.ts';
import type { ReadCard } from '#renderer/person/reception-draft.ts';
import type { KnownPerson } from '#renderer/reception/known-person.ts';

const draft = () => useReception.getState();
const nhung: KnownPerson = {
  id: 'one',
  fullName: 'Đặng Thị Hồng Nhung',
  idNumber: '079190123456',
  birthDate: '1990-01-15',
  sex: 'female',
  phone: '0912345678',
  lastDay: null,
  today: null,
  servedToday: null,
  unfinished: null,
};
const ticket = { id: 't', number: 'A001' } as Ticket;
const reading = { at: '2026-11-20T01:00:00.000Z', today: '2026-11-20', childBelow: 14 };
const mother: ReadCard = {
  kind: 'qr-cccd',
  idNumber: '052191007781',
  fullName: 'Trần Ngọc Ánh',
  birthDate: '1991-08-09',
  sex: 'female',
  warnings: [],
};
const child: ReadCard = {
  kind: 'qr-can-cuoc',
  idNumber: '052216007782',
  fullName: 'Lê Gia Bảo',
  birthDate: '2016-02-01',
  sex: 'male',
  warnings: [],
};
const hasRunOut: ReadCard['warnings'] = [{ code: 'card-expired', field: 'expiresOn', on: '2026-01-11' }];

beforeEach(() => {
  draft().startOver();
  useReception.setState({ dropped: null });
});

describe('the draft at reception', () => {
  test('what is typed stays as typed', () => {
    draft().typePerson({ fullName: ' nguyễn  văn' });
    expect(draft().person.fullName).toBe(' nguyễn  văn');
  });

  test('a person of an earlier visit fills the fields, and stops being that person when the name changes', () => {
    draft().choose(nhung);
    expect(draft().person).toMatchObject({
      fullName: 'Đặng Thị Hồng Nhung',
      birthDate: '15/01/1990',
      phone: '0912345678',
    });
    draft().typePerson({ phone: '0987654321' });
    expect(draft().known?.id).toBe('one');
    draft().typePerson({ fullName: 'Đặng Thị Hồng' });
    expect(draft().known).toBeNull();
  });

  test('going on with an earlier visit takes its procedure, until another person is typed', () => {
    const unfinished = {
      requestId: 'r',
      procedure: 'activate' as const,
      businessDay: '2026-11-02',
      missing: ['health-insurance'],
    };
    draft().goOnWith({ ...nhung, unfinished });
    expect(draft().requests[0]).toMatchObject({ byHand: 'activate', continues: 'r' });
    expect(draft().known?.id).toBe('one');
    draft().typePerson({ fullName: 'Lê Văn Khoa' });
    expect(draft().requests[0]).toMatchObject({ byHand: null, continues: null });
  });

  test('going on with the visit of somebody kept without a number ends when a card says a number', () => {
    const unfinished = {
      requestId: 'r',
      procedure: 'activate' as const,
      businessDay: '2026-11-02',
      missing: [],
    };
    draft().goOnWith({
      ...nhung,
      fullName: mother.fullName ?? '',
      idNumber: null,
      birthDate: null,
      unfinished,
    });
    draft().takeCard(mother, reading);
    expect(draft().known).toBeNull();
    expect(draft().requests[0]).toMatchObject({ byHand: null, continues: null });
  });

  test('a scanned card is somebody new: nothing of the person before stays', () => {
    draft().choose(nhung);
    draft().takeCard(
      {
        kind: 'qr-cccd',
        idNumber: '052191007781',
        fullName: 'Trần Ngọc Ánh',
        birthDate: '1991-08-09',
        sex: 'female',
        warnings: [],
      },
      reading,
    );
    expect(draft()).toMatchObject({
      known: null,
      person: {
        fullName: 'Trần Ngọc Ánh',
        idNumber: '052191007781',
        birthDate: '09/08/1991',
        sex: 'female',
        phone: '',
      },
    });
  });

  test('a scanned number alone joins the name that is already typed', () => {
    draft().typePerson({ fullName: 'Trần Ngọc Ánh' });
    draft().takeCard({ kind: 'number', idNumber: '052191007781', warnings: [] }, reading);
    expect(draft().person).toMatchObject({ fullName: 'Trần Ngọc Ánh', idNumber: '052191007781' });
  });

  test('a scan that failed changes nothing of the person', () => {
    draft().typePerson({ fullName: 'Trần Ngọc Ánh' });
    draft().refuseCard('web-link');
    expect(draft().person.fullName).toBe('Trần Ngọc Ánh');
    draft().forgetScan();
    expect(draft().scan).toBeNull();
  });

  test('after saving the desk is empty, the number stands until the next name is typed', () => {
    draft().typePerson({ fullName: 'Trần Ngọc Ánh' });
    draft().toggleClass('Người cao tuổi');
    draft().done(ticket);
    expect(isUntouched(draft())).toBe(true);
    expect(draft().issued?.ticket.number).toBe('A001');
    draft().typePerson({ fullName: 'L' });
    expect(draft().issued).toBeNull();
  });

  test('a number taken back brings back what was typed for it', () => {
    draft().typePerson({ fullName: 'Trần Ngọc Ánh' });
    draft().addRequest();
    draft().changeRequest({ wish: 'activate' });
    draft().done(ticket);
    draft().restore();
    expect(draft().person.fullName).toBe('Trần Ngọc Ánh');
    expect(draft().requests.map((request) => request.wish)).toEqual(['level-2', 'activate']);
  });

  test('what was wiped can be brought back, also after wiping an empty desk again', () => {
    draft().typePerson({ fullName: 'Trần Ngọc Ánh' });
    draft().startOver();
    draft().startOver();
    draft().bringBack();
    expect(draft().person.fullName).toBe('Trần Ngọc Ánh');
  });

  test('the last request cannot be removed, and a removed one never leaves the screen without a request', () => {
    draft().removeRequest(1);
    expect(draft().requests).toHaveLength(1);
    draft().addRequest();
    draft().addRequest();
    draft().removeRequest(3);
    expect(draft().active).toBe(1);
    expect(new Set(draft().requests.map((request) => request.key)).size).toBe(2);
  });

  test('a scan fills the person of the request in focus: the child gets their fields, the mother stays', () => {
    draft().takeCard(mother, reading);
    draft().addRequest();
    draft().changeRequest({ subject: 'child' });
    draft().takeCard(child, reading);
    expect(draft().person).toMatchObject({ fullName: 'Trần Ngọc Ánh', idNumber: '052191007781' });
    expect(draft().requests[1]).toMatchObject({
      subject: 'child',
      ward: { fullName: 'Lê Gia Bảo', birthDate: '01/02/2016', idNumber: '052216007782', sex: 'male' },
    });
    expect(draft().dropped).toBeNull();
  });

  test('a second request in which a child is scanned is for the child; in the first nobody is overwritten', () => {
    draft().takeCard(mother, reading);
    draft().addRequest();
    draft().takeCard(child, reading);
    expect(draft().requests[1]).toMatchObject({ subject: 'child', ward: { fullName: 'Lê Gia Bảo' } });
    expect(draft().person.fullName).toBe('Trần Ngọc Ánh');
  });

  test('a child who was scanned first waits for their mother', () => {
    draft().changeRequest({ subject: 'child' });
    draft().takeCard(child, reading);
    draft().takeCard(mother, reading);
    expect(draft().person.fullName).toBe('Trần Ngọc Ánh');
    expect(draft().requests[0]?.ward.fullName).toBe('Lê Gia Bảo');
  });

  test('a card of somebody else lays the unsaved draft aside, and each comes back for the other', () => {
    draft().typePerson({ fullName: 'Trần Ngọc Ánh', phone: '0912345678' });
    draft().changeRequest({ wish: 'lock' });
    draft().takeCard(child, reading);
    expect(draft().person).toMatchObject({ fullName: 'Lê Gia Bảo', phone: '' });
    expect(draft().requests[0]?.wish).toBe('level-2');
    draft().bringBack();
    expect(draft()).toMatchObject({
      person: { fullName: 'Trần Ngọc Ánh', phone: '0912345678' },
      requests: [{ wish: 'lock' }],
    });
    draft().bringBack();
    expect(draft().person.fullName).toBe('Lê Gia Bảo');
  });

  test('the card of the person typed joins them: a name in part, the same number', () => {
    draft().typePerson({ fullName: 'tran ngoc', phone: '0912345678' });
    draft().takeCard(mother, reading);
    expect(draft()).toMatchObject({
      dropped: null,
      person: { fullName: 'Trần Ngọc Ánh', phone: '0912345678' },
    });
    draft().typePerson({ fullName: 'Trần Ngọc Anh' });
    draft().takeCard(mother, reading);
    expect(draft()).toMatchObject({ dropped: null, person: { fullName: 'Trần Ngọc Ánh' } });
  });

  test('a number alone that is not the one on screen is another person', () => {
    draft().takeCard(mother, reading);
    draft().takeCard({ kind: 'number', idNumber: '052216007782', warnings: [] }, reading);
    expect(draft().person).toMatchObject({ fullName: '', idNumber: '052216007782' });
    expect(draft().dropped?.person.fullName).toBe('Trần Ngọc Ánh');
  });

  test('a card that has run out presets the state of the card, of its own person alone', () => {
    draft().takeCard({ ...mother, warnings: hasRunOut }, reading);
    expect(draft().requests[0]?.card).toBe('expired');
    draft().addRequest();
    expect(draft().requests[1]?.card).toBe('expired');
    draft().changeRequest({ subject: 'child' });
    expect(draft().requests[1]?.card).toBe('valid');
    draft().takeCard({ ...child, warnings: hasRunOut }, reading);
    expect(draft().requests[1]?.card).toBe('expired');
    draft().startOver();
    draft().takeCard(child, reading);
    expect(draft().requests[0]?.card).toBe('valid');
  });

  test('a ticket opened from the list lays what was typed aside', () => {
    draft().typePerson({ fullName: 'Trần Ngọc Ánh' });
    draft().showTicket(ticket);
    expect(draft().issued?.ticket.number).toBe('A001');
    draft().bringBack();
    expect(draft().person.fullName).toBe('Trần Ngọc Ánh');
  });
});
