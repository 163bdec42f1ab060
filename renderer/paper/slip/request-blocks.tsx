import { inLanguage } from '#shared/domain/language.ts';
import type { Catalogue } from '#shared/text/vi.ts';
import type { ReactNode } from 'react';
import { DayStrip } from './day-strip.tsx';
import { canGoWithout, missingPapers, seenPapers, type SlipPaper, type SlipRequest } from './slip-plan.ts';
import { Block, Lines, Pairs, TickList, WriteLine } from '../sheet.tsx';
import type { SheetProps } from './sheet-head.tsx';
import { isPage } from './voices.ts';
import blocks from '../blocks.module.css';
import styles from '../sheet.module.css';

type Text = Catalogue['slip'];
type RequestProps = { request: SlipRequest; text: Text };

/** One line with a tick: what has been done for this request. */
function Done({ line, more }: { line: string; more?: string }) {
  return (
    <div className={blocks.done}>
      <svg viewBox="0 0 20 20" aria-hidden="true">
        <rect width="20" height="20" />
        <path d="M4.5 10.5l3.8 3.8 7.4-8.3" fill="none" stroke="#fff" strokeWidth="2.6" />
      </svg>
      <div>
        <p>{line}</p>
        {more === undefined ? null : <p className={blocks.sub}>{more}</p>}
      </div>
    </div>
  );
}

/** What was found and done, as ticked lines: shown beside the person. */
export function RequestDone({ request, text }: RequestProps) {
  const seen = seenPapers(request).map((paper) => text.paper(paper.paper));
  const withSeen = seen.length === 0 ? {} : { more: text.withPapers(seen) };
  const later = missingPapers(request).map((paper) => text.paper(paper.paper));
  switch (request.outcome) {
    case 'taken':
      return (
        <>
          <Done line={text.taken[request.procedure]} {...withSeen} />
          {later.length === 0 ? null : <p className={blocks.note}>{text.later(later)}</p>}
          {request.activated ? <Done line={text.activated} /> : null}
        </>
      );
    case 'guided':
      return (
        <>
          <Done line={text.outcome.guided} />
          {request.activated ? <Done line={text.activated} /> : null}
        </>
      );
    case 'papers-missing':
      return request.papers
        .filter((paper) => paper.state === 'seen')
        .map((paper) => <Done key={paper.paper} line={text.seen(text.paper(paper.paper))} />);
    case 'referred':
      return null;
    case 'left':
    case 'cancelled':
      return <p className={blocks.note}>{text.outcome[request.outcome]}</p>;
    case null:
      return <p className={blocks.note}>{text.noOutcome}</p>;
  }
}

type PartProps = SheetProps & { request: SlipRequest };
type Part = (props: PartProps) => ReactNode;

/** The blocks that belong to this request alone, one by one. */
export function requestParts(request: SlipRequest): readonly (readonly [name: string, part: Part])[] {
  switch (request.outcome) {
    case 'taken':
      return [
        ['due', Due],
        ['card', WithCard],
        ['fee', Fee],
        ['representative', Representative],
        ['locked', Locked],
        ['unlock', UnlockHow],
        ['unlocked', Unlocked],
      ];
    case 'guided':
      return [['representative', Representative]];
    case 'papers-missing':
      return [
        ['need', Need],
        ['bring', Bring],
        ['back', ComeBack],
        ['fee', Fee],
        ['result', ResultWhen],
        ['without', CannotFind],
      ];
    case 'referred':
      return [
        ['to', Referred],
        ['with', GoWith],
        ['originals', Originals],
      ];
    default:
      return [];
  }
}

/** Days that may be counted with a finger: a roll has room for one row of ordinary print. */
function mostDays(slip: PartProps['slip']): number {
  if (isPage(slip)) return 14;
  return slip.large ? 0 : 7;
}

function Due({ slip, request, text, echo }: PartProps) {
  const { due } = request;
  if (due === null) return null;
  const strip = (!echo || isPage(slip)) && due.days.length > 1 && due.days.length <= mostDays(slip);
  return (
    <div className={`${blocks.frame} ${strip ? '' : blocks.frameWide}`}>
      <div>
        <p className={blocks.frameTitle}>{text.due}</p>
        <p className={blocks.due} data-fit>
          {text.longDay(due.dueOn)}
        </p>
      </div>
      {strip ? <DayStrip days={due.days} text={text} /> : null}
      <div>
        <p>{text.dueHow(due.limit.value, due.limit.unit === 'working-day')}</p>
        {due.provisional ? <p className={blocks.strongLine}>{text.dueProvisional}</p> : null}
        <p>{text.dueOther}</p>
      </div>
    </div>
  );
}

