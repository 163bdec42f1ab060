import { ProblemNote } from '#renderer/desk/problem-note.tsx';
import type { Output } from '#shared/contract/desk-contract.ts';
import { formatInstant, formatNumber } from '#shared/text/format.ts';
import { IconCopyPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useLanguage, useText } from '#renderer/desk/language.ts';
import { useDeskCommand } from '#renderer/desk/use-desk-command.ts';
import { useDeskQuery } from '#renderer/desk/use-desk-query.ts';
import { useSaving } from '#renderer/desk/use-saving.ts';
import { Fact, Facts } from '#renderer/settings/facts.tsx';
import { CopyList } from '#renderer/safety/copy-list.tsx';
import { Group, Page } from '#renderer/settings/page.tsx';
import { Row } from '#renderer/settings/row.tsx';
import { TextList } from '#renderer/settings/text-list.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { Segmented } from '#renderer/ui/segmented.tsx';
import styles from '#renderer/settings/settings.module.css';
import own from './copies-page.module.css';

const MOST_PLACES = 4;
const RHYTHMS = [5, 15, 30, 60];

/** Where the copies lie, how old the newest good one is, and one more now. */
export function CopiesPage() {
  const words = useText().settings.copies;
  const language = useLanguage();
  const status = useDeskQuery('backup.status', {}).value;
  const settings = useDeskQuery('backup.settings', {}).value;
  const { run: save, ...saving } = useSaving('backup.set-settings');
  if (status === undefined || settings === undefined) return null;
  const newest = status.lastBackup === null ? words.never : formatInstant(status.lastBackup, language);
  return (
    <Page id="copies" what={words.what}>
      <Facts>
        <Fact name={words.newest}>{newest}</Fact>
      </Facts>
      <MakeCopy />
      <TextList
        title={words.places}
        hint={words.placesHint}
        saving={saving}
        lines={settings.places}
        most={MOST_PLACES}
        maxLength={400}
        nameOf={words.place}
        addLabel={words.newPlace}
        placeholder={words.example}
        empty={words.noPlace}
        folders
        onSave={(places) => void save({ places: [...places] })}
      />
      <Group>{words.state}</Group>
      <Facts>
        {status.places.map((place) => (
          <Fact key={place.folder} name={place.outside ? place.folder : words.inDataFolder}>
            <PlaceState place={place} />
          </Fact>
        ))}
      </Facts>
      <Row title={words.rhythm} saving={saving}>
        <Segmented
          label={words.rhythm}
          options={RHYTHMS.map((minutes) => ({ value: String(minutes), label: words.minutes(minutes) }))}
          value={String(settings.minutes)}
          onChange={(minutes) => void save({ minutes: Number(minutes) })}
        />
      </Row>
      <Group>{words.list}</Group>
      <CopyList />
    </Page>
  );
}

function MakeCopy() {
  const text = useText();
  const words = text.settings.copies;
  const language = useLanguage();
  const make = useDeskCommand('backup.make');
  const [made, setMade] = useState<Output<'backup.make'> | null>(null);
  const run = async () => {
    setMade(null);
    const reply = await make.run({});
    if (reply.ok) setMade(reply.value);
  };
  return (
    <div className={styles['actions']}>
      <Button
        variant="primary"
        icon={<IconCopyPlus aria-hidden="true" />}
        isPending={make.isPending}
        onClick={() => void run()}
      >
        {make.isPending ? words.making : words.make}
      </Button>
      <ProblemNote problem={make.problem} />
      {made !== null && (
        <Note tone="good" announce>
          {words.made(formatNumber(made.tickets, language))}
        </Note>
      )}
    </div>
  );
}

function PlaceState({ place }: { readonly place: Output<'backup.status'>['places'][number] }) {
  const words = useText().settings.copies;
  const language = useLanguage();
  if (place.trouble !== null) return <span className={own['trouble']}>{words.trouble[place.trouble]}</span>;
  const newest = place.newest === null ? '' : formatInstant(place.newest, language);
  const holds = words.holds(place.copies, newest);
  return place.outside && place.sameDisk ? `${holds} (${words.sameDisk})` : holds;
}
