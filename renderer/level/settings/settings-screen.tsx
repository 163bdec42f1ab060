import { useText } from '#renderer/desk/language.ts';
import { sayInBar } from '#renderer/frame/screen-keys.tsx';
import { QrCode } from '#renderer/paper/slip/qr-code.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { CopyButton } from '#renderer/ui/copy-button.tsx';
import { handOver } from '#renderer/ui/hand-over.ts';
import { NumberText } from '#renderer/ui/number-text.tsx';
import { problemText } from '#shared/text/problem-text.ts';
import { IconDownload } from '@tabler/icons-react';
import { useLevel, useLevelQuery, type LevelState } from '../client/level-client.ts';
import { saveFile } from '../client/use-export.ts';
import { useLevelWords } from '../client/words.ts';
import { Fingerprint } from '../frame/fingerprint.tsx';
import { BackupPart } from './backup-part.tsx';
import { CheckPart } from './check-part.tsx';
import { DoorPart } from './door-part.tsx';
import { OfficersPart } from './officers-part.tsx';
import { Part } from './part.tsx';
import styles from './settings.module.css';
import { WatchPart } from './watch-part.tsx';

/** What the level above needs of this one, and what keeps its figures safe. */
export function SettingsScreen() {
  const state = useLevelQuery('level.state', {}).value;
  if (state === undefined) return null;
  return (
    <div className={styles['screen']}>
      <div className={styles['columns']}>
        <OfficersPart />
        <div>
          <KeyPart state={state} />
          <SheetPart />
        </div>
        <div>
          <DoorPart />
          <WatchPart state={state} />
          <BackupPart state={state} />
          <CheckPart />
        </div>
      </div>
    </div>
  );
}

function KeyPart({ state }: { readonly state: LevelState }) {
  const { levelSettings } = useLevelWords();
  const words = levelSettings.key;
  const { own, keyId, publicKey } = state;
  if (own === null) return null;
  const facts = [
    [levelSettings.own.code, own.code],
    [levelSettings.own.name, own.name],
    [levelSettings.own.receivingLevel, own.receivingLevel],
  ] as const;
  return (
    <Part title={words.title}>
      <p className={styles['hint']}>{words.hint}</p>
      <dl className={styles['facts']}>
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        <div>
          <dt>{words.publicKey}</dt>
          <dd>
            <NumberText className={styles['key']}>{publicKey}</NumberText>
            <CopyButton value={publicKey} label={words.copyKey} done={words.copied} />
          </dd>
        </div>
      </dl>
      <div className={styles['prints']}>
        <Fingerprint keyId={keyId} label={words.fingerprint} />
        <span className={styles['qr']}>
          <QrCode content={publicKey} dots={7} label={words.qr} />
        </span>
      </div>
      <Button
        size="small"
        icon={<IconDownload aria-hidden="true" />}
        onClick={() => handOver(new Blob([`${publicKey}\n`], { type: 'text/plain' }), `khoa-${own.code}.txt`)}
      >
        {words.saveKey}
      </Button>
    </Part>
  );
}

function SheetPart() {
  const text = useText();
  const words = useLevelWords().levelSettings.sheet;
  const level = useLevel();
  const save = async () => {
    const reply = await level.call('figures.template', {});
    if (reply.ok) saveFile(reply.value);
    else sayInBar(problemText(reply.problem, text), true);
  };
  return (
    <Part title={words.title}>
      <p className={styles['hint']}>{words.hint}</p>
      <Button size="small" icon={<IconDownload aria-hidden="true" />} onClick={() => void save()}>
        {words.save}
      </Button>
    </Part>
  );
}
