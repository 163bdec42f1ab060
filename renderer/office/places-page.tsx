import type { Office } from '#shared/contract/office.ts';
import { PROCEDURES, type OfficeKind } from '#shared/domain/procedure/vocabulary.ts';
import { IconArrowBackUp, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { v4 } from 'uuid';
import { useText } from '#renderer/desk/language.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Chip } from '#renderer/ui/chip.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { Page } from '#renderer/settings/page.tsx';
import { PlaceForm, type Place } from './place-form.tsx';
import { Refused, SavedWord } from '#renderer/settings/row.tsx';
import { useOfficeSetting } from '#renderer/desk/use-saving.ts';
import { foldName } from '#shared/domain/identity/fold-name.ts';
import styles from './places.module.css';

/** Words of a name without marks, the telling ones first: a one-stop desk of a ward is no police station. */
const words: readonly (readonly [RegExp, OfficeKind])[] = [
  [/luu dong/, 'mobile-team'],
  [/xuat nhap canh/, 'immigration'],
  [/mot cua|hanh chinh cong/, 'one-stop'],
  [/tu phap|ho tich/, 'civil-status'],
  [/pc ?06|phong canh sat|(tinh|thanh pho)$/, 'province-office'],
  [/\b(huyen|quan|thi xa)\b/, 'district-team'],
  [/\b(phuong|xa|thi tran|dac khu)\b/, 'commune-police'],
];

/** What kind of place a name most likely means; the leader can choose another. */
export function kindFromName(name: string): OfficeKind {
  const folded = foldName(name);
  return words.find(([pattern]) => pattern.test(folded))?.[1] ?? 'province-office';
}

const MOST_PLACES = 50;

/** The other offices people may be sent to. */
export function PlacesPage({ office }: { readonly office: Office }) {
  const text = useText();
  const words = text.settings.places;
  const { value: places, save, saving } = useOfficeSetting(office, 'directory');
  const [chosen, setChosen] = useState<string | null>(places[0]?.officeId ?? null);
  const [typed, setTyped] = useState('');
  const [removed, setRemoved] = useState<{ readonly place: Place; readonly at: number } | null>(null);
  const current = places.find((place) => place.officeId === chosen);

  const add = () => {
    const name = typed.trim();
    if (name === '') return;
    const place: Place = {
      officeId: v4(),
      name,
      kind: kindFromName(name),
      procedures: [...PROCEDURES],
      open: true,
    };
    save([...places, place]);
    setTyped('');
    setChosen(place.officeId);
  };
  const remove = (place: Place) => {
    const at = places.indexOf(place);
    setRemoved({ place, at });
    save(places.filter((one) => one !== place));
    setChosen((places[at + 1] ?? places[at - 1])?.officeId ?? null);
    requestAnimationFrame(() => document.querySelector<HTMLElement>('[data-restore]')?.focus());
  };
  const restore = () => {
    if (removed === null) return;
    save(places.toSpliced(removed.at, 0, removed.place));
    setChosen(removed.place.officeId);
    setRemoved(null);
  };
  return (
    <Page
      id="places"
      what={words.what}
      {...(current === undefined
        ? {}
        : {
            aside: {
              title: words.chosen,
              end: <SavedWord saving={saving} />,
              body: (
                <PlaceForm
                  key={current.officeId}
                  place={current}
                  onChange={(change) =>
                    save(places.map((place) => (place === current ? { ...place, ...change } : place)))
                  }
                  onRemove={() => remove(current)}
                />
              ),
            },
          })}
    >
      {places.length === 0 && <Note className={styles['note']}>{words.none}</Note>}
      {places.length > 0 && <PlaceTable places={places} chosen={chosen} onChoose={setChosen} />}
      <Refused saving={saving} />
      {places.length < MOST_PLACES && (
        <div className={styles['add']}>
          <TextField
            label={words.newName}
            showLabel={false}
            placeholder={words.newName}
            value={typed}
            maxLength={120}
            onType={setTyped}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && !event.nativeEvent.isComposing) add();
            }}
          />
          <Button
            icon={<IconPlus aria-hidden="true" />}
            disabledReason={typed.trim() === '' ? words.newName : undefined}
            onClick={add}
          >
            {words.add}
          </Button>
        </div>
      )}
      <p role="status" className={styles['removed']}>
        {removed !== null && (
          <>
            {text.settings.removed(removed.place.name)}
            <Button
              variant="quiet"
              size="small"
              data-restore
              icon={<IconArrowBackUp aria-hidden="true" />}
              onClick={restore}
            >
              {text.settings.restore}
            </Button>
          </>
        )}
      </p>
    </Page>
  );
}

type PlaceTableProps = {
  readonly places: readonly Place[];
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
};

function PlaceTable({ places, chosen, onChoose }: PlaceTableProps) {
  const text = useText();
  const words = text.settings.places;
  const does = ({ procedures }: Place) => {
    if (procedures.length === 0) return words.doesNothing;
    if (procedures.length === PROCEDURES.length) return words.doesAll;
    return procedures.map((procedure) => text.common.procedureShort[procedure]).join(', ');
  };
  return (
    <table className={styles['table']}>
      <thead>
        <tr>
          <th scope="col">{words.place}</th>
          <th scope="col">{words.does}</th>
          <th scope="col">{words.state}</th>
        </tr>
      </thead>
      <tbody>
        {places.map((place) => (
          <tr
            key={place.officeId}
            className={place.officeId === chosen ? styles['here'] : undefined}
            onClick={() => onChoose(place.officeId)}
          >
            <th scope="row">
              <button
                type="button"
                className={styles['name']}
                aria-pressed={place.officeId === chosen}
                onClick={() => onChoose(place.officeId)}
              >
                {place.name}
              </button>
              <span className={styles['says']}>
                {[text.settings.kinds[place.kind], place.address].filter(Boolean).join(' · ')}
              </span>
            </th>
            <td>{does(place)}</td>
            <td>
              <Chip tone={place.open ? 'good' : 'warn'}>{place.open ? words.open : words.closed}</Chip>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
