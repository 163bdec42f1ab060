import { levelBook, levelCsv, levelFileName, type LevelMaterial } from '#electron/books/level-book.ts';
import { levelTemplate } from '#electron/books/level-template.ts';
import { missingBook } from '#electron/books/level-missing.ts';
import { exportFileName } from '#electron/books/subject.ts';
import { fileSafe } from '#electron/books/file-name.ts';
import { MEDIA_TYPES } from '#electron/books/export-material.ts';
import { Refusal } from '#electron/desk/refusal.ts';
import type { LevelOutput, LevelParsed } from '#shared/contract/level.ts';
import type { LevelPage } from '#shared/contract/level-page.ts';
import type { LevelPeriod, Received } from '#shared/contract/level-shapes.ts';
import { sumOfOffices } from '#shared/domain/level/day-sum.ts';
import { sumOfParts, type Parts } from '#shared/domain/report/parts.ts';
import { levelWords } from '#shared/text/level-words.ts';
import { levelDay } from '../day.ts';
import type { LevelServices, LevelSlow } from '../level-call.ts';
import { levelCauses } from '../causes.ts';
import { checkPeriod, countedIn, levelPeriod } from '../period.ts';
import { paperOf } from '../state.ts';
import { readSheet } from '../sheet/read-sheet.ts';
import { readSettings } from '../store/setting-row.ts';
import type { LevelTransaction } from '../store/tables.ts';
import { targetLines } from '../targets.ts';
import { enterFigures } from '../typed.ts';
import { officeCounts } from './office-counts.ts';
import { signedSum } from './own-sum.ts';

type Order = LevelParsed<'level.export'>;
type File = { readonly fileName: string; readonly mediaType: string; readonly base64: string };

function fileOf(fileName: string, format: 'xlsx' | 'csv' | 'pdf' | 'day-file', bytes: Uint8Array): File {
  return { fileName, mediaType: MEDIA_TYPES[format], base64: Buffer.from(bytes).toString('base64') };
}

async function ownOf(call: LevelSlow) {
  const { own } = await call.store.read(readSettings);
  if (own === null) throw new Refusal({ code: 'level-not-set-up' });
  return own;
}

/** The sum of one day, signed; a period of several has no signed file. */
async function dayFile(call: LevelSlow, { from, to, group, language = 'vi', reason }: Order): Promise<File> {
  if (from !== to || group !== undefined)
    throw new Refusal({ code: 'invalid-input', path: 'to', reason: 'one-day-of-all' });
  const own = await ownOf(call);
  const why = reason ?? levelWords(language).levelBook.sumReason;
  const { version, bytes } = await call.store.write(call.at, (writing) =>
    signedSum({ ...call, ...writing }, from, why),
  );
  const name = `so-lieu-ngay-${from}-${fileSafe(own.code)}-ban-${version}`;
  return fileOf(exportFileName({ name }, 'day-file', language, false), 'day-file', bytes);
}

async function missingList(call: LevelSlow, { to, language = 'vi' }: Order): Promise<File> {
  const own = await ownOf(call);
  const day = await call.store.read((trx) => levelDay({ ...call, trx }, to));
  const bytes = await missingBook(own, day, { language, at: call.at });
  return fileOf(`chua-gui-${to}-${fileSafe(own.code)}.xlsx`, 'xlsx', bytes);
}

/** Parts are read from whole files: of more files than this a book has the sums alone. */
const MOST_FILES_IN_PARTS = 20_000;

async function materialOf(
  call: LevelSlow,
  span: Pick<Order, 'from' | 'to' | 'group'>,
): Promise<LevelMaterial> {
  const own = await ownOf(call);
  return call.store.read(async (trx) => {
    const query = { ...call, trx };
    const period = await levelPeriod(query, span);
    const { report } = await paperOf(trx);
    const causes = await levelCauses(query, span);
    const targets = await targetLines(query, span.to);
    const isWanted = period.offices.reduce((sum, { days }) => sum + days, 0) <= MOST_FILES_IN_PARTS;
    return {
      own,
      signer: { title: report.signerTitle, name: report.signerName },
      group: span.group,
      period,
      causes,
      targets: targets.filter((row) => span.group === undefined || row.group === span.group),
      parts: isWanted ? await partsOf(trx, period, span.group) : null,
    };
  });
}

