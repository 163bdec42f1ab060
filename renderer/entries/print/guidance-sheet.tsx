import { ActivationBlocks, Hotline, Steps } from './shared-blocks.tsx';
import { RequestBlocks, RequestDone } from './request-blocks.tsx';
import { Block, Lines, Pairs, Sheet } from './sheet.tsx';
import { Foot, GuidanceHead, type SheetProps } from './sheet-head.tsx';
import { slipPlan, type SlipRequest } from './slip-plan.ts';
import blocks from './blocks.module.css';
import styles from './sheet.module.css';

/** The paper a person leaves with: what was done, until when, and what to do next. 80 mm, A5 or A4. */
export function GuidanceSheet({ slip, text }: SheetProps) {
  const plan = slipPlan(slip);
  const [only] = slip.requests.length === 1 ? slip.requests : [];
  const stuck =
    plan.activationAhead && slip.activationDays !== null
      ? text.stuckAfter(slip.activationDays)
      : text.askMore;
  return (
    <Sheet paper={slip.paper} foot={<Foot slip={slip} text={text} />}>
      <GuidanceHead slip={slip} text={text} />
      <Person slip={slip} text={text} />
      {only === undefined ? (
        slip.requests.map((request, index) => (
          <RequestSection
            key={`${request.procedure}-${index}`}
            slip={slip}
            text={text}
            request={request}
            place={index + 1}
          />
        ))
      ) : (
        <>
          <div className={`${blocks.plain} ${styles.half}`}>
            <RequestDone request={only} text={text} />
          </div>
          <RequestBlocks
            request={only}
            text={text}
            address={slip.office.address}
            hours={slip.office.openingHours}
          />
        </>
      )}
      {plan.activationAhead ? <ActivationBlocks slip={slip} text={text} plan={plan} /> : null}
      {plan.levelOneAtHome ? <Steps title={text.levelOneSteps} lines={text.levelOneStepLines} /> : null}
      {plan.accountInUse ? (
        <Block title={text.safeTitle} half>
          <Lines lines={[...text.safeLines, text.neverOtp]} />
        </Block>
      ) : null}
      <Hotline slip={slip} text={text} title={stuck} activation={plan.activationAhead} />
    </Sheet>
  );
}

/** A longer name takes the width of the page. */
const HALF_NAME = 60;

function Person({ slip, text }: SheetProps) {
  const roll = slip.paper === '80' || slip.paper === '58';
  const [first] = slip.requests;
  const several = slip.requests.length > 1;
  const pairs: (readonly [string, string])[] = [];
  if (slip.person !== null) pairs.push([text.name, slip.person.fullName]);
  if (slip.person?.idNumberMasked) pairs.push([text.idNumber, slip.person.idNumberMasked]);
  pairs.push([text.date, text.longDay(slip.businessDay)]);
  if (!roll && !several && first !== undefined && first.outcome !== 'taken')
    pairs.push([text.wanted, text.procedure[first.procedure]]);
  const alone = several || first?.outcome === 'referred' || (slip.person?.fullName.length ?? 0) > HALF_NAME;
  return (
    <div className={alone ? '' : styles.half}>
      {roll ? (
        <div className={styles.numberRow}>
          <p className={styles.number}>{slip.number}</p>
          {several || first === undefined ? null : (
            <p className={styles.procedure}>{text.procedure[first.procedure]}</p>
          )}
        </div>
      ) : null}
      <Pairs pairs={pairs} />
    </div>
  );
}

function RequestSection({
  slip,
  text,
  request,
  place,
}: SheetProps & { request: SlipRequest; place: number }) {
  return (
    <>
      <div className={blocks.request}>
        <p className={styles.procedure}>{`${place}. ${text.procedure[request.procedure]}`}</p>
        {request.forWhom === null ? null : <p>{text.forWhom(request.forWhom)}</p>}
        <RequestDone request={request} text={text} />
      </div>
      <RequestBlocks
        request={request}
        text={text}
        address={slip.office.address}
        hours={slip.office.openingHours}
      />
    </>
  );
}
