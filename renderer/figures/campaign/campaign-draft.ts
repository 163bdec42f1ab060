import { daysInMonth } from '#shared/domain/identity/card-date.ts';
import { targetKey, targetOf, type Campaign } from '#shared/domain/report/campaign.ts';
import type { Input } from '#shared/contract/desk-contract.ts';
import { readDay, typedForm } from '#renderer/ui/typed-date.ts';
import type { Catalogue } from '#shared/text/vi.ts';

type Text = Catalogue['campaign'];

export type LevelDraft = { readonly isSet: boolean; readonly target: string; readonly before: string };

/** A campaign as it is typed: texts stay as they are until it is saved. */
export type CampaignDraft = {
  readonly campaignId: string | null;
  readonly name: string;
  readonly unit: string;
  readonly from: string;
  readonly dueOn: string;
  readonly statedTotal: string;
  /** By the key of the target. */
  readonly levels: Readonly<Record<string, LevelDraft>>;
  readonly reportBefore: string;
  readonly difficulties: string;
  readonly proposals: string;
};

export type CampaignFaults = Partial<
  Record<'name' | 'unit' | 'from' | 'dueOn' | 'statedTotal' | 'rows' | 'reportBefore', string>
> &
  Partial<Record<`${string}.${'target' | 'before'}`, string>>;

/** Targets that every campaign offers; those of a hamlet are added. */
const USUAL: readonly string[] = ['level-1', 'level-2'];
const STAFF = 'level-2:staff';

export function draftOf(campaign: Campaign | null, unit: string): CampaignDraft {
  const level = (key: string): LevelDraft => {
    const row = campaign?.rows.find((one) => targetKey(one) === key);
    return {
      isSet: row !== undefined || (campaign === null && USUAL.includes(key)),
      target: row === undefined ? '' : String(row.target),
      before: row === undefined ? '' : String(row.before),
    };
  };
  const keys = new Set([...USUAL, STAFF, ...(campaign?.rows ?? []).map(targetKey)]);
  return {
    campaignId: campaign?.campaignId ?? null,
    name: campaign?.name ?? '',
    unit: campaign?.unit ?? unit,
    from: campaign === null ? '' : typedForm(campaign.from),
    dueOn: campaign === null ? '' : typedForm(campaign.dueOn),
    statedTotal: campaign?.statedTotal == null ? '' : String(campaign.statedTotal),
    levels: Object.fromEntries([...keys].map((key) => [key, level(key)])),
    reportBefore: campaign?.reportBefore == null ? '' : typedForm(campaign.reportBefore),
    difficulties: campaign?.difficulties ?? '',
    proposals: campaign?.proposals ?? '',
  };
}

/** A count however it is grouped: `2650`, `2.650`, `2,650`, `2 650`; empty is 0. Null when it is no count. */
export function readCount(typed: string): number | null {
  const digits = typed.trim().replace(/(?<=\d)[.,\s](?=\d{3}(?:\D|$))/g, '');
  if (digits === '') return 0;
  return /^\d{1,9}$/.test(digits) ? Number(digits) : null;
}

/** Why a typed day cannot be, as a sentence; undefined when it is a day. */
export function dayFault(typed: string, text: Text): string | undefined {
  if (readDay(typed) !== null) return undefined;
  const parts =
    /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})$/.exec(typed.trim()) ??
    /^(\d{2})(\d{2})(\d{4})$/.exec(typed.trim());
  if (parts === null) return text.noSuchDay;
  const [day, month, year] = parts.slice(1).map(Number) as [number, number, number];
  if (month < 1 || month > 12) return text.noSuchMonth(month);
  if (month === 2 && day === 29) return text.monthShortLeap(year);
  const days = daysInMonth(year, month);
  return day > days ? text.monthShort(day, month, days) : text.noSuchDay;
}

/** What keeps a campaign from being saved, by its field. */
export function campaignFaults(draft: CampaignDraft, text: Text): CampaignFaults {
  const faults: CampaignFaults = {};
  const put = (field: keyof CampaignFaults, sentence: string | undefined) => {
    if (sentence !== undefined) faults[field] = sentence;
  };
  put('name', draft.name.trim() === '' ? text.needName : undefined);
  put('unit', draft.unit.trim() === '' ? text.needUnit : undefined);
  put('from', dayFault(draft.from, text));
  put('dueOn', dayFault(draft.dueOn, text));
  const from = readDay(draft.from);
  const dueOn = readDay(draft.dueOn);
  if (from !== null && dueOn !== null && dueOn <= from) put('dueOn', text.dueBeforeFrom);
  put('statedTotal', readCount(draft.statedTotal) === null ? text.notNumber : undefined);
  if (draft.reportBefore.trim() !== '') put('reportBefore', dayFault(draft.reportBefore, text));
  const set = Object.entries(draft.levels).filter(([, { isSet }]) => isSet);
  put('rows', set.length === 0 ? text.needRow : undefined);
  for (const [level, { target, before }] of set) {
    put(`${level}.target`, target.trim() === '' || readCount(target) === null ? text.notNumber : undefined);
    put(`${level}.before`, readCount(before) === null ? text.notNumber : undefined);
  }
  return faults;
}

/** The campaign as the desk takes it. Call it only without faults. */
export function campaignInput(draft: CampaignDraft): Input<'campaign.save'> {
  return {
    ...(draft.campaignId === null ? {} : { campaignId: draft.campaignId }),
    name: draft.name.trim(),
    unit: draft.unit.trim(),
    from: readDay(draft.from) ?? '',
    dueOn: readDay(draft.dueOn) ?? '',
    statedTotal: draft.statedTotal.trim() === '' ? null : readCount(draft.statedTotal),
    rows: Object.entries(draft.levels)
      .filter(([, { isSet }]) => isSet)
      .map(([key, { target, before }]) => ({
        ...targetOf(key),
        target: readCount(target) ?? 0,
        before: readCount(before) ?? 0,
      })),
    reportBefore: readDay(draft.reportBefore),
    difficulties: draft.difficulties.trim(),
    proposals: draft.proposals.trim(),
  };
}
