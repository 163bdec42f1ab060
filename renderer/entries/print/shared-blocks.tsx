import type { Slip } from '#shared/contract/print.ts';
import type { Catalogue } from '#shared/text/vi.ts';
import { addDays } from '#shared/domain/calendar/business-date.ts';
import { QrCode } from './qr-code.tsx';
import { Block, Lines, Pairs, WriteLine } from './sheet.tsx';
import type { SheetProps } from './sheet-head.tsx';
import type { SlipPlan } from './slip-plan.ts';
import blocks from './blocks.module.css';

const VNEID = 'https://vneid.gov.vn';

/** The message to wait for, the days to activate in, and the steps: once for all requests of a slip. */
export function ActivationBlocks({ slip, text, plan }: SheetProps & { plan: SlipPlan }) {
  const days = slip.activationDays;
  return (
    <>
      {slip.message === null ? null : (
        <Block title={text.message}>
          <div className={blocks.messageRow}>
            <div className={blocks.message}>
              <p className={blocks.messageFrom}>{text.messageSample}</p>
              <p>{slip.message}</p>
            </div>
            <div>
              {slip.person?.phoneMasked ? <p>{text.messageTo(slip.person.phoneMasked)}</p> : null}
              <p>{text.messageNoMarks}</p>
              <p className={blocks.note}>{text.neverOtp}</p>
            </div>
          </div>
        </Block>
      )}
      <Block title={days === null ? text.activationNoLimit : text.activation(days)} half>
        {days === null ? null : <Lines lines={text.activationLines} />}
        {days === null || plan.messageBy === null ? null : (
          <Pairs
            pairs={[
              [text.ifMessageOn, text.longDay(plan.messageBy)],
              [text.thenLastDay, text.longDay(addDays(plan.messageBy, days))],
            ]}
          />
        )}
        <WriteLine label={text.myMessageOn} />
        {days === null ? null : <WriteLine label={text.myLastDay} />}
      </Block>
      <Steps title={text.activationSteps} lines={text.activationStepLines} />
    </>
  );
}

export function Steps({ title, lines }: { title: string; lines: Catalogue['slip']['activationStepLines'] }) {
  return (
    <Block title={title} half>
      <ol className={blocks.steps}>
        {lines.map((line) => (
          <li key={`${line.plain}${line.strong ?? ''}`}>
            {line.plain}
            {line.strong === undefined ? null : <b>{line.strong}</b>}
            {line.after}
          </li>
        ))}
      </ol>
    </Block>
  );
}

/** Whom to ask, with codes to open and to call. */
export function Hotline({
  slip,
  text,
  title,
  activation,
}: SheetProps & { title: string; activation: boolean }) {
  const { hotline } = slip.office;
  const digits = hotline.replace(/\D/gu, '');
  return (
    <Block>
      <div className={blocks.hotlineRow}>
        <div>
          <p className={blocks.blockTitle}>{title}</p>
          {hotline === '' ? null : <p className={blocks.telephone}>{hotline}</p>}
          {hotline === '' ? null : <p>{text.callHotline}</p>}
          {slip.counter === null ? null : <p>{text.orComeTo(slip.counter)}</p>}
          <p>{text.bringPhone}</p>
        </div>
        <div className={blocks.codes}>
          {activation ? (
            <Code content={VNEID} dots={dots(slip, 8)} label={text.qrOpen} name="vneid.gov.vn" />
          ) : null}
          {digits === '' ? null : (
            <Code
              content={`tel:${digits}`}
              dots={dots(slip, activation ? 10 : 8)}
              label={text.qrCall}
              name={hotline}
            />
          )}
        </div>
      </div>
    </Block>
  );
}

function dots(slip: Slip, onRoll: number): number {
  if (slip.paper === 'a5') return onRoll === 8 ? 6 : 7;
  return onRoll;
}

function Code({
  content,
  dots: size,
  label,
  name,
}: {
  content: string;
  dots: number;
  label: string;
  name: string;
}) {
  return (
    <div>
      <QrCode content={content} dots={size} label={`${label} ${name}`} />
      <p>
        {label}
        <br />
        {name}
      </p>
    </div>
  );
}
