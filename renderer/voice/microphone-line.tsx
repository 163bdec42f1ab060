import { useText } from '#renderer/desk/language.ts';
import { SelectField } from '#renderer/ui/select-field.tsx';
import { useEffect, useRef } from 'react';
import type { Microphone } from './microphone.ts';
import styles from './recorder.module.css';

/** How long a peak stays, so that an eye can follow. */
const FALLS = 0.85;

/** Which microphone listens, and how loud it hears. */
export function MicrophoneLine({
  microphone,
  onChoose,
}: {
  readonly microphone: Microphone | null;
  readonly onChoose: (id: string) => void;
}) {
  const words = useText().settings.voice.own;
  const meter = useRef<HTMLMeterElement>(null);
  useEffect(() => {
    if (microphone === null) return undefined;
    let shown = 0;
    let frame = 0;
    const draw = () => {
      shown = Math.max(microphone.level(), shown * FALLS);
      if (meter.current !== null) meter.current.value = shown;
      frame = requestAnimationFrame(draw);
    };
    draw();
    return () => cancelAnimationFrame(frame);
  }, [microphone]);
  return (
    <div className={styles['microphone']}>
      <SelectField
        label={words.microphone}
        options={(microphone?.choices ?? []).map(({ id, name }, at) => ({
          value: id,
          label: name === '' ? words.microphoneOf(at + 1) : name,
        }))}
        value={microphone?.id ?? null}
        placeholder={words.noMicrophone}
        onChange={onChoose}
      />
      <div className={styles['level']}>
        <span aria-hidden="true">{words.level}</span>
        <meter ref={meter} aria-label={words.level} min={0} max={1} low={0.02} high={0.9} optimum={0.4} />
      </div>
    </div>
  );
}
