import { useText } from '#renderer/desk/language.ts';
import { useDeskQuery } from '#renderer/desk/use-desk-query.ts';
import { SelectField } from '#renderer/ui/select-field.tsx';
import { REFERRAL_REASONS } from '#shared/domain/account/follow-up.ts';
import { draftOutcome, useOutcomeDrafts, type RequestDetail } from './outcome-drafts.ts';
import styles from './ticket-pane.module.css';

/** Where somebody was sent and why; both may stay open, for the figures count such a referral as well. */
export function ReferralFields({ request }: { readonly request: RequestDetail }) {
  const { id: requestId, procedure } = request;
  const text = useText();
  const words = text.counter;
  const draft = useOutcomeDrafts((state) => state.byRequest[requestId]);
  const directory = useDeskQuery('office.show', {}).value?.settings.directory ?? [];
  const none = { value: '', label: text.account.noPlace };
  const isPrinted = directory.some((place) => place.open && place.procedures.includes(procedure));
  return (
    <div className={styles['referral']}>
      {directory.length === 0 ? null : (
        <SelectField
          size="small"
          label={words.referredTo}
          value={draft?.referredTo ?? ''}
          options={[none, ...directory.map(({ officeId, name }) => ({ value: officeId, label: name }))]}
          onChange={(referredTo) => draftOutcome(requestId, { referredTo })}
        />
      )}
      <SelectField
        size="small"
        label={words.referralReason}
        value={draft?.referralReason ?? ''}
        options={[
          { value: '' as const, label: words.noReferralReason },
          ...REFERRAL_REASONS.map((value) => ({ value, label: text.account.referral[value] })),
        ]}
        onChange={(reason) => draftOutcome(requestId, { referralReason: reason })}
      />
      {!isPrinted && (
        <p role="status" className={styles['noDestination']}>
          {words.noDestination}
        </p>
      )}
    </div>
  );
}