/** A card and its account come each in its own way. */
function WithCard({ slip, request, text, language }: PartProps) {
  if (request.procedure !== 'level-2-with-card') return null;
  const lines = request.activated ? text.cardLines : [text.cardFirst, ...text.cardLines];
  if (!isPage(slip)) {
    const fee = request.fee === undefined || slip.large ? [] : [inLanguage(request.fee, language)];
    return (
      <Block title={text.cardTitle}>
        <Lines lines={[...lines, ...fee]} />
      </Block>
    );
  }
  return (
    <Block>
      <p>
        <b>{text.cardTitle}:</b> {lines.join(' ')}
      </p>
    </Block>
  );
}

/** What the card costs, in the words of the rules; on a roll it stands with the card, and large print has no room. */
function Fee({ slip, request: { fee, outcome }, language }: PartProps) {
  if (fee === undefined || (outcome === 'taken' && !isPage(slip))) return null;
  return (
    <Block>
      <p className={blocks.note}>{inLanguage(fee, language)}</p>
    </Block>
  );
}

/** Who acts for a child or a ward, and that their confirmation is needed. */
function Representative({ request, text }: RequestProps) {
  const { representative } = request;
  if (representative === null) return null;
  const who = text.representative[representative.kind];
  return (
    <Block>
      {representative.name === null ? (
        <WriteLine label={`${who}:`} />
      ) : (
        <p className={blocks.note}>{`${who}: ${representative.name}`}</p>
      )}
      {representative.confirms ? <p>{text.representativeConfirms}</p> : null}
    </Block>
  );
}

/** What the words say of locking and unlocking by procedure; nothing for another. */
function Said({ said }: { said: Text['locked'][SlipRequest['procedure']] }) {
  if (said === undefined) return null;
  return (
    <Block title={said.title} half>
      <Lines lines={said.lines} />
    </Block>
  );
}
const Locked: Part = ({ request, text }) => <Said said={text.locked[request.procedure]} />;
const UnlockHow: Part = ({ request, text }) => <Said said={text.unlockHow[request.procedure]} />;
const Unlocked: Part = ({ request, text }) => <Said said={text.unlocked[request.procedure]} />;

function Need({ request, text }: RequestProps) {
  const missing = missingPapers(request);
  return (
    <>
      <div className={`${blocks.block} ${blocks.needHead}`}>
        <p className={blocks.needTitle}>
          {missing.length === 0 ? text.needPapers : text.need(missing.length)}
        </p>
      </div>
      <NeedList missing={missing} text={text} />
    </>
  );
}

function Bring({ request, text }: RequestProps) {
  const missing = missingPapers(request);
  const bring = request.papers
    .filter((paper) => (paper.required || paper.state === 'seen') && !missing.includes(paper))
    .map(({ paper }) => paper);
  return (
    <div className={styles.half}>
      <p className={blocks.strongLine}>{text.bringAlso}</p>
      <TickList
        items={[
          ...bring.map((paper) => (paper === 'id-card' ? text.idCardOriginal : text.paper(paper))),
          text.phoneInUse,
          text.thisSlip,
        ]}
      />
      <p className={blocks.band}>{text.noCopies}</p>
    </div>
  );
}

function ComeBack({ slip: { office }, text }: PartProps) {
  return (
    <Block title={text.comeBack} half>
      {office.address === '' ? null : <p>{office.address}</p>}
      <Hours hours={office.openingHours} />
      <Lines lines={text.comeBackLines} />
    </Block>
  );
}

function ResultWhen({ request: { due }, text }: RequestProps) {
  return (
    <Block title={text.resultWhen} half>
      <p>{text.resultStarts}</p>
      {due === null ? null : <ResultExample due={due} text={text} />}
    </Block>
  );
}

function CannotFind({ request, text }: RequestProps) {
  if (missingPapers(request).length === 0 || !canGoWithout(request)) return null;
  return (
    <Block title={text.cannotFind} half>
      <Lines lines={text.cannotFindLines} />
    </Block>
  );
}

