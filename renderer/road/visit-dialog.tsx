import { ProblemNote } from '#renderer/desk/problem-note.tsx';
import { useText } from '#renderer/desk/language.ts';
import { useDeskCommand } from '#renderer/desk/use-desk-command.ts';
import { useDeskQuery } from '#renderer/desk/use-desk-query.ts';
import { sayInBar } from '#renderer/frame/screen-keys.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { SelectField } from '#renderer/ui/select-field.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { readDay, typedForm } from '#renderer/ui/typed-date.ts';
import type { Visit } from '#shared/contract/visit.ts';
import { VISIT_SITES } from '#shared/domain/visit/visit.ts';
import { useState } from 'react';
import styles from './visits.module.css';

type VisitDialogProps = {
  /** Without one a new visit. */
  readonly visit?: Visit;
  readonly onClose: (visitId?: string) => void;
};

const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

/** `8:00`, `0800` and `8` as `08:00`; what cannot be read stays as it is. */
function readTime(typed: string): string {
  const [, hour, minute = '00'] = /^(\d{1,2})(?:[:h.]?(\d{2}))?$/.exec(typed.trim()) ?? [];
  return hour === undefined ? typed : `${hour.padStart(2, '0')}:${minute}`;
}

/** Where a team goes, when, who, and for whom. */
export function VisitDialog({ visit, onClose }: VisitDialogProps) {
  const text = useText();
  const words = text.visit.form;
  const save = useDeskCommand('visit.save');
  const teams = useDeskQuery('team.list', {}).value ?? [];
  const here = useDeskQuery('team.here', {}).value ?? null;
  const rosters = useDeskQuery('roster.list', {}).value ?? [];
  const [isTried, setTried] = useState(false);
  const [draft, setDraft] = useState({
    place: visit?.place ?? '',
    site: visit?.site ?? 'mobile',
    day: visit === undefined ? '' : typedForm(visit.day),
    starts: visit?.starts ?? '08:00',
    ends: visit?.ends ?? '11:00',
    expected: String(visit?.expected ?? 0),
    teamId: visit?.teamId ?? '',
    goers: visit?.goers ?? '',
    materials: visit?.materials ?? '',
    contact: visit?.contact ?? '',
    phone: visit?.phone ?? '',
    rosterId: visit?.rosterId ?? '',
  });
  const put = (part: Partial<typeof draft>) => setDraft((was) => ({ ...was, ...part }));
  const day = readDay(draft.day);
  const starts = readTime(draft.starts);
  const ends = readTime(draft.ends);
  const isTime = TIME.test(starts) && TIME.test(ends) && starts < ends;
  const isCount = /^\d{1,4}$/.test(draft.expected.trim());
  const said = (isRight: boolean, sentence: string) => (isTried && !isRight ? sentence : undefined);
  const keep = async () => {
    setTried(true);
    if (draft.place.trim() === '' || day === null || !isTime || !isCount || save.isPending) return;
    const reply = await save.run({
      ...draft,
      ...(visit && { visitId: visit.visitId }),
      day,
      starts,
      ends,
      expected: Number(draft.expected),
      teamId: draft.teamId === '' ? null : draft.teamId,
      rosterId: draft.rosterId === '' ? null : draft.rosterId,
    });
    if (!reply.ok) return;
    sayInBar(text.roster.saved);
    onClose(reply.value.visitId);
  };
  const chosenTeams = here === null ? teams : [{ teamId: here.teamId, name: here.name, series: here.series }];
  const field = (name: 'goers' | 'materials' | 'contact', maxLength: number) => (
    <TextField
      className={styles['half']}
      label={words[name]}
      value={draft[name]}
      maxLength={maxLength}
      onType={(typed) => put({ [name]: typed })}
    />
  );
  return (
    <Dialog
      opened
      onClose={() => onClose()}
      title={visit === undefined ? words.titleNew : words.titleEdit}
      closeLabel={text.common.close}
      width={680}
      footer={
        <Button variant="primary" isPending={save.isPending} onClick={() => void keep()}>
          {words.save}
        </Button>
      }
    >
      <form
        className={styles['fields']}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void keep();
        }}
      >
        <TextField
          className={styles['whole']}
          label={words.place}
          value={draft.place}
          maxLength={120}
          data-autofocus
          hint={words.placeHint}
          error={said(draft.place.trim() !== '', words.placeMissing)}
          onType={(place) => put({ place })}
        />
        <TextField
          label={words.day}
          value={draft.day}
          figures
          error={said(day !== null, words.badDay)}
          onType={(typed) => put({ day: typed })}
        />
        <TextField
          label={words.starts}
          value={draft.starts}
          figures
          error={said(isTime, words.badTime)}
          onType={(typed) => put({ starts: typed })}
        />
        <TextField label={words.ends} value={draft.ends} figures onType={(typed) => put({ ends: typed })} />
        <TextField
          label={words.expected}
          value={draft.expected}
          figures
          inputMode="numeric"
          error={said(isCount, words.badExpected)}
          onType={(expected) => put({ expected })}
        />
        <SelectField
          className={styles['half']}
          label={words.site}
          options={VISIT_SITES.map((value) => ({ value, label: text.visit.site[value] }))}
          value={draft.site}
          onChange={(site) => put({ site })}
        />
        <SelectField
          className={styles['half']}
          label={words.team}
          options={[
            { value: '', label: words.noTeam },
            ...chosenTeams.map(({ teamId, name, series }) => ({
              value: teamId,
              label: `${name} (${series})`,
            })),
          ]}
          value={draft.teamId}
          onChange={(teamId) => put({ teamId })}
        />
        {field('goers', 200)}
        {field('materials', 300)}
        {field('contact', 120)}
        <TextField
          className={styles['half']}
          label={words.phone}
          value={draft.phone}
          figures
          maxLength={20}
          onType={(phone) => put({ phone })}
        />
        <SelectField
          className={styles['whole']}
          label={words.roster}
          options={[
            { value: '', label: words.noRoster },
            ...rosters.map(({ rosterId, name }) => ({ value: rosterId, label: name })),
          ]}
          value={draft.rosterId}
          onChange={(rosterId) => put({ rosterId })}
        />
        {/* Enter in a field saves, as in every form. */}
        <button type="submit" hidden aria-label={words.save} />
      </form>
      <ProblemNote problem={save.problem} />
    </Dialog>
  );
}