/** The parts of all days, day after day: no more than one is held whole. Where they lie within an office is told by the office itself. */
async function partsOf(
  trx: LevelTransaction,
  { from, to, offices }: LevelPeriod,
  group: string | undefined,
): Promise<Parts> {
  const codes = group === undefined ? undefined : new Set(offices.map(({ code }) => code));
  const days = await countedIn(trx, { from, to, group })
    .select('businessDay')
    .distinct()
    .orderBy('businessDay')
    .execute();
  let parts = sumOfParts([]);
  for (const { businessDay } of days) {
    const sum = sumOfOffices(await officeCounts(trx, businessDay, codes));
    parts = sumOfParts([
      parts,
      { ...sum.breakdowns, byProcedure: sum.requests.byProcedure, papers: sum.papers },
    ]);
  }
  return { ...parts, byResidence: [] };
}

async function bookFile(call: LevelSlow, order: Order, format: 'xlsx' | 'csv'): Promise<File> {
  const material = await materialOf(call, order);
  const { language = 'vi' } = order;
  const worded = format === 'xlsx' && language !== 'vi' ? `-${language}` : '';
  const bytes = format === 'csv' ? levelCsv(material) : await levelBook(material, { language, at: call.at });
  return fileOf(`${levelFileName(material)}${worded}.${format}`, format, bytes);
}

async function printed(call: LevelSlow, order: Order, sheet: LevelPage['sheet']): Promise<File> {
  const own = await ownOf(call);
  const { from, to, group, language = 'vi' } = order;
  const page = { sheet, from, to, language, ...(group === undefined ? {} : { group }) };
  const pdf = (await call.printer?.(page, AbortSignal.timeout(PDF_PATIENCE_MS))) ?? { trouble: 'no-browser' };
  if (pdf.trouble !== null) throw new Refusal({ code: 'pdf-not-made', reason: pdf.trouble });
  const name =
    sheet === 'missing'
      ? `chua-gui-${to}-${fileSafe(own.code)}`
      : levelFileName({ own, period: { from, to }, group });
  return fileOf(`${name}${language === 'vi' ? '' : `-${language}`}.pdf`, 'pdf', pdf.bytes);
}

const PDF_PATIENCE_MS = 60_000;

export const exportServices = {
  async 'level.export'(call, order) {
    checkPeriod(order);
    switch (order.format) {
      case 'day-file':
        return dayFile(call, order);
      case 'missing-xlsx':
        return missingList(call, order);
      case 'xlsx':
      case 'csv':
        return bookFile(call, order, order.format);
      case 'pdf':
        return printed(call, order, 'period');
      case 'missing-pdf':
        return printed(call, order, 'missing');
    }
  },

  async 'figures.template'(_call, { language = 'vi' }) {
    return fileOf('mau-so-lieu-ngay.xlsx', 'xlsx', await levelTemplate(language));
  },

  async 'figures.read-sheet'(call, { fileName, base64 }) {
    const lines = await readSheet({ fileName, base64 });
    const { asker, store, at } = call;
    return store.write(at, async (writing) => {
      const told: LevelOutput<'figures.read-sheet'>['lines'] = [];
      for (const { line, officeCode, problem, ...read } of lines) {
        const word = problem === undefined ? {} : { problem };
        if (read.figures === undefined) {
          told.push({ line, status: 'unreadable', ...word });
          continue;
        }
        const typed = { officeCode, businessDay: read.businessDay, figures: read.figures, reason: fileName };
        const received = await enterFigures(writing, typed, asker.by, 'sheet').catch(
          (error: unknown): Received => {
            if (error instanceof Refusal && error.problem.code === 'unknown-office')
              return {
                status: 'unknown-office',
                office: { code: officeCode, name: '' },
                businessDay: typed.businessDay,
              };
            throw error;
          },
        );
        told.push({ line, ...received, ...word });
      }
      return { lines: told };
    });
  },
} satisfies Partial<LevelServices>;
