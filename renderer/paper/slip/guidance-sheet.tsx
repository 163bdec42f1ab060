import type { Slip } from '#shared/domain/slip/slip.ts';
import type { GuidanceBlock } from '#shared/domain/slip/design.ts';
import { printableSlip } from '#shared/domain/slip/printable.ts';
import { Fragment, type ReactElement, type ReactNode } from 'react';
import {
  ActivationSteps,
  ActivationWindow,
  Ask,
  LevelOneAtHome,
  Message,
  SafeAccount,
  SharedAsk,
  SharedMessage,
} from './shared-blocks.tsx';
import { RequestDone, requestParts } from './request-blocks.tsx';
import { Pairs, Sheet } from '../sheet.tsx';
import { Foot, GuidanceHead, type SheetProps, type VoicesProps } from './sheet-head.tsx';
import { pageHead } from './page-head.ts';
import { slipPlan, type SlipPlan, type SlipRequest } from './slip-plan.ts';
import { isPage, saidBy, voicesOf, type Voice } from './voices.ts';
import blocks from '../blocks.module.css';
import styles from '../sheet.module.css';

/** The paper a person leaves with: what was done, until when, and what to do next. 80 mm, A5 or A4. */
export function GuidanceSheet({ slip: given }: { slip: Slip }) {
  const slip = printableSlip(given);
  const voices = voicesOf(slip);
  const pieces = piecesOf(slip, slipPlan(slip));
  // Side by side there is room for two columns of ordinary print alone; elsewhere one language follows the other.
  const beside = voices.length > 1 && isPage(slip) && !slip.large;
  return (
    <Sheet
      format={slip.format}
      large={slip.large}
      foot={<Foot slip={slip} voices={voices} />}
      two={voices.length > 1}
      twin={beside}
      pageHead={pageHead(slip)}
    >
      <GuidanceHead slip={slip} voices={voices} />
      <Person slip={slip} voices={voices} />
      {beside ? (
        <Beside pieces={pieces} voices={voices} />
      ) : (
        voices.map((voice) => <InTurn key={voice.language} {...{ slip, pieces, voice }} />)
      )}
    </Sheet>
  );
}

/** A part of the slip that one language can say by itself. */
type Piece = {
  readonly name: string;
  /** Longer than a page could be: a page may end within it. */
  readonly breaks?: boolean;
  /** Stands on the second page of a large print. */
  readonly later?: boolean;
  readonly say: (voice: Voice) => ReactNode;
  /** What stands once under both languages where they stand side by side. */
  readonly shared?: ReactNode;
};

function piecesOf(slip: Slip, plan: SlipPlan): readonly Piece[] {
  const many = slip.requests.length > 1;
  const [first] = voicesOf(slip);
  const requests = slip.requests.flatMap((request, index): Piece[] => [
    {
      name: `request-${index}`,
      say: (voice) => <RequestHead request={request} place={many ? index + 1 : null} {...voice} />,
    },
    ...requestParts(request).map(([name, part]): Piece => ({
      name: `request-${index}-${name}`,
      breaks: name === 'need',
      say: (voice) => part({ slip, request, ...voice }),
    })),
  ]);
  const others = slip.design.guidance.map((block): Piece => {
    const Drawn = drawn[block];
    return {
      name: block,
      later: LATER.includes(block) && plan.activationAhead,
      say: (voice) => <Drawn slip={slip} plan={plan} {...voice} />,
      ...(block === 'message' ? { shared: <SharedMessage slip={slip} plan={plan} {...first} /> } : {}),
      ...(block === 'ask' ? { shared: <SharedAsk slip={slip} plan={plan} {...first} /> } : {}),
    };
  });
  return [...requests, ...others];
}

const LATER: readonly GuidanceBlock[] = ['window', 'steps'];

const drawn: Record<GuidanceBlock, (props: SheetProps & { plan: SlipPlan }) => ReactElement | null> = {
  message: Message,
  window: ActivationWindow,
  steps: ActivationSteps,
  home: LevelOneAtHome,
  safe: SafeAccount,
  ask: Ask,
};

