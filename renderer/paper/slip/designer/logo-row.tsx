import { useText } from '#renderer/desk/language.ts';
import { Button } from '#renderer/ui/button.tsx';
import type { LogoDots } from '#shared/domain/slip/design.ts';
import { IconPhoto, IconTrash } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { Row } from '#renderer/settings/row.tsx';
import styles from '#renderer/settings/settings.module.css';
import own from './designer.module.css';
import { readLogo, type LogoProblem } from './read-logo.ts';

type LogoRowProps = {
  readonly logo: LogoDots | null;
  readonly onChange: (logo: LogoDots | null) => void;
};

/** The picture at the top of a slip: chosen, turned into black dots, or refused with the reason. */
export function LogoRow({ logo, onChange }: LogoRowProps) {
  const words = useText().slipSettings.design;
  const input = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<LogoProblem | null>(null);
  const take = async (file: File): Promise<void> => {
    const read = await readLogo(file);
    setProblem(read.ok ? null : read.problem);
    if (read.ok) onChange(read.logo);
  };
  return (
    <Row title={words.logo} hint={words.logoHint}>
      <div className={styles['actions']}>
        <Button
          size="small"
          icon={<IconPhoto size={16} aria-hidden="true" />}
          onClick={() => input.current?.click()}
        >
          {words.logoChoose}
        </Button>
        {logo === null ? null : (
          <Button
            size="small"
            variant="quiet"
            icon={<IconTrash size={16} aria-hidden="true" />}
            onClick={() => {
              setProblem(null);
              onChange(null);
            }}
          >
            {words.logoRemove}
          </Button>
        )}
        <input
          ref={input}
          type="file"
          accept="image/png,image/jpeg"
          hidden
          aria-label={words.logoChoose}
          onChange={(event) => {
            const file = event.currentTarget.files?.[0];
            event.currentTarget.value = '';
            if (file !== undefined) void take(file);
          }}
        />
      </div>
      {problem === null ? null : (
        <p role="alert" className={own['problem']}>
          {words.logoProblem[problem]}
        </p>
      )}
    </Row>
  );
}
