import { useLanguage, useText } from '#renderer/desk/language.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ColumnHead } from '#renderer/ui/heads.tsx';
import { rowAfter } from '#renderer/ui/list-keys.ts';
import { NumberText } from '#renderer/ui/number-text.tsx';
import type { FollowUpList } from '#shared/domain/account/follow-up.ts';
import { formatNumber } from '#shared/text/format.ts';
import { IconFileImport, IconPrinter } from '@tabler/icons-react';
import { useRef, type KeyboardEvent } from 'react';
import styles from './follow-up.module.css';

/** In the order in which they press. */
const ORDER: readonly FollowUpList[] = ['due-today', 'late', 'activation-ends', 'all', 'activated'];

type ListsNavProps = {
  readonly list: FollowUpList;
  readonly counts: Readonly<Record<FollowUpList, number>>;
  readonly printOff: string | undefined;
  readonly onShow: (list: FollowUpList) => void;
  readonly onPrint: () => void;
  readonly onImport: () => void;
};

/** The lists with how many stand on each; one stop for Tab, the arrows walk. */
export function ListsNav({ list, counts, printOff, onShow, onPrint, onImport }: ListsNavProps) {
  const words = useText().followUp;
  const language = useLanguage();
  const nav = useRef<HTMLUListElement>(null);
  const walk = (event: KeyboardEvent) => {
    const row = rowAfter(event.key, ORDER.indexOf(list), ORDER.length);
    if (row === null) return;
    event.preventDefault();
    nav.current?.querySelectorAll('button')[row]?.focus();
    nav.current?.querySelectorAll('button')[row]?.scrollIntoView({ block: 'nearest' });
  };
  return (
    <nav className={styles['nav']} aria-label={words.listsLabel}>
      <ColumnHead title={words.place} />
      <ul ref={nav}>
        {ORDER.map((one) => (
          <li key={one}>
            <button
              type="button"
              className={styles['link']}
              aria-current={one === list ? 'page' : undefined}
              onClick={() => onShow(one)}
              onKeyDown={walk}
            >
              <span>{words.lists[one]}</span>
              <NumberText className={one === 'late' && counts.late > 0 ? styles['late'] : styles['count']}>
                {formatNumber(counts[one], language)}
              </NumberText>
            </button>
          </li>
        ))}
      </ul>
      <div className={styles['navFoot']}>
        <Button
          icon={<IconPrinter size={16} aria-hidden="true" />}
          keyHint="F8"
          disabledReason={printOff}
          onClick={onPrint}
        >
          {words.print}
        </Button>
        <Button icon={<IconFileImport size={16} aria-hidden="true" />} keyHint="Alt+N" onClick={onImport}>
          {words.keyImport}
        </Button>
        <p>{words.neverAsk}</p>
      </div>
    </nav>
  );
}
