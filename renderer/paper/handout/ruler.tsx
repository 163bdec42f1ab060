import styles from './test-page.module.css';

const marks = (length: number) => Array.from({ length: length + 1 }, (_, at) => at);
const reach = (at: number): number => (at % 10 === 0 ? 6 : at % 5 === 0 ? 4.4 : 2.8);

/** A ruler in true millimetres across the printable width. */
export function RulerAcross({ length }: { readonly length: number }) {
  return (
    <svg
      className={styles['across']}
      viewBox={`0 0 ${length} 10.6`}
      style={{ width: `${length}mm`, height: '10.6mm' }}
    >
      {marks(length).map((at) => (
        <rect key={at} x={Math.min(at, length - 0.25)} y="0" width="0.25" height={reach(at)} />
      ))}
      {marks(length)
        .filter((at) => at % 10 === 0)
        .map((at) => (
          <text key={at} x={at} y="10" textAnchor={at === 0 ? 'start' : at > length - 3 ? 'end' : 'middle'}>
            {at}
          </text>
        ))}
    </svg>
  );
}

/** A ruler down, whose first and last mark are exactly `length` millimetres apart. */
export function RulerDown({ length }: { readonly length: number }) {
  return (
    <svg
      className={styles['ruler']}
      viewBox={`0 -2 14 ${length + 4}`}
      style={{ width: '14mm', height: `${length + 4}mm` }}
    >
      {marks(length).map((at) => (
        <rect key={at} x="0" y={at - 0.125} width={reach(at)} height="0.25" />
      ))}
      {marks(length)
        .filter((at) => at % 10 === 0)
        .map((at) => (
          <text key={at} x="7" y={at + 1.3}>
            {at}
          </text>
        ))}
    </svg>
  );
}
