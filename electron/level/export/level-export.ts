import { levelTemplate } from '#electron/books/level-template.ts';
import { missingBook } from '#electron/books/level-missing.ts';
import { exportFileName } from '#electron/books/subject.ts';
import { fileSafe } from '#electron/books/file-name.ts';
import { MEDIA_TYPES } from '#electron/books/export-material.ts';
import { Refusal } from '#electron/desk/refusal.ts';
import type { LevelParsed } from '#shared/contract/level.ts';
import { catalogue } from '#shared/text/catalogue.ts';
import { levelDay } from '../day.ts';
import type { LevelServices, LevelSlow } from '../level-call.ts';
import { readSettings } from '../store/setting-row.ts';
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
  const why = reason ?? catalogue(language).levelBook.sumReason;
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

export const exportServices = {
  'level.export': (call, order) => {
    switch (order.format) {
      case 'day-file':
        return dayFile(call, order);
      case 'missing-xlsx':
        return missingList(call, order);
      default:
        throw new Refusal({ code: 'unknown-method' });
    }
  },

  async 'figures.template'(_call, { language = 'vi' }) {
    return fileOf('mau-so-lieu-ngay.xlsx', 'xlsx', await levelTemplate(language));
  },
} satisfies Partial<LevelServices>;
