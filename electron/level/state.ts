import { readdir } from 'node:fs/promises';
import type { LevelDoorState } from '#shared/contract/level-officer.ts';
import { localDay } from '#shared/domain/calendar/business-date.ts';
import { workingDayNext } from '#shared/domain/level/working-days.ts';
import { Refusal } from '#electron/desk/refusal.ts';
import type { LevelPaper } from '#shared/contract/level-shapes.ts';
import type { LevelServices } from './level-call.ts';
import type { WatchState } from './folder-watch.ts';
import { ledgerHead, walkLedger } from './store/ledger-row.ts';
import type { Engine } from './store/migrations.ts';
import type { LevelTransaction } from './store/tables.ts';
import { readSettings, saveSetting } from './store/setting-row.ts';

/** What the program itself knows beside the database. */
type OfProgram = { readonly engine: Engine; watchState(): WatchState; door(): LevelDoorState | null };

/** What nobody has said yet stays open for the pen. */
const UNSAID: LevelPaper = {
  superior: '',
  phone: '',
  receiverPhone: '',
  report: { placeName: '', symbol: '', sendTo: '', recipients: [], signerTitle: '', signerName: '' },
};

/** How the level signs its reports. */
export async function paperOf(trx: LevelTransaction): Promise<LevelPaper> {
  return (await readSettings(trx)).paper ?? UNSAID;
}

export const stateServices = (program: OfProgram) =>
  ({
    async 'level.state'({ trx, at, key, calendar }) {
      const { own, lastBackup, watched } = await readSettings(trx);
      const today = localDay(at);
      const offices = await trx
        .selectFrom('office')
        .select((eb) => eb.fn.countAll<number>().as('all'))
        .where('closedOn', 'is', null)
        .executeTakeFirstOrThrow();
      return {
        own,
        keyId: key.keyId,
        publicKey: key.publicKey,
        engine: program.engine,
        revision: (await ledgerHead(trx)).seq,
        today,
        reportOf: workingDayNext(today, -1, calendar),
        now: at,
        offices: offices.all,
        watched: watched === null ? null : { folder: watched.folder, ...program.watchState() },
        lastBackup,
      };
    },

    'level.door': async () => program.door(),

    async 'level.set-up'({ trx, append, asker }, own) {
      const known = await trx
        .selectFrom('office')
        .select('name')
        .where('code', '=', own.code)
        .executeTakeFirst();
      if (known !== undefined)
        throw new Refusal({ code: 'office-known', office: own.code, name: known.name });
      await saveSetting(trx, 'own', own);
      append({ kind: 'set-up', by: asker.by, data: own });
      return own;
    },

    'level.paper': ({ trx }) => paperOf(trx),

    async 'level.set-paper'({ trx, append, asker }, paper) {
      await saveSetting(trx, 'paper', paper);
      append({ kind: 'paper', by: asker.by, data: paper });
      return paper;
    },

    async 'folder.watch'({ store, watch, asker, at }, { folder }) {
      if (folder !== null) {
        try {
          await readdir(folder);
        } catch {
          throw new Refusal({ code: 'folder-not-readable', folder });
        }
      }
      const next = folder === null ? null : { folder, by: asker.by };
      const kept = next && { folder: next.folder, by: next.by.name, officer: next.by.officer };
      await store.write(at, async ({ trx, append }) => {
        const { watched } = await readSettings(trx);
        if ((watched?.folder ?? null) === folder) return;
        await saveSetting(trx, 'watched', kept);
        append({ kind: 'folder', by: asker.by, data: { folder } });
      });
      watch.follow(next);
      return { folder };
    },

    async 'level.check'({ trx }) {
      const { lines, brokenAt } = await walkLedger(trx);
      return { lines, whole: brokenAt === null, brokenAt };
    },
  }) satisfies Partial<LevelServices>;
