import type { Card } from '#shared/domain/identity/card-codes.ts';
import { readCard } from '#shared/domain/identity/read-card.ts';
import { inventPerson, seededRandom, type InventedPerson } from '#tests/support/invented-cards.ts';

/** One invented card, as its QR and as its MRZ. */
export const CCCD =
  '079190123456||Nguyễn Thị An|15011990|Nữ|12 Đường Ví Dụ, Phường Bến Nghé, TP. Hồ Chí Minh|10052021';
export const MRZ =
  'IDVNM1901234569079190123456<<9\n9001158F3001156VNM<<<<<<<<<<<4\nNGUYEN<<THI<AN<<<<<<<<<<<<<<<<';

/** What {@link CCCD} says. */
export const whole = {
  idNumber: '079190123456',
  fullName: 'Nguyễn Thị An',
  birthDate: '1990-01-15',
  sex: 'female',
  address: '12 Đường Ví Dụ, Phường Bến Nghé, TP. Hồ Chí Minh',
  issuedOn: '2021-05-10',
} as const;

/** How many invented cards of each kind are read back. */
export const CARDS = 200;

/** Reads a text that must give a card. */
export function card(text: string): Card {
  const reading = readCard(text);
  if (!reading.ok) throw new Error(`unreadable: ${reading.reason}`);
  return reading.card;
}

export function people(seed: number): InventedPerson[] {
  const random = seededRandom(seed);
  return Array.from({ length: CARDS }, () => inventPerson(random));
}

/** UTF-8 misread as Latin-1. */
export function latin1(text: string): string {
  return Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join('');
}
