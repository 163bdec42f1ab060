import { describe, expect, test } from 'vitest';
import { jobName, jobStateText, troubleText } from '#renderer/paper/print-text.ts';
import { formatOf } from '#renderer/paper/printers/printer-format.ts';
import type { Office } from '#shared/contract/office.ts';
import type { PrintJob } from '#shared/contract/print.ts';
import { PRINT_TROUBLES } from '#shared/domain/printing/trouble.ts';
import { catalogue } from '#shared/text/catalogue.ts';

const text = catalogue('vi');
const { counter, printing } = text;
const job = (part: Partial<PrintJob>) =>
  ({
    state: 'queued',
    sending: false,
    mayHavePrinted: false,
    waitsForPerson: false,
    problem: null,
    ...part,
  }) as PrintJob;

describe('what is known of a job', () => {
  test.each<[Partial<PrintJob>, string]>([
    [{}, printing.job.queued],
    [{ waitsForPerson: true }, printing.job.waits],
    [{ waitsForPerson: true, sending: true }, printing.job.sending],
    [{ state: 'failed', sending: true }, printing.job.sending],
    [{ state: 'failed', problem: 'unheard-of' }, counter.printFailedHelp],
    [{ state: 'failed', mayHavePrinted: true }, `${printing.job.mayHavePrinted} ${counter.printFailedHelp}`],
    [{ state: 'sent' }, counter.printSent],
    [{ state: 'confirmed' }, counter.printConfirmed],
    [{ state: 'given-up' }, counter.printGivenUp],
  ])('%o', (part, said) => {
    expect(jobStateText(job(part), text)).toBe(said);
  });

  test.each(PRINT_TROUBLES)('%s is told in its own words', (problem) => {
    expect(troubleText({ problem }, text)).toBe(printing.trouble[problem]);
  });
});

test.each([
  [null, 'guidance', printing.sheet.guidance],
  [null, 'number', printing.sheet.number],
  ['level-1.vi', 'handout', text.handout.sheetName['level-1']],
  ['test-page.en', 'handout', text.handout.list['test-page']],
  ['unheard-of.vi', 'handout', printing.sheet.handout],
] as const)('the form %s of a %s sheet is called %s', (form, sheet, name) => {
  expect(jobName({ form, sheet }, text)).toBe(name);
});

test('each kind of printer holds its own paper', () => {
  const office = { settings: { numberPaper: 'roll-58', guidancePaper: 'a5' } } as unknown as Office;
  const kinds = ['number', 'guidance', 'handout'] as const;
  expect(kinds.map((kind) => formatOf(office, kind))).toEqual(['roll-58', 'a5', 'a4']);
});
