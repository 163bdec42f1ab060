import { ProblemNote } from '#renderer/desk/problem-note.tsx';
import { useLanguage, useText } from '#renderer/desk/language.ts';
import { useDeskCommand } from '#renderer/desk/use-desk-command.ts';
import { sayInBar } from '#renderer/frame/screen-keys.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { SelectField } from '#renderer/ui/select-field.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { useNow } from '#renderer/ui/use-now.ts';
import type { Office } from '#shared/contract/office.ts';
import type { HomeVisit } from '#shared/contract/visit.ts';
import { localDay } from '#shared/domain/calendar/business-date.ts';
import { HOME_REASONS } from '#shared/domain/visit/home-visit.ts';
import { useState } from 'react';
import { draftOf, readDraft, type HomeDraft, type Relative } from './home-visit-draft.ts';
import styles from './home-visit.module.css';

type HomeVisitDialogProps = {
  readonly office: Office;
  /** Without one a new request. */
  readonly homeVisit?: HomeVisit | undefined;
  readonly relative?: Relative | undefined;
  readonly onClose: (homeVisitId?: string) => void;
};

/** Somebody asks that a person be visited at home: who, where, why, and the relative's telephone. */
export function HomeVisitDialog({ office, homeVisit, relative, onClose }: HomeVisitDialogProps) {
  const text = useText();
  const words = text.visit.homeForm;
  const language = useLanguage();
  const save = useDeskCommand('home-visit.save');
  const today = localDay(new Date(useNow(60_000)).toISOString());
  const [draft, setDraft] = useState(() => draftOf(homeVisit, relative));
  const [isTried, setTried] = useState(false);
  const { asked, wrong } = readDraft(draft, today);
  const put = (part: Partial<HomeDraft>) => setDraft((was) => ({ ...was, ...part }));
  const said = (field: (typeof wrong)[number], sentence: string) =>
    isTried && wrong.includes(field) ? sentence : undefined;
  const keep = async (isPrinted: boolean) => {
    setTried(true);
    if (wrong.length > 0 || save.isPending) return;
    const reply = await save.run({ ...asked, ...(homeVisit && { homeVisitId: homeVisit.homeVisitId }) });
    if (!reply.ok) return;
    sayInBar(text.visit.homes.saved);
    onClose(reply.value.homeVisitId);
    if (!isPrinted) return;
    const { printHomeSlip } = await import('./home-visit-slip.tsx');
    await printHomeSlip({ office, asked, language });
  };
  const prints = office.settings.printing !== 'none';
  return (
    <Dialog
      opened
      onClose={() => onClose()}
      title={homeVisit === undefined ? words.titleNew : words.titleEdit}
      closeLabel={text.common.close}
      width={620}
      footer={
        <>
          <Button variant={prints ? 'plain' : 'primary'} onClick={() => void keep(false)}>
            {words.save}
          </Button>
          {prints && (
            <Button variant="primary" isPending={save.isPending} onClick={() => void keep(true)}>
              {words.saveSlip}
            </Button>
          )}
        </>
      }
    >
      <form
        className={styles['fields']}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void keep(prints);
        }}
      >
        <TextField
          className={styles['whole']}
          label={words.name}
          value={draft.fullName}
          maxLength={200}
          data-autofocus
          error={said('fullName', words.nameMissing)}
          onType={(fullName) => put({ fullName })}
        />
        <TextField
          label={words.number}
          value={draft.idNumber}
          placeholder={homeVisit?.idNumberMasked ?? undefined}
          figures
          inputMode="numeric"
          error={said('idNumber', words.badNumber)}
          onType={(idNumber) => put({ idNumber })}
        />
        <TextField
          label={words.born}
          value={draft.born}
          figures
          error={said('born', words.badBorn)}
          onType={(born) => put({ born })}
        />
        <TextField
          className={styles['whole']}
          label={words.address}
          value={draft.address}
          maxLength={200}
          error={said('address', words.addressMissing)}
          onType={(address) => put({ address })}
        />
        <SelectField
          label={words.why}
          options={HOME_REASONS.map((value) => ({ value, label: text.visit.why[value] }))}
          value={draft.why}
          onChange={(why) => put({ why })}
        />
        <TextField
          label={words.wanted}
          value={draft.wanted}
          figures
          hint={words.wantedHint}
          error={said('wanted', words.badDay)}
          onType={(wanted) => put({ wanted })}
        />
        <TextField
          label={words.contact}
          value={draft.contact}
          maxLength={120}
          onType={(contact) => put({ contact })}
        />
        <TextField
          label={words.phone}
          value={draft.phone}
          figures
          inputMode="tel"
          error={said('phone', words.badPhone)}
          onType={(phone) => put({ phone })}
        />
        {/* Enter in a field saves, as in every form. */}
        <button type="submit" hidden aria-label={words.save} />
      </form>
      <ProblemNote problem={save.problem} />
    </Dialog>
  );
}
