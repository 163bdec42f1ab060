import { useDesk } from '#renderer/desk/desk-context.ts';
import { useText } from '#renderer/desk/language.ts';
import { useDeskCommand } from '#renderer/desk/use-desk-command.ts';
import { useDeskQuery } from '#renderer/desk/use-desk-query.ts';
import { Group } from '#renderer/settings/page.tsx';
import { Row } from '#renderer/settings/row.tsx';
import settingsStyles from '#renderer/settings/settings.module.css';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { FileButton } from '#renderer/ui/file-button.tsx';
import { handOver } from '#renderer/ui/hand-over.ts';
import { Segmented } from '#renderer/ui/segmented.tsx';
import type { OwnVoice as Held } from '#shared/contract/voice.ts';
import type { Dialect } from '#shared/domain/voice/read-number.ts';
import { COUNTING } from '#shared/domain/voice/read-number.ts';
import { unitsToRecord } from '#shared/domain/voice/units.ts';
import { problemText } from '#shared/text/problem-text.ts';
import { IconMicrophone } from '@tabler/icons-react';
import { useState } from 'react';
import { RecorderDialog } from './recorder.tsx';

/** The office's own voice: how far it is recorded, and the ways in and out. */
export function OwnVoice() {
  const words = useText().settings.voice.own;
  const held = useDeskQuery('voice.show', {}).value;
  const [chosen, setChosen] = useState<Dialect | null>(null);
  const [open, setOpen] = useState<'recorder' | 'removing' | null>(null);
  if (held === undefined) return null;
  const spoken = chosen ?? spokenBefore(held);
  const close = () => setOpen(null);
  const isEmpty = held.used === null && held.taken.length === 0;
  return (
    <>
      <Group>{words.title}</Group>
      <p className={settingsStyles['says']}>{stateOf(held, words)}</p>
      <Row title={words.counting} hint={words.countingHint}>
        <Segmented
          label={words.counting}
          options={(['north', 'south'] as const).map((value) => ({
            value,
            label: Object.values(COUNTING[value]).join(', '),
          }))}
          value={spoken}
          onChange={setChosen}
        />
      </Row>
      <div className={settingsStyles['actions']}>
        <Button
          variant={held.used === null ? 'primary' : 'plain'}
          icon={<IconMicrophone aria-hidden="true" />}
          onClick={() => setOpen('recorder')}
        >
          {isEmpty ? words.start : words.goOn}
        </Button>
        <Files held={held} />
        {!isEmpty && <Button onClick={() => setOpen('removing')}>{words.remove}</Button>}
      </div>
      <p className={settingsStyles['after']}>{words.whose}</p>
      {open === 'recorder' && <RecorderDialog spoken={spoken} onClose={close} />}
      {open === 'removing' && <Removing onClose={close} />}
    </>
  );
}

function stateOf(held: Held, words: ReturnType<typeof useText>['settings']['voice']['own']): string {
  const all = unitsToRecord('north').length;
  if (held.taken.length > 0) return words.taken(held.taken.length, all);
  return held.used === null ? words.none(all) : words.used;
}

/** What was begun is gone on with. */
function spokenBefore({ used, taken }: Held): Dialect {
  const { zeroTens, thousand } = COUNTING.south;
  if (taken.some((unit) => unit === zeroTens || unit === thousand)) return 'south';
  return used ?? 'north';
}

/** A voice leaves and enters as one file. */
function Files({ held }: { readonly held: Held }) {
  const text = useText();
  const words = text.settings.voice.own;
  const desk = useDesk();
  const bringIn = useDeskCommand('voice.import');
  const [said, setSaid] = useState('');
  const save = async () => {
    const reply = await desk.call('voice.export', {});
    if (reply.ok) handOver(new Blob([reply.value.text], { type: 'application/json' }), reply.value.fileName);
    setSaid(reply.ok ? '' : problemText(reply.problem, text));
  };
  const read = async (file: File) => {
    const reply = await bringIn.run({ text: await file.text() });
    setSaid(reply.ok ? words.imported : problemText(reply.problem, text));
  };
  return (
    <>
      {held.used !== null && <Button onClick={() => void save()}>{words.save}</Button>}
      <FileButton size="normal" label={words.bringIn} onFile={(file) => void read(file)} />
      <p role="status">{said}</p>
    </>
  );
}

function Removing({ onClose }: { readonly onClose: () => void }) {
  const text = useText();
  const words = text.settings.voice.own;
  const remove = useDeskCommand('voice.remove');
  return (
    <Dialog
      opened
      onClose={onClose}
      title={words.removeTitle}
      closeLabel={text.common.close}
      footer={
        <>
          <Button onClick={onClose}>{text.common.cancel}</Button>
          <Button
            variant="primary"
            onClick={() => void remove.run({}).then((reply) => reply.ok && onClose())}
          >
            {words.remove}
          </Button>
        </>
      }
    >
      <p>{words.removeSays}</p>
      {remove.problem !== undefined && <p role="alert">{problemText(remove.problem, text)}</p>}
    </Dialog>
  );
}
