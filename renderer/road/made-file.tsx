import { useText } from '#renderer/desk/language.ts';
import { Button } from '#renderer/ui/button.tsx';
import { handOver } from '#renderer/ui/hand-over.ts';
import { bytesOfBase64 } from '#shared/domain/printing/base64.ts';
import { IconDownload } from '@tabler/icons-react';

export type MadeFile = { readonly fileName: string; readonly base64: string };

/** Puts a file that the desk made where the officer keeps files. */
export function saveMade({ fileName, base64 }: MadeFile): void {
  handOver(new Blob([bytesOfBase64(base64) ?? ''], { type: 'application/octet-stream' }), fileName);
}

/** Saves a file once more, where the first time went wrong. */
export function SaveAgain({ file }: { readonly file: MadeFile }) {
  return (
    <Button size="small" icon={<IconDownload size={16} aria-hidden="true" />} onClick={() => saveMade(file)}>
      {useText().team.file.again}
    </Button>
  );
}
