import { catalogue } from '#shared/text/catalogue.ts';
import { join } from '#renderer/ui/join.ts';
import { IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Part, StepList } from './blocks.tsx';
import { HandoutSheet, Line, type HandoutProps } from './handout-sheet.tsx';
import styles from './handout.module.css';
import type { LockWay } from './facts.ts';

const ROWS = ['where', 'bring', 'data', 'use', 'wait', 'activate'] as const;

/** Mức 1 against mức 2, row by row. */
export function LevelsSheet(handout: HandoutProps) {
  const { words, language, facts } = handout;
  const { slip, handout: text } = catalogue(language);
  const cell = (row: string): ReactNode => (
    <td>
      <Line>{words.say(row)}</Line>
      {row.startsWith('bring') && facts.contact !== null ? <p>{slip.phone}.</p> : null}
      {row.startsWith('bring') && facts.contact === 'phone-or-email' ? (
        <p>{text.conditionPhoneOrMail}</p>
      ) : null}
      <Line>{words.say(`${row}More`)}</Line>
    </td>
  );
  return (
    <HandoutSheet {...handout}>
      <table className={styles['compare']}>
        <thead>
          <tr>
            <td aria-label={words.title} />
            <th scope="col">{words.say('one')}</th>
            <th scope="col">{words.say('two')}</th>
          </tr>
        </thead>
        <tbody>
          {ROWS.filter((row) => words.say(`${row}One`) !== null || words.say(`${row}Two`) !== null).map(
            (row) => (
              <tr key={row}>
                <th scope="row">{words.say(row)}</th>
                {cell(`${row}One`)}
                {cell(`${row}Two`)}
              </tr>
            ),
          )}
        </tbody>
      </table>
    </HandoutSheet>
  );
}

/** What to bring for mức 2: what the triage asks of a citizen with a valid card, with boxes to tick. */
export function PapersSheet(handout: HandoutProps) {
  const { words, language, facts } = handout;
  const { slip, handout: text } = catalogue(language);
  const row = (paper: string) => (
    <Item key={paper} name={slip.paper(paper)} more={slip.conditions(paper)[0] ?? ''} />
  );
  const wished = facts.papers.filter(({ required }) => !required);
  return (
    <HandoutSheet {...handout}>
      <Part title={words.say('mustTitle')}>
        <ul className={styles['items']}>
          {facts.papers.filter(({ required }) => required).map(({ paper }) => row(paper))}
          {facts.contact === null ? null : (
            <Item
              name={words.say('phone')}
              more={facts.contact === 'own-phone' ? words.say('phoneMore') : text.conditionPhoneOrMail}
            />
          )}
        </ul>
      </Part>
      {wished.length === 0 ? null : (
        <Part title={words.say('wishTitle')}>
          <ul className={styles['items']}>{wished.map(({ paper }) => row(paper))}</ul>
          <Line className={styles['after']}>{words.say('alreadyThere')}</Line>
        </Part>
      )}
      <Part title={words.say('casesTitle')}>
        <dl className={styles['cases']}>
          {['case1', 'case2', 'case3']
            .filter((name) => words.say(name) !== null)
            .map((name) => (
              <div key={name}>
                <dt>{words.say(name)}</dt>
                <dd>{words.say(`${name}Do`) ?? words.say(`${name}Alone`)}</dd>
              </div>
            ))}
        </dl>
      </Part>
    </HandoutSheet>
  );
}

function Item({ name, more }: { readonly name: ReactNode; readonly more: ReactNode }) {
  return (
    <li>
      <i />
      <b>{name}</b>
      <span>{more}</span>
    </li>
  );
}

const WAY_NAMES: Record<LockWay, string> = { app: 'app', hotline: 'phone', 'in-person': 'person' };

/** Who can lock and unlock where, as the rule pack has it, and how. */
export function LockSheet(handout: HandoutProps) {
  const { words, facts } = handout;
  const inApp = facts.lock.some(({ way, can }) => way === 'app' && can.includes('lock'));
  return (
    <HandoutSheet {...handout}>
      {facts.lock.length === 0 ? null : (
        <table className={join(styles['compare'], styles['ways'])}>
          <thead>
            <tr>
              <th scope="col">{words.say('how')}</th>
              <th scope="col">{words.say('lock')}</th>
              <th scope="col">{words.say('unlock')}</th>
            </tr>
          </thead>
          <tbody>
            {facts.lock
              .filter(({ way }) => words.say(WAY_NAMES[way]) !== null)
              .map(({ way, can }) => (
                <tr key={way}>
                  <th scope="row">{words.say(WAY_NAMES[way])}</th>
                  {['lock', 'unlock'].map((what) => (
                    <td key={what}>
                      <Can yes={can.includes(what)} words={words} />
                    </td>
                  ))}
                </tr>
              ))}
          </tbody>
        </table>
      )}
      {inApp ? (
        <Part title={words.say('haveTitle')}>
          <StepList words={words} stem="have" count={2} />
        </Part>
      ) : null}
      <Part title={words.say('lostTitle')}>
        <StepList words={words} stem="lost" count={3} />
      </Part>
      <Part title={words.say('backTitle')}>
        <StepList words={words} stem="back" count={2} />
      </Part>
      <Line className={styles['strong']}>{words.say('careful')}</Line>
    </HandoutSheet>
  );
}

function Can({ yes, words }: { readonly yes: boolean; readonly words: HandoutProps['words'] }) {
  if (!yes) return <span>{words.say('no')}</span>;
  return (
    <span className={styles['can']}>
      <IconCheck size="1.5em" stroke={3} aria-hidden="true" />
      {words.say('yes')}
    </span>
  );
}
