import { LANGUAGE_CHOICES } from '#shared/text/catalogue.ts';
import { useLanguage, useText } from '#renderer/desk/language.ts';
import { useDeskQuery } from '#renderer/desk/use-desk-query.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Segmented } from '#renderer/ui/segmented.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import type { Office } from '#shared/contract/office.ts';
import {
  type NumberedDesign,
  GUIDANCE_BLOCKS,
  KEPT_BLOCKS,
  NUMBER_BLOCKS,
  sameDesign,
  shippedDesign,
  type SlipDesign,
} from '#shared/domain/slip/design.ts';
import { formatInstant } from '#shared/text/format.ts';
import { useState } from 'react';
import { Group, Page } from '#renderer/settings/page.tsx';
import { Refused, Row, SavedWord, Switch } from '#renderer/settings/row.tsx';
import styles from '#renderer/settings/settings.module.css';
import { Blocks } from './blocks.tsx';
import { LogoRow } from './logo-row.tsx';
import { DesignerPreview } from './preview.tsx';
import own from './designer.module.css';
import { useOfficeSetting, useSaving } from '#renderer/desk/use-saving.ts';

/** What is usually printed, and the look of the slips with all its versions. */
export function DesignPage({ office }: { readonly office: Office }) {
  const kept = useDeskQuery('slip.design', {}).value;
  if (kept === undefined) return null;
  return <Designer key={kept.current.version} office={office} {...kept} />;
}

type DesignerProps = {
  readonly office: Office;
  readonly current: NumberedDesign;
  readonly versions: readonly { readonly version: number; readonly savedAt: string | null }[];
};

function Designer({ office, current, versions }: DesignerProps) {
  const text = useText();
  const words = text.slipSettings.design;
  const { run, ...saving } = useSaving('slip.save-design');
  const [draft, setDraft] = useState<SlipDesign>(current);
  const set = (change: Partial<SlipDesign>): void => setDraft((before) => ({ ...before, ...change }));
  const next = current.version + 1;
  const isSame = sameDesign(draft, current);
  const whole = asInput(draft);
  return (
    <Page
      id="slip"
      what={words.what}
      aside={{
        title: words.preview,
        body: (
          <DesignerPreview office={office} design={{ ...whole, version: isSame ? current.version : next }} />
        ),
      }}
    >
      <Group>{words.usual}</Group>
      <Usual office={office} />
      <div className={styles['groupLine']}>
        <Group>{words.look}</Group>
        <SavedWord saving={saving} />
      </div>
      <p className={own['version']}>{words.inUse(current.version)}</p>
      <LogoRow logo={draft.logo} onChange={(logo) => set({ logo })} />
      <LineRows
        name={words.officeLine}
        lines={draft.officeLines}
        most={60}
        onChange={(officeLines) => set({ officeLines })}
      />
      <LineRows
        name={words.footerLine}
        lines={draft.footer}
        most={80}
        onChange={(footer) => set({ footer })}
      />
      <Row title={words.officer} hint={words.officerHint}>
        <Switch
          label={draft.officer === true ? words.officerOn : words.officerOff}
          name={words.officer}
          on={draft.officer === true}
          onChange={(officer) => set({ officer })}
        />
      </Row>
      <Group>{words.blocks}</Group>
      <p className={own['version']}>{words.keptWhy}</p>
      <div className={own['lists']}>
        <Blocks
          title={words.blocksOf.guidance}
          names={words.guidance}
          all={GUIDANCE_BLOCKS}
          kept={KEPT_BLOCKS}
          shown={draft.guidance}
          onChange={(guidance) => set({ guidance })}
        />
        <Blocks
          title={words.blocksOf.number}
          names={words.number}
          all={NUMBER_BLOCKS}
          kept={[]}
          shown={draft.number}
          onChange={(number) => set({ number })}
        />
      </div>
      <div className={styles['actions']}>
        <Button
          variant="primary"
          isPending={saving.state === 'saving'}
          disabledReason={isSame ? words.unchanged : undefined}
          onClick={() => void run(whole)}
        >
          {words.save(next)}
        </Button>
        <Button disabledReason={isSame ? words.unchanged : undefined} onClick={() => setDraft(current)}>
          {words.discard}
        </Button>
        <Button
          variant="quiet"
          disabledReason={sameDesign(draft, shippedDesign) ? words.shipped : undefined}
          onClick={() => setDraft(shippedDesign)}
        >
          {words.reset}
        </Button>
      </div>
      <Refused saving={saving} />
      <Versions versions={versions} />
    </Page>
  );
}

/** As the desk takes it: lines without what stands around them, empty ones left out. */
function asInput(draft: SlipDesign): Omit<NumberedDesign, 'version'> {
  const lines = (all: readonly string[]): string[] =>
    all.map((line) => line.trim()).filter((line) => line !== '');
  return {
    logo: draft.logo,
    officeLines: lines(draft.officeLines),
    footer: lines(draft.footer),
    ...(draft.officer === true ? { officer: true } : {}),
    number: [...draft.number],
    guidance: [...draft.guidance],
  };
}

const LARGE_AGE = 60;

function Usual({ office }: { readonly office: Office }) {
  const words = useText().slipSettings;
  const language = useOfficeSetting(office, 'slipLanguage');
  const large = useOfficeSetting(office, 'largePrintFrom');
  const age = large.value === null || large.value === 0 ? LARGE_AGE : large.value;
  return (
    <>
      <Row title={words.design.language} hint={words.design.languageHint} saving={language.saving}>
        <Segmented
          label={words.design.language}
          options={[...LANGUAGE_CHOICES, { value: 'both', label: words.choice.both }]}
          value={language.value}
          onChange={language.save}
        />
      </Row>
      <Row title={words.design.large} hint={words.design.largeHint} saving={large.saving}>
        <Segmented
          label={words.design.large}
          options={[
            { value: 'never', label: words.design.largeNever },
            { value: 'age', label: words.design.largeFrom(age) },
            { value: 'always', label: words.design.largeAlways },
          ]}
          value={large.value === null ? 'never' : large.value === 0 ? 'always' : 'age'}
          onChange={(chosen) => large.save(chosen === 'never' ? null : chosen === 'always' ? 0 : age)}
        />
      </Row>
    </>
  );
}

function LineRows({
  name,
  lines,
  most,
  onChange,
}: {
  readonly name: (place: number) => string;
  readonly lines: readonly string[];
  readonly most: number;
  readonly onChange: (lines: readonly string[]) => void;
}) {
  return [0, 1].map((place) => (
    <Row key={place} title={name(place + 1)}>
      <TextField
        label={name(place + 1)}
        showLabel={false}
        value={lines[place] ?? ''}
        maxLength={most}
        onType={(typed) => onChange([0, 1].map((one) => (one === place ? typed : (lines[one] ?? ''))))}
      />
    </Row>
  ));
}

function Versions({ versions }: Pick<DesignerProps, 'versions'>) {
  const words = useText().slipSettings.design;
  const language = useLanguage();
  return (
    <>
      <Group>{words.versions}</Group>
      <ul className={own['versions']}>
        {versions.map(({ version, savedAt }) => (
          <li key={version}>
            <span>{words.version(version)}</span>
            <span>{savedAt === null ? words.versionShipped : formatInstant(savedAt, language)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
