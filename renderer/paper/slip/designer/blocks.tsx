import { useText } from '#renderer/desk/language.ts';
import { Button } from '#renderer/ui/button.tsx';
import { moved } from '#shared/domain/slip/design.ts';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { Switch } from '#renderer/settings/row.tsx';
import own from './designer.module.css';

type BlocksProps<B extends string> = {
  readonly title: string;
  readonly names: Readonly<Record<B, string>>;
  readonly all: readonly B[];
  readonly kept: readonly B[];
  /** The blocks that are printed, in their order. */
  readonly shown: readonly B[];
  readonly onChange: (shown: readonly B[]) => void;
};

/** The parts of one kind of sheet: which are printed, and in which order. */
export function Blocks<B extends string>({ title, names, all, kept, shown, onChange }: BlocksProps<B>) {
  const words = useText().slipSettings.design;
  const hidden = all.filter((block) => !shown.includes(block));
  return (
    <section aria-label={title}>
      <h4 className={own['blocksTitle']}>{title}</h4>
      <ol className={own['blocks']}>
        {[...shown, ...hidden].map((block) => {
          const place = shown.indexOf(block);
          const name = names[block];
          const move = (steps: number): void => onChange(moved(shown, block, steps));
          return (
            <li key={block}>
              {kept.includes(block) ? (
                <span className={own['kept']}>
                  {name} <small>{words.kept}</small>
                </span>
              ) : (
                <Switch
                  label={name}
                  name={words.show(name)}
                  on={place !== -1}
                  onChange={(on) => onChange(on ? [...shown, block] : shown.filter((one) => one !== block))}
                />
              )}
              {place === -1 ? null : (
                <span className={own['moves']}>
                  <Button
                    size="small"
                    variant="quiet"
                    icon={<IconArrowUp size={16} aria-hidden="true" />}
                    aria-label={words.up(name)}
                    style={place === 0 ? { visibility: 'hidden' } : undefined}
                    onClick={() => move(-1)}
                  />
                  <Button
                    size="small"
                    variant="quiet"
                    icon={<IconArrowDown size={16} aria-hidden="true" />}
                    aria-label={words.down(name)}
                    style={place === shown.length - 1 ? { visibility: 'hidden' } : undefined}
                    onClick={() => move(1)}
                  />
                </span>
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
