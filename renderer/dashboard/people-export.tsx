import { useLanguage, useText } from '#renderer/desk/language.ts';
import { ListExport } from '#renderer/exports/list-export.tsx';
import { SelectField } from '#renderer/ui/select-field.tsx';
import { CASE_RECEIVERS, type CaseReceiver } from '#shared/domain/procedure/vocabulary.ts';
import { formatLongDay } from '#shared/text/format.ts';
import { useState } from 'react';

type PeopleExportProps = { readonly businessDay: string; readonly onClose: () => void };

/** The people of a day, or those about whom another office has something to set right. */
export function PeopleExport({ businessDay, onClose }: PeopleExportProps) {
  const words = useText().dashboard;
  const language = useLanguage();
  const [receiver, setReceiver] = useState<CaseReceiver | 'all'>('all');
  return (
    <ListExport
      title={words.people}
      says={words.peopleSays(formatLongDay(businessDay, language))}
      fullLabel={words.peopleUnmasked}
      subject={(unmasked) => ({
        kind: 'people',
        businessDay,
        unmasked,
        ...(receiver === 'all' ? {} : { receiver }),
      })}
      onClose={onClose}
    >
      <SelectField
        label={words.peopleFor}
        value={receiver}
        options={(['all', ...CASE_RECEIVERS] as const).map((value) => ({
          value,
          label: words.peopleReceivers[value],
        }))}
        onChange={setReceiver}
      />
    </ListExport>
  );
}
