import type { Campaign } from '#shared/domain/report/campaign.ts';
import type { Office } from '#shared/contract/office.ts';
import { formatDay } from '#shared/text/format.ts';
import { problemText } from '#shared/text/problem-text.ts';
import { IconPencil, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { Targets } from '#renderer/figures/targets.tsx';
import { useLanguage, useText } from '#renderer/desk/language.ts';
import { useDeskQuery } from '#renderer/desk/use-desk-query.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { UnitTotals } from './unit-totals.tsx';
import { CampaignForm } from './campaign-form.tsx';
import { Page } from '#renderer/settings/page.tsx';
import styles from './campaign.module.css';

/** The targets as the letters set them, each with its progress beside it. */
export function TargetsPage({ office }: { readonly office: Office }) {
  const text = useText();
  const words = text.campaign;
  const answer = useDeskQuery('campaign.list', {});
  const [edited, setEdited] = useState<Campaign | 'new' | null>(null);
  const [shown, setShown] = useState<string | null>(null);
  const campaigns = answer.value ?? [];
  const chosen = campaigns.find((one) => one.campaignId === shown) ?? campaigns[0];
  return (
    <Page
      id="targets"
      what={words.what}
      {...(chosen === undefined
        ? {}
        : { aside: { title: words.progress, body: <Progress campaign={chosen} /> } })}
    >
      {answer.problem === undefined ? null : <Note tone="bad">{problemText(answer.problem, text)}</Note>}
      {answer.value !== undefined && campaigns.length === 0 && edited === null ? (
        <p className={styles['after']}>{words.none}</p>
      ) : null}
      <ul>
        {campaigns.map((campaign) =>
          edited !== null && edited !== 'new' && edited.campaignId === campaign.campaignId ? null : (
            <Line
              key={campaign.campaignId}
              campaign={campaign}
              onShow={() => setShown(campaign.campaignId)}
              onEdit={() => {
                setShown(campaign.campaignId);
                setEdited(campaign);
              }}
            />
          ),
        )}
      </ul>
      {edited === null ? (
        <div className={styles['actions']}>
          <Button icon={<IconPlus size={16} aria-hidden="true" />} onClick={() => setEdited('new')}>
            {words.add}
          </Button>
        </div>
      ) : (
        <CampaignForm
          key={edited === 'new' ? 'new' : edited.campaignId}
          campaign={edited === 'new' ? null : edited}
          unit={office.name}
          residences={office.settings.residences}
          onClose={(campaignId) => {
            setEdited(null);
            if (campaignId !== undefined) setShown(campaignId);
          }}
        />
      )}
      <UnitTotals />
    </Page>
  );
}

type LineProps = { readonly campaign: Campaign; readonly onShow: () => void; readonly onEdit: () => void };

function Line({ campaign, onShow, onEdit }: LineProps) {
  const text = useText();
  const language = useLanguage();
  return (
    <li className={styles['campaign']}>
      <button type="button" className={styles['campaignName']} onClick={onShow}>
        <b>{campaign.name}</b>
        <span>
          {campaign.unit}, {formatDay(campaign.from, language)} – {formatDay(campaign.dueOn, language)}
        </span>
      </button>
      <Button
        size="small"
        icon={<IconPencil size={16} aria-hidden="true" />}
        aria-label={`${text.campaign.edit} ${campaign.name}`}
        onClick={onEdit}
      >
        {text.campaign.edit}
      </Button>
    </li>
  );
}

function Progress({ campaign }: { readonly campaign: Campaign }) {
  const text = useText();
  const answer = useDeskQuery('campaign.progress', { campaignId: campaign.campaignId });
  if (answer.problem !== undefined) return <Note tone="bad">{problemText(answer.problem, text)}</Note>;
  if (answer.value === undefined) return null;
  return (
    <div className={styles['progress']}>
      <Targets campaigns={[answer.value]} width={300} />
      <p className={styles['caption']}>{text.report.rounding[answer.value.rounding]}</p>
    </div>
  );
}