/** Two papers stand beside what else to bring; more of them take the width of the page. */
function NeedList({ missing, text }: { missing: readonly SlipPaper[]; text: Text }) {
  return (
    <ol
      className={`${blocks.need} ${missing.length > 2 ? blocks.needWide : styles.half}`}
      data-breaks={missing.length > 2 || undefined}
    >
      {missing.map((paper, index) => (
        <li key={paper.paper}>
          <b>{`${missing.length > 1 ? `${index + 1}. ` : ''}${text.paper(paper.paper)}`}</b>
          <Lines lines={linesFor(paper, text)} />
          {paper.note === null || paper.note === '' ? null : <p className={blocks.note}>{paper.note}</p>}
        </li>
      ))}
      {missing.length === 0 ? (
        <li>
          <WriteLine label="" />
          <WriteLine label="" />
        </li>
      ) : null}
    </ol>
  );
}

/** What the paper must be like; one that is wrong is corrected first, and the card itself where cards are issued. */
function linesFor({ paper, state }: SlipPaper, text: Text): readonly string[] {
  if (state !== 'mismatch') return text.conditions(paper);
  return paper === 'id-card' ? text.cardMismatch : text.mismatch;
}

/** Opening hours as the office wrote them, one line for each part after a semicolon. */
function Hours({ hours }: { hours: string }) {
  const lines = hours
    .split(';')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return lines.map((line) => (
    <p key={line} className={blocks.note}>
      {line}
    </p>
  ));
}

function ResultExample({ due, text }: { due: NonNullable<SlipRequest['due']>; text: Text }) {
  const received = due.days.find((day) => day.kind === 'received')?.date;
  return (
    <>
      <p>{text.resultCount(due.limit.value, due.limit.unit === 'working-day')}</p>
      {received === undefined ? null : (
        <Pairs
          pairs={[
            [text.ifHandedIn, [text.longDay(received)]],
            [text.thenLatest, [text.longDay(due.dueOn), ...(due.provisional ? [text.dueProvisional] : [])]],
          ]}
        />
      )}
    </>
  );
}

/** Where to go: the one place of the directory, a choice of several, or lines for the officer to write on. */
function Referred({ slip, request, text, echo }: PartProps) {
  const { places = [], reason = null } = request.referral ?? {};
  // Lines to write on stand once, unless both languages stand side by side.
  const write = !echo || isPage(slip);
  return (
    <div className={`${blocks.frame} ${blocks.frameWide}`}>
      <p className={blocks.frameTitle}>{places.length > 1 ? text.goToOne : text.goTo}</p>
      {places.length === 0 && write ? (
        <>
          <WriteLine label={text.place} />
          <WriteLine label={text.placeAddress} />
        </>
      ) : null}
      {places.slice(0, MOST_PLACES).map((place) => (
        <Place key={place.name} place={place} many={places.length > 1} />
      ))}
      {reason === null && write ? <WriteLine label={text.placeWhy} /> : null}
      {reason === null ? null : (
        <p className={blocks.strongLine}>{`${text.placeWhy}: ${text.referral[reason]}`}</p>
      )}
    </div>
  );
}

function GoWith({ request, text }: RequestProps) {
  const required = request.papers.filter((paper) => paper.required);
  return (
    <Block title={text.goWith} half>
      <TickList
        items={[
          ...required.map(({ paper }) => (paper === 'id-card' ? text.idCardOriginal : text.paper(paper))),
          text.phone,
          text.thisSlip,
        ]}
      />
    </Block>
  );
}

function Originals({ request, text }: RequestProps) {
  const bring = request.papers.filter(
    (paper) =>
      !paper.required &&
      paper.state !== 'not-wanted' &&
      paper.state !== 'in-vneid' &&
      paper.paper !== 'id-card',
  );
  if (bring.length === 0) return null;
  return (
    <Block title={text.originalsWanted} half>
      <TickList items={bring.map((paper) => text.paper(paper.paper))} />
    </Block>
  );
}

/** More would no longer be advice. */
const MOST_PLACES = 4;

type PlaceOfRequest = NonNullable<SlipRequest['referral']>['places'][number];

function Place({ place, many }: { place: PlaceOfRequest; many: boolean }) {
  return (
    <div className={many ? blocks.placeOption : undefined}>
      <p className={many ? blocks.placeNameSmall : blocks.placeName}>{place.name}</p>
      {place.address === '' ? null : <p className={blocks.note}>{place.address}</p>}
      {place.phone === '' ? null : <p>{place.phone}</p>}
      {place.hours === '' ? null : <p>{place.hours}</p>}
    </div>
  );
}
