import type { Slip } from '#shared/domain/slip/slip.ts';
import { lastActivationDay } from '#shared/domain/slip/activation-window.ts';
import type { Catalogue } from '#shared/text/vi.ts';
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
          {phone === null ? null : <p>{text.messageTo(phone)}</p>}
          <p>{isPlain(message) ? text.messageNoMarks : text.nameNoMarks}</p>
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
      <p className={blocks.messageFrom}>{text.messageSample}</p>
      <p lang="vi">{slip.message}</p>
    </div>
  );
}

function isPlain(message: string): boolean {
  return !/[^ -~]/u.test(message);
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
        <Pairs
          pairs={[
            [text.ifMessageOn, [text.longDay(messageBy)]],
            [text.thenLastDay, [text.longDay(lastActivationDay(messageBy, days, slip.noticeDayCounts))]],
          ]}
        />
      )}
      {echo && !isPage(slip) ? null : <WriteLine label={text.myMessageOn} />}
      {days === null || (echo && !isPage(slip)) ? null : <WriteLine label={text.myLastDay} />}
    </Block>
  );
}

/** Activation step by step, in the app or where the rules name no other way on the web. */
export function ActivationSteps({ slip, plan, text }: BlockProps) {
  if (!plan.activationAhead) return null;
  const ways = slip.activationWays;
  const inApp = ways.includes('app') || !ways.includes('web');
  const whole = slip.large && !isPage(slip) ? text.activationShortLines : text.activationStepLines;
  const lines = inApp ? whole : [text.onWebFirst, ...text.activationStepLines.slice(1)];
  return (
    <Steps
      title={text.activationSteps}
      lines={lines}
      {...(slip.large ? { before: text.helpWelcome } : {})}
      {...(inApp && ways.includes('web') ? { after: text.orOnWeb } : {})}
    />
  );
}

export function LevelOneAtHome({ plan, text }: BlockProps) {
  return plan.levelOneAtHome ? <Steps title={text.levelOneSteps} lines={text.levelOneStepLines} /> : null;
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
  before?: string;
  after?: string;
}) {
  return (
    <Block title={title} half>
      {before === undefined ? null : <p>{before}</p>}
      <ol className={blocks.steps}>
        {lines.map((line) => (
          <li key={`${line.plain}${line.strong ?? ''}`}>
            {line.plain}
            {line.strong === undefined ? null : <b>{line.strong}</b>}
            {line.after}
          </li>
        ))}
      </ol>
      {after === undefined ? null : <p>{after}</p>}
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
  const lines = (
    <>
      {number === '' ? null : <p>{text.callHotline}</p>}
      {slip.counter === null ? null : <p>{text.orComeTo(slip.counter)}</p>}
      <p>{text.bringPhone}</p>
    </>
  );
  if (echo) return <Block title={title}>{lines}</Block>;
  return (
    <Block>
      <div className={hotline.hotlineRow}>
        <div>
          <p className={blocks.blockTitle}>{title}</p>
          {number === '' ? null : <p className={hotline.telephone}>{number}</p>}
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

/** Codes of VNeID and the stores where the app is needed, and of the hotline; side by side on a page three find room. */
function Codes({ slip, plan, text }: BlockProps) {
  const app = plan.activationAhead || plan.levelOneAtHome;
  const number = slip.office.hotline;
  const digits = number.replace(/\D/gu, '');
  const { appStore, googlePlay } = slip.stores;
  const stores: CodeOf[] = [
    { content: appStore, label: text.qrInstall, name: 'App Store' },
    { content: googlePlay, label: text.qrInstall, name: 'Google Play' },
  ].filter(({ content }) => app && content !== '');
  const open: CodeOf[] = app ? [{ content: VNEID, label: text.qrOpen, name: 'vneid.gov.vn' }] : [];
  const call: CodeOf[] =
    digits === '' ? [] : [{ content: `tel:${digits}`, label: text.qrCall, name: number }];
  const codes =
    slip.format === 'a5' && stores.length > 0 ? [...open, ...stores] : [...open, ...call, ...stores];
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
