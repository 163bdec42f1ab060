import { useText } from '#renderer/desk/language.ts';
import { TextField } from '#renderer/ui/text-field.tsx';
import { organisationFaults, type RequestDraft } from '../person/reception-draft.ts';
import { useReception } from './draft-store.ts';
import styles from './reception.module.css';

/** The organisation that somebody came for: its name and its tax number, as the slip names them. */
export function OrganisationFields({ request }: { readonly request: RequestDraft }) {
  const words = useText().reception.organisation;
  const changeRequest = useReception((draft) => draft.changeRequest);
  const { organisation } = request;
  const faults = organisationFaults(request);
  const set = (part: Partial<RequestDraft['organisation']>) =>
    changeRequest({ organisation: { ...organisation, ...part } });
  return (
    <>
      <span aria-hidden="true" />
      <div className={styles['organisation']}>
        <TextField
          label={words.name}
          value={organisation.name}
          maxLength={200}
          error={faults.name === undefined ? undefined : words.nameEmpty}
          onType={(name) => set({ name })}
        />
        <TextField
          label={words.taxNumber}
          value={organisation.taxNumber}
          maxLength={16}
          inputMode="numeric"
          error={
            faults.taxNumber !== undefined && organisation.taxNumber.length >= 10
              ? words.taxNumberShape
              : undefined
          }
          onType={(taxNumber) => set({ taxNumber })}
        />
      </div>
    </>
  );
}
