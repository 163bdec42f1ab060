import { ProblemNote } from '#renderer/desk/problem-note.tsx';
import { useLanguage, useText } from '#renderer/desk/language.ts';
import { useDesk } from '#renderer/desk/desk-context.ts';
import { useDeskCommand } from '#renderer/desk/use-desk-command.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { join } from '#renderer/ui/join.ts';
import { Note } from '#renderer/ui/note.tsx';
import type { Output } from '#shared/contract/desk-contract.ts';
import type { DeskProblem } from '#shared/contract/problem.ts';
import { samplesOf, soundOf } from '#shared/domain/voice/recorded-voice.ts';
import type { Dialect } from '#shared/domain/voice/read-number.ts';
import { coreUnits, missingUnits, sampleCall, unitsToRecord } from '#shared/domain/voice/units.ts';
import { formatNumber } from '#shared/text/format.ts';
import { problemText } from '#shared/text/problem-text.ts';
import {
  IconCheck,
  IconMicrophone,
  IconPlayerRecordFilled,
  IconPlayerStopFilled,
  IconRefresh,
  IconVolume,
} from '@tabler/icons-react';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { MicrophoneLine } from './microphone-line.tsx';
import { recordedUnits } from './recorded-units.ts';
import { useRecorder } from './use-recorder.ts';
import styles from './recorder.module.css';

type KeptUnit = Output<'voice.takes'>['units'][number];

type RecorderProps = { readonly spoken: Dialect; readonly onClose: () => void };

/** Records the office's own voice, one unit after another; what was kept stays with the desk when it is closed. */
export function RecorderDialog(props: RecorderProps) {
  const text = useText();
  const desk = useDesk();
  const [kept, setKept] = useState<readonly KeptUnit[] | null>(null);
  const [problem, setProblem] = useState<DeskProblem | null>(null);
  useEffect(() => {
    let isOver = false;
    void recordedUnits(desk, 'voice.takes').then((reply) => {
      if (isOver) return;
      if (reply.ok) setKept(reply.value);
      else setProblem(reply.problem);
    });
    return () => {
      isOver = true;
    };
  }, [desk]);
  return (
    <Dialog
      opened
      onClose={props.onClose}
      title={text.settings.voice.own.recorder}
      width={760}
      closeLabel={text.common.close}
    >
      {problem !== null && <Note tone="bad">{problemText(problem, text)}</Note>}
      {kept !== null && <Recorder {...props} former={kept} />}
    </Dialog>
  );
}

