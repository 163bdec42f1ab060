import { expect, test } from 'vitest';
import { loadReport } from '#renderer/paper/report/report-material.ts';
import type { DeskClient, Input, MethodName, Output } from '#shared/contract/desk-contract.ts';
import type { DeskReply } from '#shared/contract/problem.ts';
import { openTestDesk } from '#tests/support/test-desk.ts';
import { DAY } from './exported-day.ts';

test('the page of a closed day says the same after the targets were changed; that of an open day shows them', async () => {
  const desk = openTestDesk();
  const client: DeskClient = {
    call: async <M extends MethodName>(method: M, input: Input<M>) =>
      (await desk.desk.dispatch(method, input, { role: 'leader' })) as DeskReply<Output<M>>,
    listen: () => () => undefined,
  };
  const campaign = (target: number, campaignId?: string) =>
    desk.call('campaign.save', {
      ...(campaignId === undefined ? {} : { campaignId }),
      name: 'Đợt cao điểm',
      unit: 'Xã Thử',
      from: '2026-11-01',
      dueOn: '2026-12-31',
      rows: [{ level: 'level-2', target, before: 0 }],
    });
  const material = async () => {
    const loaded = await loadReport(client, { kind: 'day', businessDay: DAY });
    if (!loaded.ok || loaded.material.kind !== 'day') throw new Error('no report');
    return loaded.material;
  };
  const { campaignId } = campaign(100);
  desk.issue();
  expect((await material()).campaigns).toHaveLength(1);
  desk.call('day.close', { businessDay: DAY, leftovers: 'left' });
  const frozen = await material();
  campaign(2, campaignId);
  campaign(50);
  expect(await material()).toEqual(frozen);
});
