import { DOTS_PER_MM } from '#shared/domain/printing/sheet-format.ts';
import { logoPath } from '#shared/domain/slip/logo.ts';
import type { LogoDots } from '#shared/domain/slip/design.ts';
import { useMemo } from 'react';
import styles from '../sheet.module.css';

/** The office's logo, one dot of it on one dot of a thermal head. */
export function Logo({ logo }: { logo: LogoDots | null }) {
  const path = useMemo(() => (logo === null ? '' : logoPath(logo)), [logo]);
  if (logo === null || path === '') return null;
  return (
    <svg
      className={styles.logo}
      viewBox={`0 0 ${logo.width} ${logo.height}`}
      style={{ width: `${logo.width / DOTS_PER_MM}mm`, height: `${logo.height / DOTS_PER_MM}mm` }}
      shapeRendering="crispEdges"
      aria-hidden="true"
    >
      <path d={path} fill="#000" />
    </svg>
  );
}
