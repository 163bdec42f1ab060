import { useText } from '#renderer/desk/language.ts';
import { Button } from '#renderer/ui/button.tsx';
import { CheckField } from '#renderer/ui/check-field.tsx';
import { SelectField } from '#renderer/ui/select-field.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import type { Office, OfficeSettings } from '#shared/contract/office.ts';
import { OFFICE_KINDS, PROCEDURES } from '#shared/domain/procedure/vocabulary.ts';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { v4 } from 'uuid';
import { ProcedureChoice } from './procedure-choice.tsx';
import { Section } from './section.tsx';
import styles from './settings.module.css';
import { useOfficeChange } from './use-office-change.ts';

type Place = OfficeSettings['directory'][number];

/** The places people are sent to when something cannot be done here. */
export function PlacesSection({ office }: { readonly office: Office }) {
  const text = useText().settings;
  const { saying, change } = useOfficeChange();
  const [draft, setDraft] = useState('');
  const { directory } = office.settings;
  const save = (places: Place[], what: string) => change({ directory: places }, what);
  const add = async () => {
    const name = draft.trim();
    if (name === '') return;
    const place: Place = { officeId: v4(), name, kind: 'commune-police', procedures: [...PROCEDURES], open: true };
    if (await save([...directory, place], name)) setDraft('');
  };
  return (
    <Section title={text.places} hint={text.placesHint} saying={saying}>
      {directory.length === 0 ? <p className={styles['hint']}>{text.noPlaces}</p> : null}
      <ul className={styles['rows']}>
        {directory.map((place) => (
          <PlaceRow
            key={place.officeId}
            place={place}
            onChange={(next) =>
              void save(
                directory.map((one) => (one.officeId === place.officeId ? next : one)),
                next.name,
              )
            }
            onRemove={() =>
              void save(
                directory.filter((one) => one.officeId !== place.officeId),
                text.removePlace(place.name),
              )
            }
          />
        ))}
      </ul>
      <div className={styles['line']}>
        <TextField
          label={text.newPlace}
          value={draft}
          onType={setDraft}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.nativeEvent.isComposing) void add();
          }}
        />
        <Button className={styles['besideLabel']} icon={<IconPlus size={16} aria-hidden="true" />} onClick={() => void add()}>
          {text.addPlace}
        </Button>
      </div>
    </Section>
  );
}

type PlaceRowProps = { readonly place: Place; readonly onChange: (place: Place) => void; readonly onRemove: () => void };

function PlaceRow({ place, onChange, onRemove }: PlaceRowProps) {
  const text = useText().settings;
  const lines = [
    ['address', text.placeAddress],
    ['hours', text.placeHours],
    ['note', text.placeNote],
  ] as const;
  return (
    <li className={styles['stack']}>
      <details className={styles['details']}>
        <summary>
          <b>{place.name}</b>
          <span className={styles['quiet']}>{[place.open ? '' : text.placeClosed, place.address ?? ''].filter((part) => part !== '').join(', ')}</span>
        </summary>
        <div className={styles['fields']}>
          <TextField
            label={text.placeName}
            value={place.name}
            onCommit={(name) => {
              if (name.trim() !== '') onChange({ ...place, name: name.trim() });
            }}
          />
          <SelectField
            label={text.placeKind}
            value={place.kind}
            options={OFFICE_KINDS.map((kind) => ({ value: kind, label: text.kinds[kind] }))}
            onChange={(kind) => onChange({ ...place, kind })}
          />
          {lines.map(([field, label]) => (
            <TextField key={field} label={label} value={place[field] ?? ''} onCommit={(value) => onChange({ ...place, [field]: value.trim() })} />
          ))}
        </div>
        <div className={styles['ticks']}>
          <CheckField label={text.placeOpen} checked={place.open} onChange={(open) => onChange({ ...place, open })} />
          <CheckField
            label={text.placeCovers}
            checked={place.coversHere ?? false}
            onChange={(coversHere) => onChange({ ...place, coversHere })}
          />
        </div>
        <ProcedureChoice
          label={`${text.seriesProcedures}: ${place.name}`}
          chosen={place.procedures}
          onChange={(procedures) => onChange({ ...place, procedures })}
        />
        <Button variant="quiet" icon={<IconX size={16} aria-hidden="true" />} onClick={onRemove}>
          {text.removePlace(place.name)}
        </Button>
      </details>
    </li>
  );
}
