import { foldName } from '#shared/domain/identity/fold-name.ts';
import type { OfficeKind } from '#shared/domain/procedure/vocabulary.ts';

/** Words of a name without marks, the telling ones first: a one-stop desk of a ward is no police station. */
const words: readonly (readonly [RegExp, OfficeKind])[] = [
  [/luu dong/, 'mobile-team'],
  [/xuat nhap canh/, 'immigration'],
  [/mot cua|hanh chinh cong/, 'one-stop'],
  [/tu phap|ho tich/, 'civil-status'],
  [/pc ?06|phong canh sat|(tinh|thanh pho)$/, 'province-office'],
  [/\b(huyen|quan|thi xa)\b/, 'district-team'],
  [/\b(phuong|xa|thi tran|dac khu)\b/, 'commune-police'],
];

/** What kind of place a name most likely means; the leader can choose another. */
export function kindFromName(name: string): OfficeKind {
  const folded = foldName(name);
  return words.find(([pattern]) => pattern.test(folded))?.[1] ?? 'province-office';
}
