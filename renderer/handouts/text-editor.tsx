import { ProblemNote } from '#renderer/desk/problem-note.tsx';
import type { HandoutText } from '#shared/domain/office/settings.ts';
import type { Office } from '#shared/contract/office.ts';
import type { Language } from '#shared/domain/language.ts';
import { useText } from '#renderer/desk/language.ts';
import { useDeskCommand } from '#renderer/desk/use-desk-command.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { useState } from 'react';
import styles from './handouts-screen.module.css';
import { ownText, shippedText, type HandoutId } from '#renderer/paper/handout/sheets.ts';
import { unknownSlots } from '../paper/handout/slots.ts';

type TextEditorProps = {
  readonly sheet: HandoutId;
  readonly language: Language;
  readonly office: Office;
  readonly onClose: () => void;
};

const TITLE_LENGTH = 60;
const LINE_LENGTH = 160;

/** Every line of a handout with the shipped one beside it. */
export function TextEditor({ sheet, language, office, onClose }: TextEditorProps) {
  const text = useText();
  const words = text.handout;
  const key = `${sheet}.${language}`;
  const shipped = shippedText(sheet, language);
  const stored = office.settings.handoutTexts[key];
  const [title, setTitle] = useState(stored?.title ?? shipped.title);
  const [lines, setLines] = useState<Readonly<Record<string, string>>>({
    ...shipped.lines,
    ...stored?.lines,
  });
  const update = useDeskCommand('office.update');
  const faulty = Object.values(lines).flatMap(unknownSlots)[0];
  const save = (own: HandoutText | undefined): void => {
    const { [key]: _former, ...others } = office.settings.handoutTexts;
    void update
      .run({ settings: { handoutTexts: own === undefined ? others : { ...others, [key]: own } } })
      .then((reply) => {
        if (reply.ok) onClose();
      });
  };
  return (
    <Dialog
      opened
      onClose={onClose}
      width={920}
      title={words.editing(words.sheetName[sheet])}
      closeLabel={words.close}
      footer={
        <>
          <Button variant="quiet" isPending={update.isPending} onClick={() => save(undefined)}>
            {words.reset}
          </Button>
          <Button
            variant="primary"
            isPending={update.isPending}
            disabledReason={faulty === undefined ? undefined : words.unknownWord(faulty)}
            onClick={() => save(ownText(shipped, { title, lines }))}
          >
            {words.save}
          </Button>
        </>
      }
    >
      <div className={styles['editor']}>
        <p className={styles['hint']}>{words.editHint}</p>
        <EditRow
          name={words.sheetTitle}
          shipped={shipped.title}
          value={title}
          most={TITLE_LENGTH}
          onType={setTitle}
        />
        {Object.entries(shipped.lines).map(([name, line], index) => (
          <EditRow
            key={name}
            name={words.line(index + 1)}
            shipped={line}
            value={lines[name] ?? line}
            most={LINE_LENGTH}
            onType={(typed) => setLines((before) => ({ ...before, [name]: typed }))}
          />
        ))}
        <ProblemNote problem={update.problem} />
      </div>
    </Dialog>
  );
}

type EditRowProps = {
  readonly name: string;
  readonly shipped: string;
  readonly value: string;
  readonly most: number;
  readonly onType: (typed: string) => void;
};

function EditRow({ name, shipped, value, most, onType }: EditRowProps) {
  const words = useText().handout;
  const unknown = unknownSlots(value)[0];
  return (
    <div className={styles['editRow']} data-changed={value !== shipped || undefined}>
      <p>
        <span className={styles['hint']}>{words.original}</span>
        {shipped}
      </p>
      <TextField
        label={name}
        value={value}
        maxLength={most}
        error={unknown === undefined ? undefined : words.unknownWord(unknown)}
        onType={onType}
      />
      <Button
        variant="quiet"
        size="small"
        aria-label={`${words.resetLine}: ${name}`}
        onClick={() => onType(shipped)}
        style={value === shipped ? { visibility: 'hidden' } : undefined}
      >
        {words.resetLine}
      </Button>
    </div>
  );
}
