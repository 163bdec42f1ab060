import { Modal } from '@mantine/core';
import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import styles from './chooser.module.css';
import { useFocusBack } from './use-focus-back.ts';
import { join } from './join.ts';
import { rowAfter } from './list-keys.ts';

export type ChooserItem = {
  readonly id: string;
  readonly label: ReactNode;
  readonly description?: ReactNode;
  readonly start?: ReactNode;
  readonly end?: ReactNode;
  readonly pale?: boolean;
};
type ChooserGroup = { readonly label: string; readonly items: readonly ChooserItem[] };

type ChooserProps = {
  readonly label: string;
  readonly placeholder: string;
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly groups: readonly ChooserGroup[];
  readonly onChoose: (id: string) => void;
  readonly onClose: () => void;
  /** Under the field while there is nothing to choose. */
  readonly empty: ReactNode;
};

function focusField(field: HTMLInputElement | null): void {
  field?.focus();
}

/** One field and the list that follows it: type, walk with the arrows, Enter. */
export function Chooser({
  label,
  placeholder,
  query,
  onQuery,
  groups,
  onChoose,
  onClose,
  empty,
}: ChooserProps) {
  const id = useId();
  const items = groups.flatMap((group) => group.items);
  const [row, setRow] = useState(0);
  const at = Math.min(row, Math.max(0, items.length - 1));
  const current = items[at];
  const list = useRef<HTMLDivElement>(null);
  useFocusBack();
  useEffect(() => setRow(0), [query]);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [at, groups]);

  return (
    <Modal.Root
      opened
      onClose={onClose}
      yOffset="10vh"
      padding={0}
      size={600}
      radius={8}
      lockScroll={false}
      transitionProps={{ duration: 0 }}
      classNames={{ content: styles['content'] ?? '', overlay: styles['overlay'] ?? '' }}
    >
      <Modal.Overlay />
      <Modal.Content aria-label={label}>
        <input
          className={styles['input']}
          type="text"
          role="combobox"
          aria-label={label}
          aria-expanded={items.length > 0}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={current === undefined ? undefined : `${id}-${current.id}`}
          placeholder={placeholder}
          autoComplete="off"
          spellCheck={false}
          data-autofocus
          // At once: the focus trap of the dialog comes a moment later, and keys do not wait for it.
          ref={focusField}
          value={query}
          onChange={(event) => onQuery(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return;
            if (event.key === 'Enter' && current !== undefined) {
              event.preventDefault();
              onChoose(current.id);
              return;
            }
            if (event.key === 'Home' || event.key === 'End') return;
            const next = rowAfter(event.key, at, items.length);
            if (next === null) return;
            event.preventDefault();
            setRow(next);
          }}
        />
        {items.length === 0 && (
          <div className={styles['empty']} role="status">
            {empty}
          </div>
        )}
        <div ref={list} id={`${id}-list`} role="listbox" aria-label={label} className={styles['list']}>
          {groups
            .filter((group) => group.items.length > 0)
            .map((group, index) => (
              <div key={group.label} role="group" aria-labelledby={`${id}-group-${index}`}>
                <div id={`${id}-group-${index}`} className={styles['group']}>
                  {group.label}
                </div>
                {group.items.map((item) => (
                  <div
                    key={item.id}
                    id={`${id}-${item.id}`}
                    role="option"
                    aria-selected={item === current}
                    className={join(styles['item'], item.pale && styles['pale'])}
                    onMouseDown={(event) => event.preventDefault()}
                    onMouseMove={() => setRow(items.indexOf(item))}
                    onClick={() => onChoose(item.id)}
                  >
                    {item.start}
                    <span className={styles['text']}>
                      <span
                        className={styles['label']}
                        title={typeof item.label === 'string' ? item.label : undefined}
                      >
                        {item.label}
                      </span>
                      {item.description !== undefined && (
                        <span className={styles['description']}>{item.description}</span>
                      )}
                    </span>
                    {item.end}
                  </div>
                ))}
              </div>
            ))}
        </div>
      </Modal.Content>
    </Modal.Root>
  );
}
