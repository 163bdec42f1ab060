import { useLanguage, useText } from '#renderer/desk/language.ts';
import { useDeskQuery } from '#renderer/desk/use-desk-query.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Segmented } from '#renderer/ui/segmented.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import type { Office } from '#shared/contract/office.ts';
import {
  SLIP_LANGUAGES,
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
import { Group, Page } from '../frame/settings-page.tsx';
import { Refused, Row, SavedWord } from '../frame/setting-row.tsx';
import styles from '../frame/settings.module.css';
import { Blocks } from './slip-designer-blocks.tsx';
import { LogoRow } from './slip-designer-logo.tsx';
import { DesignerPreview } from './slip-designer-preview.tsx';
import own from './slip-designer.module.css';
import { useOfficeSetting, useSaving } from '../desk/use-saving.ts';

/** What is usually printed, and the look of the slips with all its versions. */
export function SlipDesignerSection({ office }: { readonly office: Office }) {
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
  const words = useText();
  const text = words.slipSettings.design;
  const { run, ...saving } = useSaving('slip.save-design');
  const [draft, setDraft] = useState<SlipDesign>(current);
  const set = (change: Partial<SlipDesign>): void => setDraft((before) => ({ ...before, ...change }));
  const next = current.version + 1;
  const isSame = sameDesign(draft, current);
  const whole = asInput(draft);
  return (
    <Page
      title={words.settings.sections.slip}
      what={text.what}
      aside={{
        title: text.preview,
        body: (
          <DesignerPreview office={office} design={{ ...whole, version: isSame ? current.version : next }} />
        ),
      }}
    >
      <Group>{text.usual}</Group>
      <Usual office={office} />
      <div className={styles['groupLine']}>
        <Group>{text.look}</Group>
        <SavedWord saving={saving} />
      </div>
      <p className={own['version']}>{text.inUse(current.version)}</p>
      <LogoRow logo={draft.logo} onChange={(logo) => set({ logo })} />
      <LineRows
        name={text.officeLine}
        lines={draft.officeLines}
        most={60}
        onChange={(officeLines) => set({ officeLines })}
      />
      <LineRows
        name={text.footerLine}
        lines={draft.footer}
        most={80}
        onChange={(footer) => set({ footer })}
      />
      <Group>{text.blocks}</Group>
      <p className={own['version']}>{text.keptWhy}</p>
      <div className={own['lists']}>
        <Blocks
          title={text.blocksOf.guidance}
          names={text.guidance}
          all={GUIDANCE_BLOCKS}
          kept={KEPT_BLOCKS}
          shown={draft.guidance}
          onChange={(guidance) => set({ guidance })}
        />
        <Blocks
          title={text.blocksOf.number}
          names={text.number}
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
          disabledReason={isSame ? text.unchanged : undefined}
          onClick={() => void run(whole)}
        >
          {text.save(next)}
        </Button>
        <Button disabledReason={isSame ? text.unchanged : undefined} onClick={() => setDraft(current)}>
          {text.discard}
        </Button>
        <Button
          variant="quiet"
          disabledReason={sameDesign(draft, shippedDesign) ? text.shipped : undefined}
          onClick={() => setDraft(shippedDesign)}
        >
          {text.reset}
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
    number: [...draft.number],
    guidance: [...draft.guidance],
  };
}

const LARGE_AGE = 60;

function Usual({ office }: { readonly office: Office }) {
  const { design: text, choice } = useText().slipSettings;
  const language = useOfficeSetting(office, 'slipLanguage');
  const large = useOfficeSetting(office, 'largePrintFrom');
  const age = large.value === null || large.value === 0 ? LARGE_AGE : large.value;
  return (
    <>
      <Row title={text.language} hint={text.languageHint} saving={language.saving}>
        <Segmented
          label={text.language}
          options={SLIP_LANGUAGES.map((value) => ({ value, label: choice.languages[value] }))}
          value={language.value}
          onChange={language.save}
        />
      </Row>
      <Row title={text.large} hint={text.largeHint} saving={large.saving}>
        <Segmented
          label={text.large}
          options={[
            { value: 'never', label: text.largeNever },
            { value: 'age', label: text.largeFrom(age) },
            { value: 'always', label: text.largeAlways },
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
  const text = useText().slipSettings.design;
  const language = useLanguage();
  return (
    <>
      <Group>{text.versions}</Group>
      <ul className={own['versions']}>
        {versions.map(({ version, savedAt }) => (
          <li key={version}>
            <span>{text.version(version)}</span>
            <span>{savedAt === null ? text.versionShipped : formatInstant(savedAt, language)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
