import { DOTS_PER_MM } from '#shared/domain/printing/sheet-format.ts';
import { encode } from 'uqr';
import { useMemo } from 'react';
import hotline from './hotline.module.css';

/**
 * A code drawn as one path. A module is a whole number of thermal dots (an eighth of a millimetre),
 * so that a 203 dpi head prints every module alike.
 */
export function QrCode({ content, dots, label }: { content: string; dots: number; label: string }) {
  const { size, path } = useMemo(() => drawn(content), [content]);
  const millimetres = `${(size * dots) / DOTS_PER_MM}mm`;
  return (
    <svg
      className={hotline.qr}
      viewBox={`0 0 ${size} ${size}`}
      style={{ width: millimetres, height: millimetres }}
      shapeRendering="crispEdges"
      role="img"
      aria-label={label}
    >
      <path d={path} fill="#000" />
    </svg>
  );
}

function drawn(content: string): { size: number; path: string } {
  const { data, size } = encode(content, { ecc: 'M', border: 0 });
  const runs: string[] = [];
  data.forEach((row, y) => {
    for (let x = 0; x < size; x++) {
      if (row[x] !== true) continue;
      const start = x;
      while (x < size && row[x] === true) x++;
      runs.push(`M${start} ${y}h${x - start}v1h${start - x}z`);
    }
  });
  return { size, path: runs.join('') };
}
