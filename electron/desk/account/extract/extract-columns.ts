import type { Headings } from '../../table/find-columns.ts';

export const COLUMN_MEANINGS = ['idNumber', 'fullName', 'activatedOn', 'state'] as const;
export type ColumnMeaning = (typeof COLUMN_MEANINGS)[number];

/** Headings of an extract by what they mean. */
export const EXTRACT_HEADINGS: Headings<ColumnMeaning> = [
  ['activatedOn', /(ngay|thoi gian|thoi diem).*kich hoat|activat\w* (on|date)|date.*activat/],
  ['state', /trang thai|tinh trang|kich hoat|^(status|state)$|activated/],
  [
    'idNumber',
    /dinh danh ca nhan|^so dinh danh|so dinh danh$|\bs?ddcn\b|\bcccd\b|so can cuoc|^can cuoc( cong dan)?$|(id|identity|personal) number/,
  ],
  ['fullName', /^ho.*ten\b|^ten (cong dan|chu the)|^(full )?name$/],
];
