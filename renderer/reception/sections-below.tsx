import { useText } from '#renderer/desk/language.ts';
import { Keycap } from '#renderer/ui/keycap.tsx';
import { IconArrowDown } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { focusSection } from './section.tsx';
import styles from './reception.module.css';

const LATER = [3, 4] as const;
/** The space below the last row of a part may well be hidden. */
const SLACK_PX = 8;

/** Names the parts that lie, whole or in part, below the edge of the work column; each leads there. */
export function SectionsBelow() {
  const text = useText();
  const place = useRef<HTMLDivElement>(null);
  const [below, setBelow] = useState<readonly number[]>([]);
  useEffect(() => {
    const work = place.current?.parentElement;
    if (work == null) return;
    const look = () => {
      const edge = work.getBoundingClientRect().bottom;
      const hidden = LATER.filter((number) => {
        const part = work.querySelector(`[data-section="${number}"]`)?.getBoundingClientRect();
        return part !== undefined && part.bottom > edge + SLACK_PX;
      });
      setBelow((before) => (before.join() === hidden.join() ? before : hidden));
    };
    const observer = new ResizeObserver(look);
    for (const part of work.children) observer.observe(part);
    observer.observe(work);
    work.addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      work.removeEventListener('scroll', look);
    };
  }, []);
  const titles = { 3: text.reception.section.papers, 4: text.reception.section.priority };
  return (
    <div ref={place} className={below.length === 0 ? undefined : styles['below']}>
      {below.length > 0 && <span>{text.reception.below}</span>}
      {LATER.filter((number) => below.includes(number)).map((number) => (
        <button key={number} type="button" tabIndex={-1} onClick={() => focusSection(number)}>
          <IconArrowDown size={14} stroke={1.75} aria-hidden="true" />
          {number} {titles[number]} <Keycap>{`Alt+${number}`}</Keycap>
        </button>
      ))}
    </div>
  );
}
