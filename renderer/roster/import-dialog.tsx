import { ProblemNote } from '#renderer/desk/problem-note.tsx';
import { useDesk } from '#renderer/desk/desk-context.ts';
import { useLanguage, useText } from '#renderer/desk/language.ts';
import { useDeskCommand } from '#renderer/desk/use-desk-command.ts';
import { sayInBar } from '#renderer/frame/screen-keys.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Note } from '#renderer/ui/note.tsx';
import shared from '#renderer/ui/shared.module.css';
import { useFileChoice } from '#renderer/ui/file-choice.tsx';
import { TextArea } from '#renderer/ui/text-area.tsx';
import type { RosterReview } from '#shared/contract/roster.ts';
import { formatNumber } from '#shared/text/format.ts';
import { problemText } from '#shared/text/problem-text.ts';
import { useState } from 'react';
import { AgencyFields, dueOf, type AgencyDraft } from './agency-fields.tsx';
import { ReviewLines } from './review-lines.tsx';

/** The list of an agency: chosen or pasted, read, looked at line by line, and only then written. */
export function ImportDialog({ onClose }: { readonly onClose: (rosterId?: string) => void }) {
  const text = useText();
  const words = text.roster.review;
  const language = useLanguage();
  const desk = useDesk();
  const apply = useDeskCommand('roster.apply');
  const [seen, setSeen] = useState<RosterReview | null>(null);
  const [agency, setAgency] = useState<AgencyDraft | null>(null);
  const [skip, setSkip] = useState<ReadonlySet<number>>(new Set());
  const [keepsAll, setKeepsAll] = useState(false);
  const [pasted, setPasted] = useState('');
  const [isTried, setTried] = useState(false);
  const count = (value: number) => formatNumber(value, language);

  const file = useFileChoice(words.choose, text.common.table, async (fileName, base64) => {
    setSeen(null);
    apply.reset();
    const reply = await desk.call('roster.review', { fileName, base64 });
    if (!reply.ok) return problemText(reply.problem, text);
    setSeen(reply.value);
    setSkip(new Set());
    setKeepsAll(false);
    setAgency(
      reply.value.rosterId === null
        ? { name: reply.value.name, contact: '', phone: '', due: '', level: 'level-2' }
        : null,
    );
    return null;
  });
  const write = async () => {
    if (seen === null) return;
    setTried(true);
    const dueOn = agency === null ? null : dueOf(agency);
    if (agency !== null && (agency.name.trim() === '' || dueOn === undefined)) return;
    const { name, contact, phone, level } = agency ?? { level: undefined };
    const reply = await apply.run({
      reviewId: seen.reviewId,
      skip: [...skip],
      ...(keepsAll && { keep: seen.leaving.map(({ memberId }) => memberId) }),
      ...(agency !== null && { agency: { name, contact, phone, level, dueOn } }),
    });
    if (!reply.ok) return;
    const { rosterId, added, changed, left } = reply.value;
    sayInBar(words.done(count(added), count(changed), count(left)));
    onClose(rosterId);
  };
  const {
    new: fresh = 0,
    doubtful = 0,
    elsewhere = 0,
    'no-number': unnumbered = 0,
    changed = 0,
  } = seen?.counts ?? {};
  const added = fresh + doubtful + elsewhere + unnumbered - skip.size;
  const leaves = seen === null || keepsAll ? 0 : seen.leaving.length;
  const nothing = seen !== null && added + changed + leaves <= 0 ? words.nothing : undefined;
  return (
    <Dialog
      opened
      onClose={() => onClose()}
      title={words.title}
      width={seen === null ? 560 : 940}
      closeLabel={text.common.close}
      footer={
        <>
          <Button
            onClick={file.choose}
            isPending={file.isReading}
            {...(seen === null ? { variant: 'primary' as const, 'data-autofocus': true } : {})}
          >
            {seen === null ? words.choose : words.other}
          </Button>
          {seen === null ? null : (
            <Button
              variant="primary"
              isPending={apply.isPending}
              disabledReason={nothing}
              onClick={() => void write()}
              autoFocus
            >
              {nothing ?? (changed + leaves === 0 ? words.apply(count(added)) : words.update)}
            </Button>
          )}
        </>
      }
    >
      <div className={shared['tableReview']}>
        {file.input}
        {seen === null ? (
          <>
            <p>{words.what}</p>
            <TextArea label={words.paste} value={pasted} rows={4} onType={setPasted} />
            {pasted.trim() === '' ? null : (
              <Button
                isPending={file.isReading}
                onClick={() =>
                  void file.read(new File([pasted], `${words.pasted}.tsv`, { type: 'text/plain' }))
                }
              >
                {words.read}
              </Button>
            )}
          </>
        ) : null}
        {file.isReading ? <p role="status">{words.reading}</p> : null}
        {file.fault === null ? null : (
          <Note tone="bad" announce>
            {file.fault}
          </Note>
        )}
        <ProblemNote problem={apply.problem} />
        {seen === null ? null : (
          <>
            {agency === null ? (
              <p>{words.renews(seen.name)}</p>
            ) : (
              <AgencyFields draft={agency} onChange={setAgency} isTried={isTried} />
            )}
            <ReviewLines
              review={seen}
              skip={skip}
              onSkip={setSkip}
              keepsAll={keepsAll}
              onKeepAll={setKeepsAll}
            />
          </>
        )}
      </div>
    </Dialog>
  );
}
