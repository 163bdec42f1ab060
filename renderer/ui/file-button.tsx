import { useRef } from 'react';
import { Button } from './button.tsx';

/** A button that asks for one file, JSON where nothing else is said. */
export function FileButton({
  label,
  size = 'small',
  accept = 'application/json,.json',
  onFile,
}: {
  readonly label: string;
  readonly size?: 'small' | 'normal';
  readonly accept?: string;
  readonly onFile: (file: File) => void;
}) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button size={size} onClick={() => input.current?.click()}>
        {label}
      </Button>
      <input
        ref={input}
        type="file"
        accept={accept}
        hidden
        aria-label={label}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          event.currentTarget.value = '';
          if (file !== undefined) onFile(file);
        }}
      />
    </>
  );
}
