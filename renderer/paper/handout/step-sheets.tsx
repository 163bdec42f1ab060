import { Part, PlainLines, StepList, numbered } from './blocks.tsx';
import { HandoutSheet, Line, type HandoutProps } from './handout-sheet.tsx';
import styles from './handout.module.css';
import { StepPicture, STEP_PICTURES } from './step-picture.tsx';

/** Install the app, and the two ways to register. */
export function InstallSheet(handout: HandoutProps) {
  const { words } = handout;
  return (
    <HandoutSheet {...handout}>
      <Part title={words.say('installTitle')}>
        <StepList words={words} stem="install" count={3} />
      </Part>
      <Part half title={words.say('homeTitle')}>
        <StepList words={words} stem="home" count={3} />
        <Line className={styles['after']}>{words.say('home4')}</Line>
      </Part>
      <Part half title={words.say('deskTitle')}>
        <StepList words={words} stem="desk" count={3} />
        <Line className={styles['after']}>{words.say('desk4')}</Line>
        <Line>{words.say('desk5')}</Line>
      </Part>
      <Part title={words.say('waitTitle')}>
        <StepList words={words} stem="wait" count={3} />
      </Part>
    </HandoutSheet>
  );
}

/** Mức 1 in the app, from the account to the answer. */
export function LevelOneSheet(handout: HandoutProps) {
  const { words } = handout;
  const first = numbered(words, 'account', 7).length;
  return (
    <HandoutSheet {...handout}>
      <Part half title={words.say('accountTitle')}>
        <StepList words={words} stem="account" count={7} />
      </Part>
      <Part half title={words.say('levelTitle')}>
        <StepList words={words} stem="level" count={7} from={first + 1} />
      </Part>
      <Part title={words.say('waitTitle')}>
        <PlainLines words={words} names={['wait1', 'wait2']} />
        <Line className={styles['small']}>{words.say('appNote')}</Line>
      </Part>
    </HandoutSheet>
  );
}

/** Activation: each step with a small picture, and what the answers of the app mean. */
export function ActivateSheet(handout: HandoutProps) {
  const { words } = handout;
  return (
    <HandoutSheet {...handout}>
      <ol className={styles['pictured']}>
        {STEP_PICTURES.map((picture, index) => {
          const name = `step${index + 1}`;
          if (words.say(name) === null) return null;
          return (
            <li key={name}>
              <i>{index + 1}</i>
              <StepPicture picture={picture} />
              <div>
                <p className={styles['stepName']}>{words.say(name)}</p>
                <Line>{words.say(`${name}More`)}</Line>
              </div>
              {picture === 'check' ? <Answers {...handout} /> : null}
            </li>
          );
        })}
      </ol>
      <Line className={styles['strong']}>{words.say('late')}</Line>
    </HandoutSheet>
  );
}

function Answers({ words }: HandoutProps) {
  return (
    <table className={styles['answers']}>
      <thead>
        <tr>
          <th scope="col">{words.say('says')}</th>
          <th scope="col">{words.say('does')}</th>
        </tr>
      </thead>
      <tbody>
        {numbered(words, 'says', 4).map((name) => (
          <tr key={name}>
            <td>{words.say(name)}</td>
            <td>{words.say(name.replace('says', 'does'))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
