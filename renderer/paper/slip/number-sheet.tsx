import { localTime } from '#shared/domain/calendar/business-date.ts';
import type { Slip } from '#shared/domain/slip/slip.ts';
import type { Procedure } from '#shared/domain/procedure/vocabulary.ts';
import type { NumberBlock } from '#shared/domain/slip/design.ts';
import { printableSlip } from '#shared/domain/slip/printable.ts';
import type { ReactElement } from 'react';
import { Logo } from './logo.tsx';
import { Block, Lines, Sheet, TickList } from '../sheet.tsx';
import { FooterLines, Marks, OfficerLine, type VoicesProps } from './sheet-head.tsx';
import { papersToHold } from './slip-plan.ts';
import { saidBy, voicesOf } from './voices.ts';
import blocks from '../blocks.module.css';
import styles from '../sheet.module.css';

/** The number a person waits with, on a 58 or 80 mm roll. It carries no name: it lies about in the waiting room. */
export function NumberSheet({ slip: given, unsaved = false }: { slip: Slip; unsaved?: boolean }) {
  const slip = printableSlip(given);
  const voices = voicesOf(slip);
  const title = saidBy(voices, (text) => text.numberTitle);
  return (
    <Sheet
      format={slip.format}
      large={slip.large}
      unsaved={unsaved}
      foot={
        <>
          <FooterLines slip={slip} />
          {saidBy(voices, (text) => text.notReceipt).map((line) => (
            <p key={line} className={styles.notReceipt}>
              {line}
            </p>
          ))}
          <p>{voices[0].text.form(slip.design.version)}</p>
          <OfficerLine slip={slip} voices={voices} />
        </>
      }
    >
      <Marks slip={slip} voices={voices} />
      <Logo logo={slip.design.logo} />
      <div className={styles.office}>
        <p className={styles.own}>{slip.office.name}</p>
        {slip.design.officeLines.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
      <p className={styles.numberTitle}>
        {(slip.priority ? [...title, ...saidBy(voices, (text) => text.priority)] : title).join(' · ')}
      </p>
      <p className={styles.bigNumber} data-fit>
        {slip.number}
      </p>
      {procedures(slip.requests).map(([procedure, people]) =>
        voices.map(({ text, language, echo }) => (
          <p
            key={`${procedure}-${language}`}
            lang={language}
            className={echo ? styles.secondProcedure : styles.bigProcedure}
          >
            {text.procedure[procedure]} {people > 1 ? <span>{text.people(people)}</span> : null}
          </p>
        )),
      )}
      {slip.design.number.includes('ahead') ? null : (
        <Block>
          <When slip={slip} voices={voices} />
        </Block>
      )}
      {slip.design.number.map((block) => {
        const Drawn = drawn[block];
        return <Drawn key={block} slip={slip} voices={voices} />;
      })}
    </Sheet>
  );
}

/** How many are before it, and when it was taken. */
function Ahead({ slip, voices }: VoicesProps) {
  const { ahead } = slip;
  return (
    <Block>
      {ahead === null
        ? null
        : saidBy(voices, (text) => text.ahead(ahead)).map((line) => (
            <p key={line} className={styles.ahead}>
              {line}
            </p>
          ))}
      <When slip={slip} voices={voices} />
    </Block>
  );
}

function When({ slip, voices }: VoicesProps) {
  return voices.map(({ text, language, echo }) => (
    <div key={language} lang={language} className={echo ? styles.second : undefined}>
      <p>{text.issuedAt(localTime(slip.issuedAt))}</p>
      <p>{`${text.longDay(slip.businessDay)}.`}</p>
    </div>
  ));
}

function Hold({ slip, voices }: VoicesProps) {
  const { required, wished } = papersToHold(slip.requests);
  const [title, second] = saidBy(voices, (text) => text.holdReady);
  const named = (papers: readonly string[]) =>
    papers.map((paper) => saidBy(voices, (text) => text.paper(paper)));
  const phone = saidBy(voices, (text) => text.phone);
  return (
    <Block title={title} second={second}>
      {wished.length === 0 ? (
        <TickList items={[...named(required), phone]} />
      ) : (
        <>
          <p className={blocks.strongLine}>{saidBy(voices, (text) => text.holdRequired).join(' · ')}</p>
          <TickList items={[...named(required), phone]} />
          <p className={blocks.strongLine}>{saidBy(voices, (text) => text.holdWished).join(' · ')}</p>
          <TickList items={named(wished)} />
        </>
      )}
    </Block>
  );
}

function Wait({ slip, voices }: VoicesProps) {
  return (
    <Block>
      {voices.map(({ language, text, echo }) => (
        <div key={language} lang={language} className={echo ? styles.second : undefined}>
          <Lines lines={text.waitLines(slip.office.spoken === true)} />
        </div>
      ))}
    </Block>
  );
}

const drawn: Record<NumberBlock, (props: VoicesProps) => ReactElement | null> = {
  ahead: Ahead,
  hold: Hold,
  wait: Wait,
};

function procedures(requests: Slip['requests']): [Procedure, number][] {
  const counts = new Map<Procedure, number>();
  for (const { procedure } of requests) counts.set(procedure, (counts.get(procedure) ?? 0) + 1);
  return [...counts];
}
