import type { Office } from '#shared/contract/office.ts';
import type { RoomSpeaker } from '#shared/contract/voice.ts';
import { canSayCounter, sayCall, sayCallInEnglish, writtenOut } from '#shared/domain/voice/say-call.ts';
import { quietHours, writtenQuiet, type VoiceSettings } from '#shared/domain/voice/settings.ts';
import { formatNumber } from '#shared/text/format.ts';
import { IconPlayerStop, IconVolume } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useLanguage, useText } from '#renderer/desk/language.ts';
import { useDeskQuery } from '#renderer/desk/use-desk-query.ts';
import { useOfficeSetting, useSaving, useSetting, type OfficeSetting } from '#renderer/desk/use-saving.ts';
import { useScreenKeys } from '#renderer/frame/screen-keys.tsx';
import { Group, Page } from '#renderer/settings/page.tsx';
import { Row, SwitchRow } from '#renderer/settings/row.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { NumberText } from '#renderer/ui/number-text.tsx';
import { Segmented } from '#renderer/ui/segmented.tsx';
import { SelectField } from '#renderer/ui/select-field.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import settingsStyles from '#renderer/settings/settings.module.css';
import { OwnVoice } from './own-voice.tsx';
import { RoomSpeakers } from './room-speakers.tsx';
import { SAMPLE_NUMBER } from './try-voice.tsx';
import { useLocalVoice } from './use-local-voice.ts';
import { useVoice } from './use-voice.ts';
import styles from './voice.module.css';

type Setting = OfficeSetting<VoiceSettings>;

/** No event tells that a loudspeaker has gone silent. */
const EVERY_MS = 5_000;

/** How the PCs of the room read calls aloud, and how that sounds. */
export function VoicePage({ office }: { readonly office: Office }) {
  const { value: speakers = [] } = useDeskQuery('voice.speakers', {}, { everyMs: EVERY_MS });
  const [chosen, choose] = useState<string | null>(null);
  const shown = speakers.find(({ deviceId }) => deviceId === chosen) ?? speakers.find(({ here }) => here);
  const room = speakers.length > 1 && shown !== undefined && (
    <RoomSpeakers speakers={speakers} shown={shown} onChoose={choose} />
  );
  return shown === undefined || shown.here ? (
    <Here office={office} room={room} />
  ) : (
    <There key={shown.deviceId} office={office} speaker={shown} room={room} />
  );
}

type PartProps = { readonly office: Office; readonly room: ReactNode };

function Here({ office, room }: PartProps) {
  const hasLocal = useLocalVoice(true).name !== null;
  return (
    <SpeakerSettings
      office={office}
      setting={useOfficeSetting(office, 'voice')}
      hasWindow
      hasLocal={hasLocal}
      room={room}
    />
  );
}

/** Another PC or a TV, set from here. */
function There({ office, speaker, room }: PartProps & { readonly speaker: RoomSpeaker }) {
  const words = useText().settings.voice;
  const { deviceId, kind, voice, hasLocal } = speaker;
  const { run, ...saving } = useSaving('device.set-voice');
  return (
    <SpeakerSettings
      office={office}
      setting={useSetting(voice, saving, (next) => run({ deviceId, voice: next }))}
      hasWindow={kind === 'desk' || kind === 'counter'}
      hasLocal={hasLocal === true}
      room={room}
      testHint={words.room.testHere}
    />
  );
}

type SpeakerSettingsProps = PartProps & {
  readonly setting: Setting;
  /** A wall or a TV has no working window. */
  readonly hasWindow: boolean;
  /** Whether that PC has a Vietnamese voice of its system. */
  readonly hasLocal: boolean;
  readonly testHint?: string;
};

function SpeakerSettings({ office, setting, hasWindow, hasLocal, room, testHint }: SpeakerSettingsProps) {
  const words = useText().settings.voice;
  const { value, saving } = setting;
  const save = (change: Partial<VoiceSettings>) => setting.save({ ...value, ...change });
  const speaker = value.speaker ?? value.voice;
  const { local, ...always } = words.voices;
  return (
    <Page
      id="voice"
      what={words.what}
      aside={{ title: words.test, body: <Listen office={office} settings={value} hint={testHint} /> }}
    >
      {room}
      <SwitchRow
        label={words.on}
        hint={words.onHint}
        on={value.on}
        saving={saving}
        onChange={(on) => save({ on })}
      />
      {hasWindow && (
        <Row title={words.where} hint={words.whereHint[value.where]}>
          <Choice
            label={words.where}
            names={words.wheres}
            value={value.where}
            onChange={(where) => save({ where })}
          />
        </Row>
      )}
      <Group>{words.sentence}</Group>
      <Row title={words.voice} hint={words.voiceHint[speaker]}>
        <Choice<keyof typeof words.voices>
          label={words.voice}
          names={hasLocal || speaker === 'local' ? { ...always, local } : always}
          value={speaker}
          onChange={(voice) =>
            save(voice === 'office' || voice === 'local' ? { speaker: voice } : { voice, speaker: undefined })
          }
        />
      </Row>
      <Row title={words.numbers}>
        <Choice
          label={words.numbers}
          names={words.readings}
          value={value.numbers}
          onChange={(numbers) => save({ numbers })}
        />
      </Row>
      <Row title={words.sentence}>
        <Choice
          label={words.sentence}
          names={words.sentences}
          value={value.sentence}
          onChange={(sentence) => save({ sentence })}
        />
      </Row>
      <Row title={words.times}>
        <SelectField
          label={words.times}
          showLabel={false}
          options={[1, 2, 3].map((count) => ({ value: String(count), label: words.timesOf(count) }))}
          value={String(value.times)}
          onChange={(times) => save({ times: Number(times) })}
        />
      </Row>
      <SwitchRow
        label={words.english}
        hint={words.englishHint}
        on={value.english}
        saving={saving}
        onChange={(english) => save({ english })}
      />
      <Group>{words.volume}</Group>
      <Loudness setting={setting} onSave={save} />
      <OwnVoice />
    </Page>
  );
}

