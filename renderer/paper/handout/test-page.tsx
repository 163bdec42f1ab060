import type { SheetFormat } from '#shared/domain/printing/sheet-format.ts';
import { QrCode } from '#renderer/paper/slip/qr-code.tsx';
import { Sheet } from '#renderer/paper/sheet.tsx';
import paperStyles from '#renderer/paper/sheet.module.css';
import { join } from '#renderer/ui/join.ts';
import { catalogue } from '#shared/text/catalogue.ts';
import type { Language } from '#shared/domain/language.ts';
import { formatLongDay, formatTime } from '#shared/text/format.ts';
import { localDay } from '#shared/domain/calendar/business-date.ts';
import type { ReactNode } from 'react';
import { RulerAcross, RulerDown } from './ruler.tsx';
import styles from './test-page.module.css';
import { CONSONANTS, FIGURES_AND_MARKS, VOWEL_ROWS } from './vietnamese-letters.ts';

type TestPageProps = { readonly format: SheetFormat; readonly language: Language; readonly at: string };

/** Width that is printed and length of the ruler across, in millimetres. */
const PRINTABLE: Record<SheetFormat, number> = { '58': 48, '80': 72, a5: 126, a4: 178 };
const RULER_DOWN = 40;
const LINE_DOTS = [1, 2, 3, 4] as const;
/** Modules of the three codes in dots of an eighth of a millimetre. */
const CODE_DOTS: Record<SheetFormat, readonly number[]> = {
  '58': [5, 4],
  '80': [6, 5, 4],
  a5: [5, 4],
  a4: [7, 5, 4],
};

/** What a printer must show: its width, every Vietnamese letter, fine lines, five shades, codes and a true length. */
export function TestPage({ format, language, at }: TestPageProps) {
  const { handout } = catalogue(language);
  const text = handout.test;
  const width = PRINTABLE[format];
  return (
    <Sheet format={format} foot={<p>{text.foot}</p>}>
      <p className={styles['title']}>{text.title}</p>
      <p>{`${formatTime(at)}, ${formatLongDay(localDay(at), language)}`}</p>
      <p>{text.paper(handout.papers[format], width)}</p>
      <Section place={1} title={text.across(width)}>
        <RulerAcross length={width} />
      </Section>
      <Section place={2} title={text.letters}>
        <Letters wide={format === 'a4' || format === 'a5'} />
        <p className={styles['tall']}>{text.tall}</p>
        <p className={styles['smallest']}>{text.smallest}</p>
      </Section>
      <Section half place={3} title={text.lines}>
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
      <Section half place={4} title={text.shades}>
        <Shades black={text.black} dots={format === '58' ? 64 : 96} />
      </Section>
      <Section half place={5} title={text.codes(text.codeText)}>
        <div className={styles['codes']}>
          {CODE_DOTS[format].map((dots) => (
            <QrCode key={dots} content={text.codeText} dots={dots} label={text.codeText} />
          ))}
        </div>
      </Section>
      <Section half place={6} title={text.down(RULER_DOWN)}>
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

type SectionProps = {
  readonly place: number;
  readonly title: string;
  /** Beside another one, where the paper is wide enough. */
  readonly half?: boolean;
  readonly children: ReactNode;
};

function Section({ place, title, half = false, children }: SectionProps) {
  return (
    <div className={join(styles['section'], half && paperStyles['half'])}>
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

type ShadesProps = { readonly black: string; readonly dots: number };

const SHADE_HEIGHT = 64;

/** Fields of single dots, an eighth of a millimetre each: an eighth of them black, a quarter, a half, three quarters, all. */
function Shades({ black, dots: wide }: ShadesProps) {
  return (
    <div className={styles['shades']}>
      {SHADES.map(({ name, isBlack }) => (
        <p key={name}>
          <svg
            viewBox={`0 0 ${wide} ${SHADE_HEIGHT}`}
            style={{ width: `${wide / 8}mm`, height: `${SHADE_HEIGHT / 8}mm` }}
            shapeRendering="crispEdges"
            aria-hidden="true"
          >
            <path d={dotPath(wide, isBlack)} fill="#000" />
          </svg>
          {name === '' ? black : name}
        </p>
      ))}
    </div>
  );
}

type IsBlack = (x: number, y: number) => boolean;

const SHADES: readonly { readonly name: string; readonly isBlack: IsBlack }[] = [
  { name: '1/8', isBlack: (x, y) => y % 2 === 0 && (x + y) % 4 === 0 },
  { name: '1/4', isBlack: (x, y) => x % 2 === 0 && y % 2 === 0 },
  { name: '1/2', isBlack: (x, y) => (x + y) % 2 === 0 },
  { name: '3/4', isBlack: (x, y) => x % 2 === 0 || y % 2 === 0 },
  { name: '', isBlack: () => true },
];

/** The black dots as runs of one path; a pattern would be blurred on its way through a PDF. */
function dotPath(wide: number, isBlack: IsBlack): string {
  const runs: string[] = [];
  for (let y = 0; y < SHADE_HEIGHT; y += 1) {
    for (let x = 0; x < wide; x += 1) {
      if (!isBlack(x, y)) continue;
      const start = x;
      while (x + 1 < wide && isBlack(x + 1, y)) x += 1;
      runs.push(`M${start} ${y}h${x + 1 - start}v1h${start - x - 1}z`);
    }
  }
  return runs.join('');
}
