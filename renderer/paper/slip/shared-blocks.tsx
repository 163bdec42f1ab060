import type { Slip } from '#shared/domain/slip/slip.ts';
import { lastActivationDay } from '#shared/domain/slip/activation-window.ts';
import type { Catalogue } from '#shared/text/vi.ts';
import { formCode } from '../handout/sheets.ts';
import { QrCode } from './qr-code.tsx';
import { Block, Lines, Pairs, WriteLine } from '../sheet.tsx';
import type { SheetProps } from './sheet-head.tsx';
import type { SlipPlan } from './slip-plan.ts';
import { isPage } from './voices.ts';
import blocks from '../blocks.module.css';
import hotline from './hotline.module.css';

const VNEID = 'https://vneid.gov.vn';

type BlockProps = SheetProps & { plan: SlipPlan };
type Step = Catalogue['slip']['onWebFirst'];

/** The message to wait for; its text stands once, whatever the languages of the slip. */
export function Message(props: BlockProps) {
  const { slip, plan, text, echo } = props;
  const { message, person } = slip;
  if (!plan.activationAhead || message === null) return null;
  const phone = person?.phoneMasked ?? null;
  return (
    <Block title={text.message}>
      <div className={echo ? undefined : blocks.messageRow}>
        {echo ? null : <SharedMessage {...props} />}
        <div>
          {text.messageMeans === '' ? null : <p>{text.messageMeans}</p>}
          {phone === null || !isPage(slip) ? null : <p>{text.messageTo(phone, person?.phoneOf)}</p>}
          <p>
            {phone === null || isPage(slip) ? text.messageMarks : text.messageToShort(phone, person?.phoneOf)}
          </p>
          <p className={blocks.note}>{text.neverOtp}</p>
        </div>
      </div>
    </Block>
  );
}

export function SharedMessage({ slip, plan, text }: BlockProps) {
  if (!plan.activationAhead || slip.message === null) return null;
  return (
    <div className={blocks.message}>
      {isPage(slip) ? <p className={blocks.messageFrom}>{text.messageSample}</p> : null}
      <p lang="vi">{slip.message}</p>
    </div>
  );
}

/** The days to activate in, with an example and lines to write one's own dates on. */
export function ActivationWindow({ slip, plan, text, echo }: BlockProps) {
  if (!plan.activationAhead) return null;
  const days = slip.activationDays;
  const { messageBy } = plan;
  return (
    <Block title={days === null ? text.activationNoLimit : text.activation(days)} half>
      {days === null ? null : <Lines lines={text.activationLines(slip.noticeDayCounts)} />}
      {days === null || messageBy === null ? null : (
        <Example
          isPage={isPage(slip)}
          message={messageBy}
          last={lastActivationDay(messageBy, days, slip.noticeDayCounts)}
          text={text}
        />
      )}
      <OwnDays {...{ slip, text, echo }} hasLast={days !== null} />
    </Block>
  );
}

/** Where the citizen writes the day of their own message and the last day; on a roll once, on one line. */
function OwnDays({
  slip,
  text,
  echo,
  hasLast,
}: Omit<BlockProps, 'plan' | 'language'> & { hasLast: boolean }) {
  if (echo && !isPage(slip)) return null;
  if (isPage(slip))
    return (
      <>
        <WriteLine label={text.myMessageOn} />
        {hasLast ? <WriteLine label={text.myLastDay} /> : null}
      </>
    );
  return (
    <p className={blocks.write}>
      <span>{text.myMessageOn}</span>
      <i />
      {hasLast ? (
        <>
          <span>{text.myLastDayShort}</span>
          <i />
        </>
      ) : null}
    </p>
  );
}

function Example({
  isPage: page,
  message,
  last,
  text,
}: Pick<BlockProps, 'text'> & { isPage: boolean; message: string; last: string }) {
  if (!page) return <p>{text.activationExample(message, last)}</p>;
  return (
    <Pairs
      pairs={[
        [text.ifMessageOn, [text.longDay(message)]],
        [text.thenLastDay, [text.longDay(last)]],
      ]}
    />
  );
}

/** Activation step by step, in the app or where the rules name no other way on the web. */
export function ActivationSteps({ slip, plan, text }: BlockProps) {
  if (!plan.activationAhead) return null;
  const ways = slip.activationWays;
  const inApp = ways.includes('app') || !ways.includes('web');
  const [first, ...others] = text.activationStepLines;
  return (
    <Steps
      title={text.activationSteps}
      lines={[inApp ? first : text.onWebFirst, ...others].filter((line) => line !== undefined)}
      before={slip.large ? [text.helpWelcome] : []}
      after={[...(inApp && ways.includes('web') ? [text.orOnWeb] : []), text.everyStep(formCode('activate'))]}
    />
  );
}

