import type { Office } from '#shared/contract/office.ts';
import { canSayCounter, sayCall, sayCallInEnglish, writtenOut } from '#shared/domain/voice/say-call.ts';
import { quietHours, writtenQuiet, type VoiceSettings } from '#shared/domain/voice/settings.ts';
import { formatNumber } from '#shared/text/format.ts';
import { IconPlayerStop, IconVolume } from '@tabler/icons-react';
import { useState } from 'react';
import { useLanguage, useText } from '#renderer/desk/language.ts';
import { useOfficeSetting, type OfficeSetting } from '#renderer/desk/use-saving.ts';
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
import { SAMPLE_NUMBER } from './try-voice.tsx';
import { useVoice } from './use-voice.ts';
import styles from './voice.module.css';

type Setting = OfficeSetting<VoiceSettings>;

/** How this PC reads calls aloud, and how that sounds. */
export function VoicePage({ office }: { readonly office: Office }) {
  const words = useText().settings.voice;
  const setting = useOfficeSetting(office, 'voice');
  const { value, saving } = setting;
  const save = (change: Partial<VoiceSettings>) => setting.save({ ...value, ...change });
  return (
    <Page
      id="voice"
      what={words.what}
      aside={{ title: words.test, body: <Listen office={office} settings={value} /> }}
    >
      <SwitchRow
        label={words.on}
        hint={words.onHint}
        on={value.on}
        saving={saving}
        onChange={(on) => save({ on })}
      />
      <Row title={words.where} hint={words.whereHint[value.where]}>
        <Choice
          label={words.where}
          names={words.wheres}
          value={value.where}
          onChange={(where) => save({ where })}
        />
      </Row>
      <Group>{words.sentence}</Group>
      <Row title={words.voice} hint={words.voiceHint[value.speaker ?? value.voice]}>
        <Choice
          label={words.voice}
          names={words.voices}
          value={value.speaker ?? value.voice}
          onChange={(voice) => save(voice === 'office' ? { speaker: voice } : { voice, speaker: undefined })}
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
  readonly names: Readonly<Record<V, string>>;
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

/** One call as it will be heard, in this window. */
function Listen({ office, settings }: { readonly office: Office; readonly settings: VoiceSettings }) {
  const words = useText().settings.voice;
  const language = useLanguage();
  const names = office.counters.filter(({ active }) => active).map(({ name }) => name);
  const [chosen, setChosen] = useState(names[0] ?? '');
  const voice = useVoice(settings);
  const { state, clips, manner } = voice;
  const call = { number: SAMPLE_NUMBER, counter: names.includes(chosen) ? chosen : (names[0] ?? '') };
  const listen = () => {
    voice.stop();
    voice.say(call);
  };
  useScreenKeys([{ key: 'F8', label: words.test, run: listen }]);
  const own = (unit: string) => clips !== null && unit in clips.own.index;
  const unsaid =
    clips === null || manner === null ? [] : names.filter((name) => !canSayCounter(name, manner.voice, own));
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
          <p className={settingsStyles['says']}>
            {words.takes(formatNumber(Math.round(voice.lasts(call) / 100) / 10, language))}
          </p>
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
      {unsaid.length > 0 && <Note tone="warn">{words.cannotSay(unsaid.join(', '))}</Note>}
      <p className={settingsStyles['says']}>{words.rule}</p>
      <p className={settingsStyles['says']}>{words.made}</p>
    </>
  );
}
