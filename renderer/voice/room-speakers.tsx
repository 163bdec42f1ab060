import type { RoomSpeaker } from '#shared/contract/voice.ts';
import { writtenQuiet } from '#shared/domain/voice/settings.ts';
import { capitalised } from '#shared/text/format.ts';
import { IconVolume, IconVolumeOff } from '@tabler/icons-react';
import { useId } from 'react';
import { useText } from '#renderer/desk/language.ts';
import { Group } from '#renderer/settings/page.tsx';
import settingsStyles from '#renderer/settings/settings.module.css';
import { Chip } from '#renderer/ui/chip.tsx';
import styles from './voice.module.css';

type RoomSpeakersProps = {
  readonly speakers: readonly RoomSpeaker[];
  readonly shown: RoomSpeaker;
  readonly onChoose: (deviceId: string) => void;
};

/** Which PCs of the room speak, how, and whether they are heard; the chosen one is set below. */
export function RoomSpeakers({ speakers, shown, onChoose }: RoomSpeakersProps) {
  const words = useText().settings.voice.room;
  const group = useId();
  return (
    <>
      <Group>{words.title}</Group>
      <p className={settingsStyles['says']}>{words.hint}</p>
      <fieldset className={styles['pcs']} aria-label={words.title}>
        {speakers.map((speaker) => (
          <label key={speaker.deviceId} className={styles['pc']}>
            <input
              type="radio"
              name={group}
              checked={speaker === shown}
              onChange={() => onChoose(speaker.deviceId)}
            />
            <PcLine speaker={speaker} />
          </label>
        ))}
      </fieldset>
    </>
  );
}

function PcLine({ speaker }: { readonly speaker: RoomSpeaker }) {
  const text = useText();
  const words = text.settings.voice;
  const { name, kind, here, voice, sound, hasLocal } = speaker;
  const shownName = name || text.settings.devices.kinds[kind];
  const manner = voice.on
    ? [
        words.wheres[voice.where],
        words.room.volume(voice.volume),
        ...(voice.quiet.length > 0 ? [words.room.quiet(writtenQuiet(voice.quiet))] : []),
      ].join(', ')
    : words.room.off;
  const isHeard = sound === 'ready';
  const Sign = isHeard ? IconVolume : IconVolumeOff;
  return (
    <>
      <span>{here ? words.room.here(shownName) : shownName}</span>
      <span className={settingsStyles['says']}>{manner}</span>
      {voice.on && (
        <span className={styles['pcSound']}>
          <Chip tone={isHeard ? 'good' : 'warn'} icon={<Sign size={16} stroke={1.75} aria-hidden="true" />}>
            {isHeard ? words.room.heard : words.room.silent}
          </Chip>
          {!isHeard && (
            <span className={settingsStyles['says']}>
              {capitalised(text.frame.silentBand.why[voice.where][sound])}
            </span>
          )}
          {voice.speaker === 'local' && hasLocal === false && (
            <span className={settingsStyles['says']}>{words.room.noLocal}</span>
          )}
        </span>
      )}
    </>
  );
}
