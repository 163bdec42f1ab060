import type { Input } from '#shared/contract/desk-contract.ts';

/** A visit from house to house, the day after the first of a test. */
export const visitPlan: Input<'visit.save'> = {
  day: '2026-11-21',
  starts: '08:00',
  ends: '11:30',
  place: 'Khu phố 3',
  site: 'home',
  expected: 2,
  teamId: null,
  goers: '',
  materials: '',
  contact: '',
  phone: '',
  rosterId: null,
};

/** Somebody old whose relative asks. */
export const homeVisit: Input<'home-visit.save'> = {
  fullName: 'Trần Thị Mẫu',
  idNumber: '079138000001',
  birthDate: '1938',
  address: 'Hẻm 12, Khu phố 3',
  why: 'old',
  contact: 'cháu ngoại',
  phone: '0900000116',
  wantedOn: null,
};
