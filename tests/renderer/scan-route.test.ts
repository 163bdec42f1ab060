import { fc } from '#tests/support/property.ts';
import { expect, test } from 'vitest';
import { CARD_UNREADABLE_REASONS } from '#shared/domain/identity/card-codes.ts';
import { readPaperCode } from '#renderer/scan/paper-code.ts';
import { belongsToField, routeScan } from '#renderer/scan/scan-route.ts';
import { CCCD, MRZ } from '#tests/domain/identity/sample-card.ts';

const hex = (text: string): string => Buffer.from(text, 'utf8').toString('hex');
const BHYT = `DN4790000000001|${hex('Nguyễn Thị An')}|15/01/1990|2|${hex('Phường Ví Dụ')}|79-024|01/01/2026|-`;
const GPLX = '790123456789|Nguyễn Thị An|B2|15/01/1990';

test.each([
  ['the QR of a health insurance card', BHYT, { paper: 'health-insurance', number: 'DN4790000000001' }],
  ['its barcode', 'DN4790000000001', { paper: 'health-insurance', number: 'DN4790000000001' }],
  ['the QR of a licence', GPLX, { paper: 'driving-licence', number: '790123456789' }],
  [
    'a link to the register',
    'https://gplx.csgt.bocongan.gov.vn/tra-cuu?so=790123456789',
    { paper: 'driving-licence', number: '790123456789' },
  ],
  [
    'a link without a number',
    'https://gplx.csgt.bocongan.gov.vn/',
    { paper: 'driving-licence', number: null },
  ],
  ['an identity card', CCCD, null],
  ['an MRZ', MRZ, null],
  ['a number alone', '079190123456', null],
  ['a name', 'Nguyễn Thị An', null],
  ['nothing', '', null],
])('%s is told apart', (_what, text, expected) => {
  expect(readPaperCode(text)).toEqual(expected);
});

const papers = ['id-card', 'health-insurance', 'tax-number'];
const bhyt = readPaperCode(BHYT);
const gplx = readPaperCode(GPLX);
const bare = readPaperCode('https://gplx.csgt.bocongan.gov.vn/');

test.each([
  ['a card, anywhere', null, { isTestOpen: false, papers: null }, { to: 'reception' }],
  ['a card, with a row in focus', null, { isTestOpen: false, papers }, { to: 'reception' }],
  ['a card, on the scanner page', null, { isTestOpen: true, papers: null }, { to: 'test' }],
  [
    'a BHYT, with a row in focus',
    bhyt,
    { isTestOpen: false, papers },
    { to: 'paper', paper: 'health-insurance', number: 'DN4790000000001' },
  ],
  ['a BHYT, no row in focus', bhyt, { isTestOpen: false, papers: null }, { to: 'reception' }],
  [
    'a licence that the checklist does not ask for',
    gplx,
    { isTestOpen: false, papers },
    { to: 'refusal', why: 'no-row', paper: 'driving-licence' },
  ],
  [
    'a licence whose code has no number',
    bare,
    { isTestOpen: false, papers: ['driving-licence'] },
    { to: 'refusal', why: 'no-number', paper: 'driving-licence' },
  ],
] as const)('%s goes to its place', (_what, code, place, expected) => {
  expect(routeScan(code, place)).toEqual(expected);
});

test('a fast text that is no card goes back into its field; a broken card and a card of another kind never do', () => {
  expect(CARD_UNREADABLE_REASONS.filter((reason) => belongsToField(reason, false))).toEqual([
    'not-a-card',
    'number-length',
    'web-link',
    'app-code',
    'app-data',
    'labelled-text',
  ]);
  expect(CARD_UNREADABLE_REASONS.filter((reason) => belongsToField(reason, true))).toEqual([]);
});

test('no text makes the reader of paper codes throw, and a number is never made up', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      const code = readPaperCode(text);
      if (code?.number != null)
        expect(
          text
            .replace(/[^0-9A-Za-z０-９]/gu, '')
            .toUpperCase()
            .normalize('NFKC'),
        ).toContain(code.number);
    }),
  );
});
