import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useState } from 'react';
import { Button } from './button.tsx';

type CopyButtonProps = { readonly value: string; readonly label: string; readonly done: string };

/** Puts a text on the clipboard and says so on its own face. */
export function CopyButton({ value, label, done }: CopyButtonProps) {
  const [copied, setCopied] = useState<string | null>(null);
  const isDone = copied === value;
  const copy = async () => {
    await navigator.clipboard.writeText(value);
    setCopied(value);
  };
  return (
    <Button
      size="small"
      icon={isDone ? <IconCheck aria-hidden="true" /> : <IconCopy aria-hidden="true" />}
      onClick={() => void copy().catch(() => setCopied(null))}
    >
      <span aria-live="polite">{isDone ? done : label}</span>
    </Button>
  );
}
