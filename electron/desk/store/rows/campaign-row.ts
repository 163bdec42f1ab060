import type { AccountLevel } from '#shared/domain/account/follow-up.ts';
import type { Campaign } from '#shared/domain/report/campaign.ts';
import type { ReadableStore, WritableStore } from '../store.ts';

type CampaignRow = {
  id: string;
  name: string;
  unit: string;
  from_day: string;
  due_on: string;
  stated_total: number | null;
};
type TargetRow = { campaign_id: string; level: AccountLevel; target: number; before: number };

/** Every campaign of the office, the one that ends last first. */
export function readCampaigns(store: ReadableStore, office: string): Campaign[] {
  const targets = store
    .prepare<[string], TargetRow>(
      `SELECT r.campaign_id, r.level, r.target, r.before FROM campaign_row r JOIN campaign c ON c.id = r.campaign_id
       WHERE c.office_id = ? ORDER BY r.position`,
    )
    .all(office);
  return store
    .prepare<[string], CampaignRow>(
      `SELECT id, name, unit, from_day, due_on, stated_total FROM campaign WHERE office_id = ?
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
        .map(({ level, target, before }) => ({ level, target, before })),
    }));
}

/** Keeps a campaign with its targets in place of what stood under its id. */
export function setCampaign(store: WritableStore, office: string, campaign: Campaign, at: string): void {
  const { campaignId, name, unit, from, dueOn, statedTotal, rows } = campaign;
  store
    .prepare<(string | number | null)[]>(
      `INSERT INTO campaign (id, office_id, name, unit, from_day, due_on, stated_total, saved_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET name = excluded.name, unit = excluded.unit, from_day = excluded.from_day,
         due_on = excluded.due_on, stated_total = excluded.stated_total, saved_at = excluded.saved_at`,
    )
    .run(campaignId, office, name, unit, from, dueOn, statedTotal, at);
  store.prepare<[string]>('DELETE FROM campaign_row WHERE campaign_id = ?').run(campaignId);
  const add = store.prepare<(string | number)[]>(
    'INSERT INTO campaign_row (campaign_id, level, target, before, position) VALUES (?, ?, ?, ?, ?)',
  );
  rows.forEach(({ level, target, before }, position) => add.run(campaignId, level, target, before, position));
}

/** Removes a campaign; its targets go with it. */
export function removeCampaign(store: WritableStore, id: string): void {
  store.prepare<[string]>('DELETE FROM campaign WHERE id = ?').run(id);
}
