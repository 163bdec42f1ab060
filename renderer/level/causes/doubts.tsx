import { useLanguage } from '#renderer/desk/language.ts';
import { SectionHead } from '#renderer/ui/heads.tsx';
import { NumberText } from '#renderer/ui/number-text.tsx';
import shared from '#renderer/ui/shared.module.css';
import type { LevelCauses } from '#shared/contract/level-shapes.ts';
import { formatDayOfYear, formatNumber } from '#shared/text/format.ts';
import { levelDoubtText } from '#shared/text/level-doubt.ts';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useLevelWords } from '../client/words.ts';
import { useLevelPlace } from '../frame/place.ts';
import styles from './causes.module.css';

type Doubt = LevelCauses['doubts'][number];

const SHOWN = 200;

/** Figures that cannot be true together, each with the office to be asked. */
export function Doubts({ doubts }: { readonly doubts: readonly Doubt[] }) {
  const words = useLevelWords().levelCauses;
  const language = useLanguage();
  const openOffice = useLevelPlace((state) => state.openOffice);
  const count = (value: number) => formatNumber(value, language);
  return (
    <>
      <SectionHead title={words.doubts} count={count(doubts.length)} />
      {doubts.length === 0 ? (
        <p className={styles['fine']}>
          <IconCircleCheck size={16} aria-hidden="true" /> {words.noDoubts}
        </p>
      ) : null}
      <ul>
        {doubts.slice(0, SHOWN).map((doubt) => (
          <li key={JSON.stringify(doubt)} className={styles['doubt']}>
            <IconAlertTriangle size={16} stroke={1.75} aria-hidden="true" />
            <button type="button" className={shared['textButton']} onClick={() => openOffice(doubt.office)}>
              {doubt.name}
            </button>
            <NumberText>
              {'businessDay' in doubt ? formatDayOfYear(doubt.businessDay, language) : ''}
            </NumberText>
            <span>{levelDoubtText(doubt, language)}</span>
          </li>
        ))}
      </ul>
      {doubts.length > SHOWN ? (
        <p className={styles['none']}>{words.more(count(doubts.length - SHOWN))}</p>
      ) : null}
    </>
  );
}
