import { readXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { dayFileOf } from '#tests/support/day-files.ts';
import { ENGINES, registered, testLevel } from '#tests/support/test-level.ts';

const paper = {
  superior: 'CÔNG AN TỈNH LAM GIANG',
  phone: '0200 000 600',
  receiverPhone: '',
  report: {
    placeName: 'Lam Giang',
    symbol: 'BC-QLHC',
    sendTo: '',
    recipients: ['Như trên', 'Lưu: VT'],
    signerTitle: 'Trưởng phòng',
    signerName: 'Nguyễn Văn Mẫu',
  },
};

describe.each(ENGINES)('%s', (engine) => {
  test('what a leader says of the reports is kept, told and written beneath the book', async (context) => {
    const level = await testLevel(context, engine);
    await level.call('level.set-up', { code: 'LG', name: 'Phòng QLHC', receivingLevel: 'Cục C06' });
    const [office] = await registered(level, 1);
    if (office === undefined) throw new Error('registered');
    await level.receive(dayFileOf(office, '2026-11-20'));
    const unsaid = await level.call('level.paper', {});
    expect(unsaid).toMatchObject({ superior: '', report: { symbol: '', recipients: [], signerName: '' } });
    const texts = async () => {
      const book = await level.call('level.export', { from: '2026-11-20', to: '2026-11-20', format: 'xlsx' });
      const { sheets } = await readXlsx(Buffer.from(book.base64, 'base64'));
      return (sheets[0]?.rows ?? []).flat();
    };
    expect(await texts()).not.toContain('Trưởng phòng');
    expect(await level.refusal('level.set-paper', paper, 'clerk')).toEqual({
      code: 'not-allowed',
      role: 'clerk',
    });
    expect(await level.call('level.set-paper', paper)).toEqual(paper);
    expect(await level.call('level.paper', {})).toEqual(paper);
    expect(await texts()).toEqual(expect.arrayContaining(['Trưởng phòng', 'Nguyễn Văn Mẫu']));
    const tooMany = { ...paper, report: { ...paper.report, recipients: Array.from({ length: 9 }, String) } };
    expect(await level.refusal('level.set-paper', tooMany)).toMatchObject({ code: 'invalid-input' });
    expect(await level.call('level.check', {})).toMatchObject({ whole: true });
  });
});
