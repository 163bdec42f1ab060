import { useText } from '#renderer/desk/language.ts';
import { useDeskQuery } from '#renderer/desk/use-desk-query.ts';
import { CheckField } from '#renderer/ui/check-field.tsx';
import { SelectField } from '#renderer/ui/select-field.tsx';
import { SpecialCaseField } from '#renderer/person/special-case-field.tsx';
import { SITES } from '#shared/domain/account/follow-up.ts';
import { useReception } from './draft-store.ts';
import styles from './reception.module.css';

/** What the figures are divided by; the usual answers stand already, so nobody has to touch it. */
export function CountingRow({ residences }: { readonly residences: readonly string[] }) {
  const text = useText();
  const words = text.reception;
  const own = useDeskQuery('team.here', {}).value == null ? 'desk' : 'mobile';
  const { site, staff, residence, count, requests, active, changeRequest } = useReception();
  return (
    <div className={styles['counting']} role="group" aria-label={words.counting}>
      <span aria-hidden="true">{words.counting}</span>
      <SelectField
        size="small"
        label={text.report.names.sites}
        showLabel={false}
        value={site ?? own}
        options={SITES.map((value) => ({ value, label: text.account.site[value] }))}
        onChange={(value) => count({ site: value })}
      />
      {residences.length === 0 ? null : (
        <SelectField
          size="small"
          label={text.report.names.residences}
          showLabel={false}
          value={residence}
          options={[
            { value: '', label: text.account.noResidence },
            ...residences.map((value) => ({ value, label: value })),
          ]}
          onChange={(value) => count({ residence: value })}
        />
      )}
      <SpecialCaseField
        value={requests[active]?.specialCase ?? null}
        onChange={(specialCase) => changeRequest({ specialCase })}
      />
      <CheckField
        label={text.account.group.staff}
        checked={staff}
        onChange={(value) => count({ staff: value })}
      />
    </div>
  );
}
