import { expect, test } from 'vitest';
import { draftOf } from '#renderer/person/home-visit-draft.ts';
import type { HomeVisit } from '#shared/contract/visit.ts';

const kept: HomeVisit = {
  homeVisitId: 'h',
  askedOn: '2026-11-20',
  fullName: 'Trần Ngọc Ánh',
  idNumberMasked: '••••••••7781',
  birthDate: '1941-08-09',
  address: 'Thôn 2',
  why: 'ill',
  contact: 'Lê Gia Bảo',
  phone: '0912345678',
  wantedOn: '2026-11-27',
  visitId: null,
  plannedOn: null,
  state: 'asked',
  overdue: false,
  endReason: null,
  number: null,
};
const relative = { contact: 'Đặng Văn Khoa', phone: '0987654321' };

test('a kept request opens as it stands, whoever asks now; its number is never shown whole', () => {
  expect(draftOf(kept, relative)).toEqual({
    fullName: 'Trần Ngọc Ánh',
    idNumber: '',
    born: '09/08/1941',
    address: 'Thôn 2',
    why: 'ill',
    contact: 'Lê Gia Bảo',
    phone: '0912345678',
    wanted: '27/11/2026',
  });
});

test('a new request begins with who stands there and asks', () => {
  expect(draftOf(undefined, relative)).toMatchObject({ fullName: '', why: 'old', ...relative, wanted: '' });
});
