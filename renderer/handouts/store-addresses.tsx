import type { Office } from '#shared/contract/office.ts';
import type { OfficeSettings } from '#shared/domain/office/settings.ts';
import { useText } from '#renderer/desk/language.ts';
import { Refused, SavedWord } from '#renderer/settings/row.tsx';
import { useSaving } from '#renderer/desk/use-saving.ts';
import { SectionHead } from '#renderer/ui/heads.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { useState } from 'react';
import styles from './handouts-screen.module.css';

type Store = keyof OfficeSettings['storeAddresses'];
const ADDRESS = /^(?:https:\/\/\S+)?$/u;

/** Where the codes of the app stores lead: shipped addresses that the office tries before it prints. */
export function StoreAddresses({ office }: { readonly office: Office }) {
  const words = useText().handout;
  const saving = useSaving('office.update');
  const [wrong, setWrong] = useState<Store | null>(null);
  const { storeAddresses } = office.settings;
  const commit = (store: Store, typed: string): void => {
    const address = typed.trim();
    if (!ADDRESS.test(address)) return setWrong(store);
    setWrong(null);
    if (address !== storeAddresses[store])
      void saving.run({ settings: { storeAddresses: { ...storeAddresses, [store]: address } } });
  };
  return (
    <section className={styles['stores']} aria-label={words.stores}>
      <SectionHead title={words.stores} end={<SavedWord saving={saving} />} />
      {(['appStore', 'googlePlay'] as const).map((store) => (
        <TextField
          key={store}
          label={words.store[store]}
          value={storeAddresses[store]}
          maxLength={300}
          placeholder="https://"
          error={wrong === store ? words.storeWrong : undefined}
          onCommit={(typed) => commit(store, typed)}
        />
      ))}
      <Refused saving={saving} />
      <p className={styles['hint']}>{words.storesHint}</p>
    </section>
  );
}