type ChoiceProps<V extends string> = {
  readonly label: string;
  readonly names: Readonly<Partial<Record<V, string>>>;
  readonly value: V;
  readonly onChange: (value: V) => void;
};

function Choice<V extends string>({ label, names, value, onChange }: ChoiceProps<V>) {
  const options = (Object.entries(names) as [V, string][]).map(([one, name]) => ({
    value: one,
    label: name,
  }));
  return <Segmented label={label} options={options} value={value} onChange={onChange} />;
}

/** Volume, chime and the hours without sound. */
function Loudness({
  setting: { value, saving },
  onSave,
}: {
  readonly setting: Setting;
  readonly onSave: (change: Partial<VoiceSettings>) => void;
}) {
  const words = useText().settings.voice;
  const [isWrong, setWrong] = useState(false);
  return (
    <>
      <Row title={words.volume} hint={words.volumeHint}>
        <div className={styles['slider']}>
          <input
            type="range"
            aria-label={words.volume}
            min={0}
            max={100}
            step={5}
            value={value.volume}
            onChange={(event) => onSave({ volume: event.currentTarget.valueAsNumber })}
          />
          <NumberText>{value.volume}</NumberText>
        </div>
      </Row>
      <SwitchRow
        label={words.chime}
        hint={words.chimeHint}
        on={value.chime}
        saving={saving}
        onChange={(chime) => onSave({ chime })}
      />
      <Row title={words.quiet}>
        <TextField
          label={words.quiet}
          showLabel={false}
          value={writtenQuiet(value.quiet)}
          maxLength={80}
          placeholder={words.quietExample}
          hint={words.quietHint}
          error={isWrong ? words.quietWrong : undefined}
          onCommit={(typed) => {
            const quiet = quietHours(typed);
            setWrong(quiet === null);
            if (quiet !== null) onSave({ quiet });
          }}
        />
      </Row>
    </>
  );
}

type ListenProps = {
  readonly office: Office;
  readonly settings: VoiceSettings;
  readonly hint?: string | undefined;
};

/** One call as it will be heard, in this window. */
function Listen({ office, settings, hint }: ListenProps) {
  const words = useText().settings.voice;
  const language = useLanguage();
  const names = office.counters.filter(({ active }) => active).map(({ name }) => name);
  const [chosen, setChosen] = useState(names[0] ?? '');
  const voice = useVoice(settings);
  const { state, clips, manner, hasLocal } = voice;
  const isRead = settings.speaker === 'local' && hasLocal;
  const call = { number: SAMPLE_NUMBER, counter: names.includes(chosen) ? chosen : (names[0] ?? '') };
  const listen = () => {
    voice.stop();
    voice.say(call);
  };
  useScreenKeys([{ key: 'F8', label: words.test, run: listen }]);
  const own = (unit: string) => clips !== null && unit in clips.own.index;
  const unsaid =
    clips === null || manner === null || isRead
      ? []
      : names.filter((name) => !canSayCounter(name, manner.voice, own));
  const second = clips?.english;
  return (
    <>
      <SelectField
        label={words.counter}
        options={names.map((name) => ({ value: name, label: name }))}
        value={call.counter}
        onChange={setChosen}
      />
      {clips !== null && manner !== null && (
        <div className={styles['sentence']}>
          <p lang="vi">“{writtenOut(sayCall(call, manner, own))}”</p>
          {second != null && (
            <p lang="en">“{writtenOut(sayCallInEnglish(call, settings, (unit) => unit in second.index))}”</p>
          )}
          {!isRead && state === 'ready' && (
            <p className={settingsStyles['says']}>
              {words.takes(formatNumber(Math.round(voice.lasts(call) / 100) / 10, language))}
            </p>
          )}
        </div>
      )}
      <div className={settingsStyles['actions']}>
        <Button variant="primary" icon={<IconVolume aria-hidden="true" />} keyHint="F8" onClick={listen}>
          {words.test}
        </Button>
        <Button icon={<IconPlayerStop aria-hidden="true" />} onClick={voice.stop}>
          {words.stop}
        </Button>
      </div>
      {state !== 'off' && state !== 'opening' && state !== 'ready' && (
        <Note tone="warn" announce>
          {words.state[state]}
        </Note>
      )}
      {hint !== undefined && <p className={settingsStyles['says']}>{hint}</p>}
      {settings.speaker === 'local' && !hasLocal && <Note tone="warn">{words.noLocal}</Note>}
      {unsaid.length > 0 && <Note tone="warn">{words.cannotSay(unsaid.join(', '))}</Note>}
      <p className={settingsStyles['says']}>{words.rule}</p>
      <p className={settingsStyles['says']}>{words.made}</p>
    </>
  );
}
