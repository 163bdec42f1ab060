import { useLanguage } from '#renderer/desk/language.ts';
import { Chip } from '#renderer/ui/chip.tsx';
import { join } from '#renderer/ui/join.ts';
import { NumberText } from '#renderer/ui/number-text.tsx';
import type { LevelOffice } from '#shared/contract/level-shapes.ts';
import { formatDay } from '#shared/text/format.ts';
import type { Ref } from 'react';
import { useLevelWords } from '../client/words.ts';
import { WalkedList } from '../frame/walked-list.tsx';
import { inFours } from '../frame/office-key.ts';
import styles from './offices.module.css';

type OfficesListProps = {
  readonly ref: Ref<HTMLDivElement>;
  readonly offices: readonly LevelOffice[];
  readonly at: number;
  readonly onStand: (row: number) => void;
  readonly onOpen: (row: number) => void;
  readonly empty: string;
};

/** Registered offices, one a line. */
export function OfficesList({ ref, offices, at, onStand, onOpen, empty }: OfficesListProps) {
  const words = useLevelWords().levelOffices;
  const { column } = words;
  return (
    <WalkedList
      ref={ref}
      label={words.title}
      listId="offices"
      rows={offices}
      keyOf={({ code }) => code}
      rowHeight={30}
      at={at}
      onStand={onStand}
      onOpen={onOpen}
      empty={empty}
      heads={
        <div className={join(styles['row'], styles['heads'])} aria-hidden="true">
          <span>{column.code}</span>
          <span>{column.name}</span>
          <span>{column.group}</span>
          <span>{column.telephone}</span>
          <span>{column.key}</span>
          <span />
        </div>
      }
    >
      {(office) => <Row office={office} />}
    </WalkedList>
  );
}

function Row({ office }: { readonly office: LevelOffice }) {
  const { levelOffices: words } = useLevelWords();
  const language = useLanguage();
  const { code, name, group, telephone, keyId, closed, newKey, hasToken } = office;
  return (
    <div className={join(styles['row'], closed !== null && styles['closed'])}>
      <NumberText className={styles['code']}>{code}</NumberText>
      <b title={name}>{name}</b>
      <span title={group}>{group}</span>
      <NumberText>{telephone}</NumberText>
      <NumberText className={styles['print']}>{inFours(keyId).slice(0, 2).join(' ')}</NumberText>
      <span className={styles['marks']}>
        {newKey === null ? null : (
          <Chip size="small" tone="warn">
            {words.newKey}
          </Chip>
        )}
        {closed === null ? null : (
          <Chip size="small">
            {words.closed} {formatDay(closed.on, language)}
          </Chip>
        )}
        {hasToken ? <Chip size="small">{words.byLine}</Chip> : null}
      </span>
    </div>
  );
}
