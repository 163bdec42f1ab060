import { inLanguage } from '#shared/domain/language.ts';
import type { ShownPack } from '#shared/contract/rules.ts';
import { problemText } from '#shared/text/problem-text.ts';
import { useState } from 'react';
import { useDesk } from '#renderer/desk/desk-context.ts';
import { useLanguage, useText } from '#renderer/desk/language.ts';
import { useDeskCommand } from '#renderer/desk/use-desk-command.ts';
import { Button } from '#renderer/ui/button.tsx';
import { FileButton } from '../ui/file-button.tsx';
import styles from './rules.module.css';

/** A pack leaves and enters as one JSON file. */
export function PackFiles({ pack }: { readonly pack: ShownPack }) {
  const text = useText();
  const words = text.rules;
  const language = useLanguage();
  const desk = useDesk();
  const bringIn = useDeskCommand('rules.import');
  const [said, setSaid] = useState<string | null>(null);

  const exportPack = async () => {
    const reply = await desk.call('rules.export', { packId: pack.id });
    if (!reply.ok) return setSaid(problemText(reply.problem, text));
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([reply.value.text], { type: 'application/json' }));
    link.download = reply.value.fileName;
    link.click();
    URL.revokeObjectURL(link.href);
  };
  const importPack = async (file: File) => {
    const reply = await bringIn.run({ text: await file.text() });
    setSaid(
      reply.ok
        ? words.imported(inLanguage(reply.value.title, language), reply.value.version)
        : problemText(reply.problem, text),
    );
  };
  return (
    <div className={styles['files']}>
      <Button size="small" onClick={() => void exportPack()}>
        {words.exportPack}
      </Button>
      <FileButton label={words.importPack} onFile={(file) => void importPack(file)} />
      <p role="status">{said}</p>
    </div>
  );
}
