import type { AccountLevel } from '#shared/domain/account/follow-up.ts';
import type { Campaign, UnitTotals } from '#shared/domain/report/campaign.ts';
import type { ReadableStore, WritableStore } from '../store.ts';

type CampaignRow = {
  id: string;
  name: string;
  unit: string;
  from_day: string;
  due_on: string;
  stated_total: number | null;
  report_before: string | null;
  difficulties: string;
  proposals: string;
};
type TargetRow = {
  campaign_id: string;
  level: AccountLevel;
  who: 'all' | 'staff' | 'residence';
  residence: string | null;
  target: number;
  before: number;
};

/** Every campaign of the office, the one that ends last first. */
export function readCampaigns(store: ReadableStore, office: string): Campaign[] {
  const targets = store
    .prepare<[string], TargetRow>(
      `SELECT r.campaign_id, r.level, r.who, r.residence, r.target, r.before FROM campaign_target r JOIN campaign c ON c.id = r.campaign_id
       WHERE c.office_id = ? ORDER BY r.position`,
    )
    .all(office);
  return store
    .prepare<[string], CampaignRow>(
      `SELECT id, name, unit, from_day, due_on, stated_total, report_before, difficulties, proposals FROM campaign WHERE office_id = ?
       ORDER BY due_on DESC, saved_at DESC, id`,
    )
    .all(office)
    .map((row) => ({
      campaignId: row.id,
      name: row.name,
      unit: row.unit,
      from: row.from_day,
      dueOn: row.due_on,
      statedTotal: row.stated_total,
      rows: targets
        .filter(({ campaign_id }) => campaign_id === row.id)
        .map(({ level, who, residence, target, before }) => ({
          level,
          ...(who === 'all' ? {} : { group: who }),
          ...(residence === null ? {} : { residence }),
          target,
          before,
        })),
      reportBefore: row.report_before,
      difficulties: row.difficulties,
      proposals: row.proposals,
    }));
}

/** Keeps a campaign with its targets in place of what stood under its id. */
export function setCampaign(store: WritableStore, office: string, campaign: Campaign, at: string): void {
  const { campaignId, name, unit, from, dueOn, statedTotal, rows } = campaign;
  const { reportBefore = null, difficulties = '', proposals = '' } = campaign;
  store
    .prepare<(string | number | null)[]>(
      `INSERT INTO campaign (id, office_id, name, unit, from_day, due_on, stated_total, report_before, difficulties, proposals, saved_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET name = excluded.name, unit = excluded.unit, from_day = excluded.from_day,
         due_on = excluded.due_on, stated_total = excluded.stated_total, report_before = excluded.report_before,
         difficulties = excluded.difficulties, proposals = excluded.proposals, saved_at = excluded.saved_at`,
    )
    .run(campaignId, office, name, unit, from, dueOn, statedTotal, reportBefore, difficulties, proposals, at);
  store.prepare<[string]>('DELETE FROM campaign_target WHERE campaign_id = ?').run(campaignId);
  const add = store.prepare<(string | number | null)[]>(
    'INSERT INTO campaign_target (campaign_id, position, level, who, residence, target, before) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  rows.forEach(({ level, group = 'all', residence = null, target, before }, position) =>
    add.run(campaignId, position, level, group, residence, target, before),
  );
}

/** Removes a campaign; its targets go with it. */
export function removeCampaign(store: WritableStore, id: string): void {
  store.prepare<[string]>('DELETE FROM campaign WHERE id = ?').run(id);
}

type TotalRow = { day: string; level: AccountLevel; issued: number; activated: number };

/** What was last stated of the unit up to a day; null where nothing was. */
export function unitTotalsUpTo(store: ReadableStore, office: string, day: string): UnitTotals | null {
  const rows = store
    .prepare<{ office: string; day: string }, TotalRow>(
      `SELECT day, level, issued, activated FROM unit_total WHERE office_id = :office
         AND day = (SELECT max(day) FROM unit_total WHERE office_id = :office AND day <= :day) ORDER BY level`,
    )
    .all({ office, day });
  const [first] = rows;
  return first === undefined
    ? null
    : { day: first.day, rows: rows.map(({ level, issued, activated }) => ({ level, issued, activated })) };
}

/** Keeps what was stated of a day in place of what stood for it. */
export function setUnitTotals(store: WritableStore, office: string, totals: UnitTotals, at: string): void {
  const { day, rows } = totals;
  store.prepare<[string, string]>('DELETE FROM unit_total WHERE office_id = ? AND day = ?').run(office, day);
  const add = store.prepare<(string | number)[]>(
    'INSERT INTO unit_total (office_id, day, level, issued, activated, saved_at) VALUES (?, ?, ?, ?, ?, ?)',
  );
  for (const { level, issued, activated } of rows) add.run(office, day, level, issued, activated, at);
}
