import { numbered, Part, PlainLines, StepList } from './blocks.tsx';
import { HandoutSheet, Line, type HandoutProps } from './handout-sheet.tsx';
import styles from './handout.module.css';

/** Signing in to the national public service portal, and handing in a file there. */
export function PortalSheet(handout: HandoutProps) {
  const { words } = handout;
  return (
    <HandoutSheet {...handout}>
      <Part title={words.say('webTitle')}>
        <StepList words={words} stem="web" count={4} />
      </Part>
      <Part title={words.say('phoneTitle')}>
        <StepList words={words} stem="phone" count={3} />
      </Part>
      <Part title={words.say('fileTitle')}>
        <StepList words={words} stem="file" count={3} />
      </Part>
      <Line className={styles['strong']}>{words.say('careful')}</Line>
    </HandoutSheet>
  );
}

/** What an activated account is good for. */
export function UseSheet(handout: HandoutProps) {
  const { words } = handout;
  return (
    <HandoutSheet {...handout}>
      <Part title={words.say('showTitle')}>
        <StepList words={words} stem="show" count={2} />
      </Part>
      <Part title={words.say('addTitle')}>
        <StepList words={words} stem="add" count={2} />
      </Part>
      <Part title={words.say('doTitle')}>
        <StepList words={words} stem="do" count={3} />
      </Part>
      <Part title={words.say('keepTitle')}>
        <StepList words={words} stem="keep" count={3} />
        <Line className={styles['small']}>{words.say('appNote')}</Line>
      </Part>
    </HandoutSheet>
  );
}

/** A text for the loudspeaker of the ward, a sentence a line, with where to go. */
export function LoudspeakerSheet(handout: HandoutProps) {
  const { words, facts } = handout;
  const { name, settings } = facts.office;
  return (
    <HandoutSheet {...handout}>
      <Part title={null}>
        <PlainLines words={words} names={numbered(words, 'read', 13)} />
      </Part>
      <Part title={words.say('whereTitle')}>
        <p>{[name, settings.address, settings.openingHours].filter((part) => part !== '').join('. ')}.</p>
        <Line>{words.say('thanks')}</Line>
      </Part>
    </HandoutSheet>
  );
}
