import type { SheetPaper } from '#shared/contract/office.ts';
import { QrCode } from '#renderer/entries/print/qr-code.tsx';
import { Sheet } from '#renderer/entries/print/sheet.tsx';
import { catalogue, type Language } from '#shared/text/catalogue.ts';
import { formatLongDay, formatTime } from '#shared/text/format.ts';
import { localDay } from '#shared/domain/calendar/business-date.ts';
import type { ReactNode } from 'react';
import { RulerAcross, RulerDown } from './ruler.tsx';
import styles from './test-page.module.css';
import { CONSONANTS, FIGURES_AND_MARKS, VOWEL_ROWS } from './vietnamese-letters.ts';

type TestPageProps = { readonly paper: SheetPaper; readonly language: Language; readonly at: string };

/** Width that is printed and length of the ruler across, in millimetres. */
const PRINTABLE: Record<SheetPaper, number> = { '58': 48, '80': 72, a5: 126, a4: 178 };
const RULER_DOWN = 40;
const LINE_DOTS = [1, 2, 3, 4] as const;
/** Modules of the three codes in dots of an eighth of a millimetre. */
const CODE_DOTS: Record<SheetPaper, readonly number[]> = { '58': [5, 4], '80': [6, 5, 4], a5: [7, 5, 4], a4: [8, 6, 4] };

/** What a printer must show: its width, every Vietnamese letter, fine lines, five shades, codes and a true length. */
export function TestPage({ paper, language, at }: TestPageProps) {
  const { handout } = catalogue(language);
  const text = handout.test;
  const width = PRINTABLE[paper];
  return (
    <Sheet paper={paper} foot={<p>{text.foot}</p>}>
      <p className={styles['title']}>{text.title}</p>
      <p>{`${formatTime(at)}, ${formatLongDay(localDay(at), language)}`}</p>
      <p>{text.paper(handout.papers[paper], width)}</p>
      <Section place={1} title={text.across(width)}>
        <RulerAcross length={width} />
      </Section>
      <Section place={2} title={text.letters}>
        <Letters wide={paper === 'a4' || paper === 'a5'} />
        <p className={styles['tall']}>{text.tall}</p>
        <p className={styles['smallest']}>{text.smallest}</p>
      </Section>
      <Section place={3} title={text.lines}>
        {LINE_DOTS.map((dots) => (
          <p key={dots} className={styles['line']}>
            <i style={{ height: `${dots / 8}mm` }} />
            <span>{text.dots(dots)}</span>
          </p>
        ))}
        <div className={styles['stripes']} aria-hidden="true">
          {LINE_DOTS.map((dots) => (
            <i key={dots} style={stripes(dots)} />
          ))}
        </div>
      </Section>
      <Section place={4} title={text.shades}>
        <Shades black={text.black} dots={paper === '58' ? 64 : 96} />
      </Section>
      <Section place={5} title={text.codes(text.codeText)}>
        <div className={styles['codes']}>
          {CODE_DOTS[paper].map((dots) => (
            <QrCode key={dots} content={text.codeText} dots={dots} label={text.codeText} />
          ))}
        </div>
      </Section>
      <Section place={6} title={text.down(RULER_DOWN)}>
        <div className={styles['down']}>
          <RulerDown length={RULER_DOWN} />
          <dl>
            {text.advice.map(([when, what]) => (
              <div key={when}>
                <dt>{when}</dt>
                <dd>{what}</dd>
              </div>
            ))}
          </dl>
        </div>
      </Section>
    </Sheet>
  );
}

function Section({ place, title, children }: { readonly place: number; readonly title: string; readonly children: ReactNode }) {
  return (
    <div className={styles['section']}>
      <p className={styles['sectionTitle']}>{`${place}. ${title}`}</p>
      {children}
    </div>
  );
}

function Letters({ wide }: { readonly wide: boolean }) {
  return (
    <div className={wide ? styles['wideLetters'] : styles['letters']}>
      {VOWEL_ROWS.map(({ capitals, small }) => (
        <p key={small}>
          <span>{capitals}</span> <span>{small}</span>
        </p>
      ))}
      <p>{CONSONANTS.capitals}</p>
      <p>{CONSONANTS.small}</p>
      <p>{FIGURES_AND_MARKS}</p>
    </div>
  );
}

const stripes = (dots: number) => ({
  backgroundImage: `repeating-linear-gradient(90deg, #000 0 ${dots / 8}mm, #fff ${dots / 8}mm ${dots / 4}mm)`,
});

/** Black dots of one eighth of a millimetre in a cell of four by two: an eighth, a quarter, a half, three quarters, all. */
const SHADES: readonly { readonly name: string; readonly dots: readonly (readonly [number, number])[] }[] = [
  { name: '1/8', dots: [[0, 0]] },
  {
    name: '1/4',
    dots: [
      [0, 0],
      [2, 1],
    ],
  },
  {
    name: '1/2',
    dots: [
      [0, 0],
      [2, 0],
      [1, 1],
      [3, 1],
    ],
  },
  {
    name: '3/4',
    dots: [
      [0, 0],
      [1, 0],
      [2, 0],
      [0, 1],
      [2, 1],
      [3, 1],
    ],
  },
];

function Shades({ black, dots: wide }: { readonly black: string; readonly dots: number }) {
  const size = { width: `${wide / 8}mm`, height: '8mm' };
  return (
    <div className={styles['shades']}>
      {SHADES.map(({ name, dots }) => (
        <p key={name}>
          <svg viewBox={`0 0 ${wide} 64`} style={size} shapeRendering="crispEdges" aria-hidden="true">
            <pattern id={`shade-${name}`} width="4" height="2" patternUnits="userSpaceOnUse">
              {dots.map(([x, y]) => (
                <rect key={`${x} ${y}`} x={x} y={y} width="1" height="1" fill="#000" />
              ))}
            </pattern>
            <rect width={wide} height="64" fill={`url(#shade-${name})`} />
          </svg>
          {name}
        </p>
      ))}
      <p>
        <svg viewBox={`0 0 ${wide} 64`} style={size} aria-hidden="true">
          <rect width={wide} height="64" fill="#000" />
        </svg>
        {black}
      </p>
    </div>
  );
}
