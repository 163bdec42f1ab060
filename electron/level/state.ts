import { readdir } from 'node:fs/promises';
import { localDay } from '#shared/domain/calendar/business-date.ts';
import { workingDayNext } from '#shared/domain/level/working-days.ts';
import { Refusal } from '#electron/desk/refusal.ts';
import type { LevelServices } from './level-call.ts';
import type { WatchState } from './folder-watch.ts';
import { ledgerHead, walkLedger } from './store/ledger-row.ts';
import type { Engine } from './store/migrations.ts';
import { readSettings, saveSetting } from './store/setting-row.ts';

/** What the program itself knows beside the database. */
type OfProgram = { readonly engine: Engine; watchState(): WatchState };

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

    async 'folder.watch'({ store, watch, asker, at }, { folder }) {
      if (folder !== null) {
        try {
          await readdir(folder);
        } catch {
          throw new Refusal({ code: 'folder-not-readable', folder });
        }
      }
      const next = folder === null ? null : { folder, by: asker.by };
      await store.write(at, async ({ trx, append }) => {
        const { watched } = await readSettings(trx);
        if ((watched?.folder ?? null) === folder) return;
        await saveSetting(trx, 'watched', next);
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
