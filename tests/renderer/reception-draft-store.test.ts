import { beforeEach, describe, expect, test } from 'vitest';
import type { Ticket } from '#shared/contract/ticket.ts';
import { isUntouched, useReception } from '#renderer/reception/draft-store.ts';
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
  unfinished: null,
};
const ticket = { id: 't', number: 'A001' } as Ticket;
const at = '2026-11-20T01:00:00.000Z';

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
      at,
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
    draft().takeCard({ kind: 'number', idNumber: '052191007781', warnings: [] }, at);
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
});
