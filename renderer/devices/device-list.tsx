import { ProblemNote } from '#renderer/desk/problem-note.tsx';
import type { Device } from '#shared/contract/lan.ts';
import type { Office } from '#shared/contract/office.ts';
import { formatInstant } from '#shared/text/format.ts';
import { problemText } from '#shared/text/problem-text.ts';
import { IconCircleCheckFilled, IconDatabase, IconPlugConnectedX } from '@tabler/icons-react';
import { useState } from 'react';
import { useLanguage, useText } from '#renderer/desk/language.ts';
import { useDeskCommand } from '#renderer/desk/use-desk-command.ts';
import { useSaving } from '#renderer/desk/use-saving.ts';
import { Group } from '#renderer/settings/page.tsx';
import { SavedWord } from '#renderer/settings/row.tsx';
import styles from '#renderer/settings/settings.module.css';
import { Button } from '#renderer/ui/button.tsx';
import { Chip } from '#renderer/ui/chip.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import own from './devices.module.css';

type DeviceListProps = { readonly devices: readonly Device[]; readonly office: Office };

/** Those that may come in first; the revoked ones stay listed, because what they did stands in the journal. */
export function DeviceList({ devices, office }: DeviceListProps) {
  const words = useText().settings.devices;
  const listed = devices.toSorted(
    (a, b) =>
      Number(b.kind === 'desk') - Number(a.kind === 'desk') ||
      Number(a.revokedAt !== null) - Number(b.revokedAt !== null) ||
      a.joinedAt.localeCompare(b.joinedAt),
  );
  return (
    <>
      <Group>{words.list}</Group>
      <ul aria-label={words.list}>
        {listed.map((device) => (
          <DeviceLine key={device.id} device={device} office={office} />
        ))}
      </ul>
      {listed.length < 2 && <p className={styles['after']}>{words.none}</p>}
    </>
  );
}

function DeviceLine({ device, office }: { readonly device: Device; readonly office: Office }) {
  const text = useText();
  const words = text.settings.devices;
  const naming = useSaving('device.rename');
  const [isRevoking, setRevoking] = useState(false);
  const { id, name, kind, counterId, revokedAt } = device;
  const counter = office.counters.find((one) => one.id === counterId)?.name;
  const shownName = name || words.kinds[kind];
  const rename = (typed: string) => {
    const next = typed.trim();
    if (next !== '' && next !== name) void naming.run({ deviceId: id, name: next });
  };
  return (
    <li className={own['line']} data-out={revokedAt !== null || undefined}>
      {revokedAt === null && kind !== 'desk' ? (
        <TextField
          label={words.nameOf(shownName)}
          showLabel={false}
          size="small"
          maxLength={60}
          value={name}
          placeholder={words.kinds[kind]}
          error={naming.problem === undefined ? undefined : problemText(naming.problem, text)}
          onCommit={rename}
        />
      ) : (
        <span>{shownName}</span>
      )}
      <span className={styles['says']}>
        {words.kinds[kind]}
        {counter !== undefined && counter !== shownName && `, ${counter}`}
      </span>
      <Standing device={device} />
      <span className={own['end']}>
        <SavedWord saving={naming} />
        {kind !== 'desk' && revokedAt === null && (
          <Button size="small" aria-label={words.revokeOf(shownName)} onClick={() => setRevoking(true)}>
            {words.revoke}
          </Button>
        )}
      </span>
      {isRevoking && <RevokeDialog id={id} name={shownName} onClose={() => setRevoking(false)} />}
    </li>
  );
}

/** There or not, and when it was last heard. */
function Standing({ device: { kind, connected, lastSeen, revokedAt } }: { readonly device: Device }) {
  const words = useText().settings.devices;
  const language = useLanguage();
  const time = (instant: string) => formatInstant(instant, language);
  if (revokedAt !== null) return <span className={styles['says']}>{words.revoked(time(revokedAt))}</span>;
  if (kind === 'desk')
    return (
      <span>
        <Chip tone="good" icon={<IconDatabase size={16} stroke={1.75} aria-hidden="true" />}>
          {words.holds}
        </Chip>
      </span>
    );
  if (connected)
    return (
      <span>
        <Chip tone="good" icon={<IconCircleCheckFilled size={16} aria-hidden="true" />}>
          {words.here}
        </Chip>
      </span>
    );
  return (
    <span className={own['away']}>
      <Chip tone="warn" icon={<IconPlugConnectedX size={16} stroke={1.75} aria-hidden="true" />}>
        {words.away}
      </Chip>
      {lastSeen !== null && <span className={styles['says']}>{words.seen(time(lastSeen))}</span>}
    </span>
  );
}

type RevokeDialogProps = { readonly id: string; readonly name: string; readonly onClose: () => void };

function RevokeDialog({ id, name, onClose }: RevokeDialogProps) {
  const text = useText();
  const words = text.settings.devices;
  const revoking = useDeskCommand('device.revoke');
  const revoke = () =>
    void revoking.run({ deviceId: id }).then((reply) => {
      if (reply.ok) onClose();
    });
  return (
    <Dialog
      opened
      onClose={onClose}
      title={words.revokeTitle(name)}
      closeLabel={words.cancel}
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>
            {words.cancel}
          </Button>
          <Button variant="primary" isPending={revoking.isPending} data-autofocus onClick={revoke}>
            {words.revoke}
          </Button>
        </>
      }
    >
      <p>{words.revokeSays}</p>
      <ProblemNote problem={revoking.problem} />
    </Dialog>
  );
}
