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
import type { DeskProblem } from '#shared/contract/problem.ts';
import type { OwnVoice as Held } from '#shared/contract/voice.ts';
import type { Dialect } from '#shared/domain/voice/read-number.ts';
import { COUNTING } from '#shared/domain/voice/read-number.ts';
import { unitsToRecord } from '#shared/domain/voice/units.ts';
import { readVoiceFile, writeVoiceFile } from '#shared/domain/voice/voice-file.ts';
import { problemText } from '#shared/text/problem-text.ts';
import { IconMicrophone } from '@tabler/icons-react';
import { useState } from 'react';
import { recordedUnits } from './recorded-units.ts';
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
  const keep = useDeskCommand('voice.keep');
  const use = useDeskCommand('voice.use');
  const code = useDeskQuery('office.show', {}).value?.code ?? '';
  const [said, setSaid] = useState('');
  const save = async () => {
    const reply = await recordedUnits(desk, 'voice.sound');
    if (!reply.ok) return setSaid(problemText(reply.problem, text));
    const file = await writeVoiceFile(reply.value, sha256);
    handOver(new Blob([file], { type: 'application/json' }), `giong-doc-${code}.json`);
    setSaid('');
  };
  /** Unit by unit, so that no call waits for a whole voice; used when all of them are there. */
  const bringIn = async (file: File): Promise<DeskProblem | null> => {
    const voice = await readVoiceFile(await file.text(), sha256);
    if (!voice.ok) return { code: 'voice-refused', reason: voice.fault };
    for (const unit of voice.units) {
      const kept = await keep.run(unit);
      if (!kept.ok) return kept.problem;
    }
    const used = await use.run({ units: voice.units.map(({ unit }) => unit) });
    return used.ok ? null : used.problem;
  };
  const read = async (file: File) => {
    setSaid(text.common.saving);
    const problem = await bringIn(file);
    setSaid(problem === null ? words.imported : problemText(problem, text));
  };
  return (
    <>
      {held.used !== null && <Button onClick={() => void save()}>{words.save}</Button>}
      <FileButton size="normal" label={words.bringIn} onFile={(file) => void read(file)} />
      <p role="status">{said}</p>
    </>
  );
}

async function sha256(text: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
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