function Recorder({ spoken, onClose, former }: RecorderProps & { readonly former: readonly KeptUnit[] }) {
  const text = useText();
  const words = text.settings.voice.own;
  const language = useLanguage();
  const panel = useRef<HTMLDivElement>(null);
  const all = unitsToRecord(spoken);
  const [kept, setKept] = useState(former);
  const has = (one: string) => kept.some(({ unit }) => unit === one);
  const [chosen, choose] = useState(
    () => all.find((unit) => !former.some((one) => one.unit === unit)) ?? all[0],
  );
  const unit = chosen ?? '';
  const spelt = coreUnits(spoken).get(unit) ?? unit;
  const recorder = useRecorder(unit, spelt.split(' ').length, kept);
  const keep = useDeskCommand('voice.keep');
  const use = useDeskCommand('voice.use');
  const { recorded, state } = recorder;
  const before = kept.find((one) => one.unit === unit);
  const heard = recorded.second ?? recorded.first;
  const samples = heard?.samples ?? (before === undefined ? null : samplesOf(before.sound));
  const missing = missingUnits(has);
  const sampleUnits = new Set(sampleCall(spoken).map((said) => said.unit));
  const sampleLacks = [...sampleUnits].filter((one) => !has(one));

  const focus = () => panel.current?.focus();
  useEffect(focus, []);
  const keepTake = async () => {
    if (recorded.second === null || keep.isPending) return;
    const take = { unit, sound: soundOf(recorded.second.samples) };
    const reply = await keep.run(take);
    if (!reply.ok) return;
    setKept([...kept.filter((one) => one.unit !== unit), take]);
    const at = all.indexOf(unit);
    const next = [...all.slice(at + 1), ...all.slice(0, at)].find((one) => !has(one)) ?? all[at + 1];
    if (next !== undefined) choose(next);
    focus();
  };
  const finish = async () => {
    const reply = await use.run({});
    if (reply.ok) onClose();
  };
  const listen = () => samples !== null && recorder.play(samples);
  const onKey = (event: KeyboardEvent) => {
    if (event.target !== panel.current || event.repeat) return;
    const run = { ' ': recorder.turn, Enter: () => void keepTake(), r: recorder.again, l: listen }[
      event.key.toLowerCase()
    ];
    if (run === undefined) return;
    event.preventDefault();
    run();
  };
  const problem = keep.problem ?? use.problem;
  return (
    <>
      <MicrophoneLine microphone={recorder.microphone} onChoose={recorder.choose} />
      {recorder.fault !== null && (
        <Note tone="warn" announce title={words.microphoneFault[recorder.fault].title}>
          {words.microphoneFault[recorder.fault].advice}
        </Note>
      )}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- a place for the keys, which the buttons in it have too */}
      <div
        ref={panel}
        className={styles['panel']}
        data-state={state}
        role="group"
        aria-label={words.recorder}
        tabIndex={-1}
        onKeyDown={onKey}
      >
        <p className={styles['unit']} lang="vi">
          “{spelt}”
        </p>
        <p className={styles['which']}>
          {spelt === unit ? null : words.letter(unit)}
          <span>{words.times(recorded.second !== null ? 2 : recorded.first !== null ? 1 : 0)}</span>
        </p>
        <p role="status" className={join(styles['says'], recorded.fault !== null && styles['fault'])}>
          {state === 'recording'
            ? words.speakNow
            : state === 'checking'
              ? words.checking
              : recorded.fault !== null
                ? words.takeFault[recorded.fault]
                : recorded.second !== null
                  ? words.alike
                  : recorded.first !== null
                    ? words.onceMore
                    : words.begin}
        </p>
        <div className={styles['buttons']}>
          <Button
            variant={recorded.second === null ? 'primary' : 'plain'}
            icon={
              state === 'recording' ? (
                <IconPlayerStopFilled aria-hidden="true" />
              ) : (
                <IconPlayerRecordFilled aria-hidden="true" />
              )
            }
            keyHint={words.space}
            disabledReason={recorder.microphone === null ? words.noMicrophone : undefined}
            onClick={() => {
              recorder.turn();
              focus();
            }}
          >
            {state === 'recording' ? words.stop : words.record}
          </Button>
          <Button
            variant={recorded.second === null ? 'plain' : 'primary'}
            icon={<IconCheck aria-hidden="true" />}
            keyHint="Enter"
            disabledReason={recorded.second === null ? words.twiceFirst : undefined}
            onClick={() => void keepTake()}
          >
            {words.keep}
          </Button>
          <Button
            icon={<IconRefresh aria-hidden="true" />}
            keyHint="R"
            onClick={() => {
              recorder.again();
              focus();
            }}
          >
            {words.again}
          </Button>
          <Button
            icon={<IconVolume aria-hidden="true" />}
            keyHint="L"
            disabledReason={samples === null ? words.nothingToHear : undefined}
            onClick={() => {
              listen();
              focus();
            }}
          >
            {words.listen}
          </Button>
        </div>
      </div>
      <ProblemNote problem={problem} />
      <ol className={styles['units']} aria-label={words.allUnits}>
        {all.map((one) => (
          <li key={one}>
            <button
              type="button"
              lang="vi"
              aria-current={one === unit ? 'step' : undefined}
              aria-label={`${one}${has(one) ? `, ${words.kept}` : ''}`}
              onClick={() => {
                choose(one);
                focus();
              }}
            >
              {has(one) && <IconCheck size={14} stroke={2} aria-hidden="true" />}
              {one}
            </button>
          </li>
        ))}
      </ol>
      <div className={styles['end']}>
        <p>{missing === 0 ? words.whole : words.missing(formatNumber(missing, language))}</p>
        <Button
          icon={<IconVolume aria-hidden="true" />}
          disabledReason={sampleLacks.length === 0 ? undefined : words.sampleLacks(sampleLacks.join(', '))}
          onClick={() => recorder.playCall(spoken)}
        >
          {words.sample}
        </Button>
        <Button
          variant={missing === 0 ? 'primary' : 'plain'}
          icon={<IconMicrophone aria-hidden="true" />}
          disabledReason={missing === 0 ? undefined : words.notWhole}
          onClick={() => void finish()}
        >
          {words.use}
        </Button>
      </div>
    </>
  );
}