/** Both languages part by part, the second at the right of the first. */
function Beside({ pieces, voices }: { pieces: readonly Piece[]; voices: readonly Voice[] }) {
  return pieces.map(({ name, say, shared, breaks }) => (
    <div key={name} className={`${styles.twin} ${breaks === true ? '' : styles.whole}`} data-breaks={breaks}>
      {voices.map((voice) => (
        <div key={voice.language} lang={voice.language}>
          {say(shared === undefined ? voice : { ...voice, echo: true })}
        </div>
      ))}
      {shared === undefined ? null : <div className={styles.shared}>{shared}</div>}
    </div>
  ));
}

/** All that one language has to say; the second one under a band with its name. */
function InTurn({ slip, pieces, voice }: { slip: Slip; pieces: readonly Piece[]; voice: Voice }) {
  const turn = slip.large && isPage(slip) ? pieces.findIndex(({ later }) => later) : -1;
  return (
    <>
      {voice.echo ? (
        <p
          className={`${blocks.band} ${styles.language}`}
          lang={voice.language}
          {...(isPage(slip) ? { 'data-break': 'before' } : {})}
        >
          {voice.text.otherLanguage}
        </p>
      ) : null}
      {pieces.map(({ name, say }, index) => (
        <Fragment key={name}>
          {index === turn ? <Turn voice={voice} /> : null}
          {say(voice)}
        </Fragment>
      ))}
    </>
  );
}

/** The end of a first page. */
function Turn({ voice: { text } }: { voice: Voice }) {
  return (
    <p className={`${blocks.band} ${styles.turn}`} data-break="after">
      {text.turnOver}
    </p>
  );
}

/** A longer name takes the width of the page. */
const HALF_NAME = 60;

function Person({ slip, voices }: VoicesProps) {
  const page = isPage(slip);
  const [first] = slip.requests;
  const several = slip.requests.length > 1;
  const said = (say: Parameters<typeof saidBy>[1]): readonly string[] => saidBy(voices, say);
  const label = (say: Parameters<typeof saidBy>[1]): string => said(say).join(' / ');
  const pairs: (readonly [string, readonly string[]])[] = [];
  if (slip.person !== null) pairs.push([label((text) => text.name), [slip.person.fullName]]);
  if (slip.person?.idNumberMasked) pairs.push([label((text) => text.idNumber), [slip.person.idNumberMasked]]);
  // On a roll the last line has it.
  if (page) pairs.push([label((text) => text.date), said((text) => text.longDay(slip.businessDay))]);
  if (page && !several && first !== undefined && first.outcome !== 'taken')
    pairs.push([label((text) => text.wanted), said((text) => text.procedure[first.procedure])]);
  const alone =
    several ||
    voices.length > 1 ||
    first?.outcome === 'referred' ||
    (slip.person?.fullName.length ?? 0) > HALF_NAME;
  return (
    <div className={alone ? '' : styles.half}>
      {page ? null : (
        <div className={styles.numberRow}>
          <p className={styles.number}>{slip.number}</p>
          {several || first === undefined
            ? null
            : said((text) => text.procedure[first.procedure]).map((name, index) => (
                <p key={name} className={index === 0 ? styles.procedure : styles.secondProcedure}>
                  {name}
                </p>
              ))}
        </div>
      )}
      <Pairs pairs={pairs} />
    </div>
  );
}

/** What was done for one request; numbered where a slip has several. */
function RequestHead({ request, place, text }: Voice & { request: SlipRequest; place: number | null }) {
  if (place === null) {
    return (
      <div className={`${blocks.plain} ${styles.half}`}>
        <ForOrganisation request={request} text={text} />
        <RequestDone request={request} text={text} />
        <Provisional request={request} text={text} />
      </div>
    );
  }
  return (
    <div className={blocks.request}>
      <p className={styles.procedure}>{`${place}. ${text.procedure[request.procedure]}`}</p>
      {request.forWhom === null ? null : <p>{text.forWhom(request.forWhom)}</p>}
      <ForOrganisation request={request} text={text} />
      <RequestDone request={request} text={text} />
      <Provisional request={request} text={text} />
    </div>
  );
}

function ForOrganisation({
  request: { organisation },
  text,
}: Pick<Voice, 'text'> & { request: SlipRequest }) {
  return organisation === undefined ? null : (
    <p>{text.forOrganisation(organisation.name, organisation.taxNumber)}</p>
  );
}

function Provisional({ request, text }: Pick<Voice, 'text'> & { request: SlipRequest }) {
  return request.provisional ? <p className={blocks.note}>{text.provisional}</p> : null;
}
