import type { Office } from '#shared/contract/office.ts';
import { catalogue } from '#shared/text/catalogue.ts';
import { IconStarFilled } from '@tabler/icons-react';
import { useLayoutEffect, useRef, useState, type CSSProperties, type ReactNode } from 'react';
import { useText } from '#renderer/desk/language.ts';
import { callExample, type ExampleTicket } from './call-example.ts';
import styles from './call-rule-sheet.module.css';
import { usePackHotline } from '../use-pack-hotline.ts';

const vi = catalogue('vi').settings.rule;
const en = catalogue('en').settings.rule;

/** Sizes of the text, largest first; the sheet takes the first at which the rules fit on one page. */
const FITS = [1.35, 1.2, 1.1, 1, 0.94, 0.88, 0.82, 0.76, 0.7, 0.64, 0.58, 0.52, 0.46];

function fit(sheet: HTMLElement): void {
  const rules = sheet.querySelector(':scope > ol');
  if (rules === null) return;
  for (const size of FITS) {
    sheet.style.setProperty('--fit', String(size));
    if (rules.scrollHeight <= rules.clientHeight) return;
  }
}

type OfficeProps = { readonly office: Office };
type SheetProps = OfficeProps & { readonly packHotline: string };

/** Inside the sheet, in millimetres. */
export const CALL_RULE_MARGINS = { top: 14, right: 16, bottom: 12, left: 16 };

/** The sheet for the wall: the rule of this office in plain words, Vietnamese with English below, on one page of A4. */
export function CallRuleSheet({ office, packHotline }: SheetProps) {
  const { settings } = office;
  const {
    priorityRun: run,
    priorityClasses: classes,
    notHereReturnsAfter: after,
    notHereMaxReturns: times,
  } = settings;
  const counters = office.counters.filter((counter) => counter.active).length;
  const hasPriority = classes.length > 0;
  const example = callExample(office.series[0]?.letter ?? 'A', run);
  const hotline = settings.hotline === '' ? packHotline : settings.hotline;
  const sheet = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const element = sheet.current;
    if (element === null) return;
    fit(element);
    void document.fonts.ready.then(() => fit(element));
  });
  return (
    <article ref={sheet} className={styles['sheet']} data-paper="a4" lang="vi">
      <header>
        {settings.superior !== '' && <p className={styles['superior']}>{settings.superior}</p>}
        <p className={styles['office']}>{office.name}</p>
        <h1>{vi.title}</h1>
        <p className={styles['title']} lang="en">
          {en.title}
        </p>
      </header>
      <ol className={styles['rules']}>
        <Rule vi={[vi.inOrder, vi.inOrderMore]} en={[en.inOrder, en.inOrderMore]} />
        {hasPriority && (
          <Rule vi={[vi.priority, vi.priorityMore]} en={[en.priority, en.priorityMore]}>
            <ul className={styles['classes']} aria-label={vi.who}>
              {classes.map((name) => (
                <li key={name}>{name}</li>
              ))}
            </ul>
          </Rule>
        )}
        {hasPriority && (
          <Rule
            vi={[vi.nobodyForgotten(run), vi.nobodyForgottenMore(counters)]}
            en={[en.nobodyForgotten(run), en.nobodyForgottenMore(counters)]}
          />
        )}
        <Rule
          vi={[vi.absent(after, times), vi.absentMore(times)]}
          en={[en.absent(after, times), en.absentMore(times)]}
        />
      </ol>
      {hasPriority && (
        <section className={styles['example']}>
          <h2>
            {vi.example(example.taken.length)} <span lang="en">{en.example(example.taken.length)}</span>
          </h2>
          <ExampleRow name={vi.taken} nameEn={en.taken} tickets={example.taken} />
          <ExampleRow name={vi.called} nameEn={en.called} tickets={example.called} />
          <p className={styles['legend']}>
            <b className={styles['marked']}>
              <IconStarFilled size="0.8em" aria-hidden="true" />
            </b>
            {vi.marked} <span lang="en">{en.marked}</span>
            <b />
            {vi.ordinary} <span lang="en">{en.ordinary}</span>
          </p>
        </section>
      )}
      <footer>
        {settings.openingHours !== '' && (
          <p>
            <b>{vi.hours}</b> {settings.openingHours}
          </p>
        )}
        {hotline !== '' && (
          <p>
            <b>{vi.hotline}</b> {hotline}
          </p>
        )}
      </footer>
    </article>
  );
}

type Words = readonly [says: string, more: string];

function Rule({
  vi: said,
  en: saidEn,
  children,
}: {
  readonly vi: Words;
  readonly en: Words;
  readonly children?: ReactNode;
}) {
  return (
    <li>
      <p className={styles['says']}>{said[0]}</p>
      <p className={styles['more']}>{said[1]}</p>
      {children}
      <p className={styles['english']} lang="en">
        {saidEn[0]} {saidEn[1]}
      </p>
    </li>
  );
}

type ExampleRowProps = {
  readonly name: string;
  readonly nameEn: string;
  readonly tickets: readonly ExampleTicket[];
};

function ExampleRow({ name, nameEn, tickets }: ExampleRowProps) {
  return (
    <div className={styles['exampleRow']}>
      <p>
        {name}
        <span lang="en">{nameEn}</span>
      </p>
      <ol>
        {tickets.map(({ number, priority }) => (
          <li key={number} className={priority ? styles['marked'] : undefined}>
            {number}
            {priority && <IconStarFilled size="0.6em" role="img" aria-label={vi.marked} />}
          </li>
        ))}
      </ol>
    </div>
  );
}

/** The sheet as wide as the column. */
export function CallRulePreview({ office }: OfficeProps) {
  const words = useText().settings.queue;
  const packHotline = usePackHotline();
  const room = useRef<HTMLDivElement>(null);
  const [scale, setScale] = useState(0.3);
  useLayoutEffect(() => {
    const around = room.current;
    const sheet = around?.firstElementChild;
    if (around === null || !(sheet instanceof HTMLElement)) return undefined;
    const measure = () => setScale(around.clientWidth / sheet.offsetWidth);
    const observer = new ResizeObserver(measure);
    observer.observe(around);
    measure();
    return () => observer.disconnect();
  }, []);
  return (
    <div
      ref={room}
      className={styles['preview']}
      role="group"
      aria-label={words.preview}
      style={{ '--scale': scale } as CSSProperties}
    >
      <CallRuleSheet office={office} packHotline={packHotline} />
    </div>
  );
}