/** Mức 1 alone at home: the steps, and how long the answer takes from the day it is sent. */
export function LevelOneAtHome({ slip, plan, text }: BlockProps) {
  if (!plan.levelOneAtHome) return null;
  const { limit = null } = slip.requests.find((request) => request.limit !== null) ?? {};
  return (
    <Steps
      title={text.levelOneSteps}
      lines={text.levelOneStepLines}
      before={[]}
      after={[
        ...(limit === null ? [] : [text.levelOneLimit(limit.value, limit.unit === 'working-day')]),
        text.everyStep(formCode('level-1')),
      ]}
    />
  );
}

export function SafeAccount({ plan, text }: BlockProps) {
  if (!plan.accountInUse) return null;
  return (
    <Block title={text.safeTitle} half>
      <Lines lines={[...text.safeLines, text.neverOtp]} />
    </Block>
  );
}

function Steps({
  title,
  lines,
  before,
  after,
}: {
  title: string;
  lines: readonly Step[];
  before: readonly string[];
  after: readonly string[];
}) {
  return (
    <Block title={title} half>
      <Lines lines={before} />
      <ol className={blocks.steps}>
        {lines.map((line) => (
          <li key={`${line.plain}${line.strong ?? ''}`}>
            {line.plain}
            {line.strong === undefined ? null : <b>{line.strong}</b>}
            {line.after}
          </li>
        ))}
      </ol>
      <Lines lines={after} />
    </Block>
  );
}

/** Whom to ask, with codes to open, to install from and to call; number and codes stand once. */
export function Ask(props: BlockProps) {
  const { slip, plan, text, echo } = props;
  const number = slip.office.hotline;
  const title =
    plan.activationAhead && slip.activationDays !== null
      ? text.stuckAfter(slip.activationDays)
      : text.askMore;
  const [called, tele] = isPage(slip) ? [text.callHotline, hotline.telephone] : ['', hotline.called];
  const lines = (
    <>
      {number === '' || called === '' ? null : <p>{called}</p>}
      {slip.office.phone === '' ? null : <p>{text.callOffice(slip.office.phone)}</p>}
      {slip.counter === null ? null : (
        <p>{isPage(slip) ? text.orComeTo(slip.counter) : text.comeWith(slip.counter)}</p>
      )}
      {slip.counter === null || isPage(slip) ? <p>{text.bringPhone}</p> : null}
    </>
  );
  if (echo) return <Block title={title}>{lines}</Block>;
  return (
    <Block>
      <div className={hotline.hotlineRow}>
        <div>
          <p className={blocks.blockTitle}>{title}</p>
          {number === '' ? null : (
            <p className={tele}>
              {called === '' ? <span>{text.hotline}</span> : null} {number}
            </p>
          )}
          {lines}
        </div>
        <Codes {...props} />
      </div>
    </Block>
  );
}

export function SharedAsk(props: BlockProps) {
  const number = props.slip.office.hotline;
  return (
    <div className={hotline.hotlineRow}>
      {number === '' ? <span /> : <p className={hotline.telephone}>{number}</p>}
      <Codes {...props} />
    </div>
  );
}

type CodeOf = { readonly content: string; readonly label: string; readonly name: string };

/** Codes of the hotline and, where the app is needed, to install it from, or of its page where no store is known. */
function Codes({ slip, plan, text }: BlockProps) {
  const app = plan.activationAhead || plan.levelOneAtHome;
  const number = slip.office.hotline;
  const digits = number.replace(/\D/gu, '');
  const { appStore, googlePlay } = slip.stores;
  const stores: CodeOf[] = [
    { content: appStore, label: text.qrInstall, name: 'App Store' },
    { content: googlePlay, label: text.qrInstall, name: 'Google Play' },
  ].filter(({ content }) => content !== '');
  const install = stores.length > 0 ? stores : [{ content: VNEID, label: text.qrSite, name: 'vneid.gov.vn' }];
  const call: CodeOf[] =
    digits === '' ? [] : [{ content: `tel:${digits}`, label: text.qrCall, name: number }];
  // On a roll nothing but the number of the sheet that has the steps and the codes.
  const codes = isPage(slip) ? [...(app ? install : []), ...call] : app ? [] : call;
  if (codes.length === 0) return null;
  return (
    <div className={hotline.codes} data-many={codes.length > 2 || undefined}>
      {codes.map(({ content, label, name }) => (
        <div key={name}>
          <QrCode content={content} dots={dots(slip, content, codes.length)} label={`${label} ${name}`} />
          <p>
            {label}
            <br />
            {name}
          </p>
        </div>
      ))}
    </div>
  );
}

/** Letters that a code of each size holds at most, and its modules (ISO 18004, level M). */
const CODE_SIZES: readonly (readonly [letters: number, modules: number])[] = [
  [14, 21],
  [26, 25],
  [42, 29],
  [62, 33],
  [84, 37],
  [106, 41],
  [122, 45],
];

/** Dots of one module, so that every code of a slip is about as wide, whatever it holds. */
function dots({ format }: Slip, content: string, codes: number): number {
  const room = format === 'a5' ? 155 : codes > 2 ? 190 : 212;
  const [, modules] = CODE_SIZES.find(([letters]) => content.length <= letters) ?? [0, 61];
  return Math.max(3, Math.floor(room / modules));
}
