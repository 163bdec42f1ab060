import { useLanguage, useText } from '#renderer/desk/language.ts';
import { join } from '#renderer/ui/join.ts';
import { NumberText } from '#renderer/ui/number-text.tsx';
import { formatNumber } from '#shared/text/format.ts';
import styles from './figure.module.css';
import { openFigure, useOpenedFigure, type OpenedFigure } from './figure-store.ts';

type FigureButtonProps = OpenedFigure & { readonly className?: string | undefined };

/** A figure that opens the requests it counts; nothing stands behind a zero. */
export function FigureButton({ className, ...of }: FigureButtonProps) {
  const words = useText().dashboard;
  const language = useLanguage();
  const { opened } = useOpenedFigure();
  const shown = formatNumber(of.count, language);
  if (of.count === 0) return <NumberText className={join(styles['zero'], className)}>{shown}</NumberText>;
  const isOpen = opened !== null && opened.name === of.name && opened.businessDay === of.businessDay;
  return (
    <button
      type="button"
      className={join(styles['figure'], className)}
      aria-label={words.open(of.name, shown)}
      aria-pressed={isOpen}
      onClick={() => openFigure(of)}
    >
      <NumberText>{shown}</NumberText>
    </button>
  );
}
