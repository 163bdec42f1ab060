import { rowAfter } from '#renderer/ui/list-keys.ts';
import { useEffect, useId, type ReactNode, type Ref } from 'react';

type ChosenListProps<R> = {
  readonly ref: Ref<HTMLDivElement>;
  readonly label: string;
  readonly rows: readonly R[];
  readonly idOf: (row: R) => string;
  readonly chosen: string;
  readonly onChoose: (id: string) => void;
  /** Enter on the chosen one. */
  readonly onOpen?: () => void;
  /** Of the list, and of a row, which lays out its cells. */
  readonly className: string | undefined;
  readonly rowClass: string | undefined;
  readonly children: (row: R) => ReactNode;
};

/** Rows of which one is chosen, and shown beside the list; one stop for Tab, the arrows walk. */
export function ChosenList<R>(props: ChosenListProps<R>) {
  const { ref, label, rows, idOf, chosen, onChoose, onOpen, className, rowClass, children } = props;
  const id = useId();
  useEffect(() => {
    document.getElementById(`${id}-${chosen}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, chosen]);
  return (
    <div
      ref={ref}
      role="listbox"
      aria-label={label}
      aria-activedescendant={rows.length === 0 ? undefined : `${id}-${chosen}`}
      tabIndex={0}
      data-focus-home
      className={className}
      onKeyDown={(event) => {
        if (event.key === 'Enter') onOpen?.();
        const at = rows.findIndex((row) => idOf(row) === chosen);
        const next = rows[rowAfter(event.key, at, rows.length) ?? -1];
        if (next === undefined) return;
        event.preventDefault();
        onChoose(idOf(next));
      }}
    >
      {rows.map((row) => (
        <div
          key={idOf(row)}
          id={`${id}-${idOf(row)}`}
          role="option"
          aria-selected={idOf(row) === chosen}
          className={rowClass}
          onClick={() => onChoose(idOf(row))}
        >
          {children(row)}
        </div>
      ))}
    </div>
  );
}
