import { IconFolderOpen, IconFolderSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useText } from '#renderer/desk/language.ts';
import { useDeskQuery } from '#renderer/desk/use-desk-query.ts';
import { Button } from '#renderer/ui/button.tsx';

/** Whose folder it is: that of the PC with the desk, which is another one where this PC joined it, or always this PC's own. */
type Whose = { readonly own?: boolean };

/** The PC under this window, if the folder is its: none in a browser. */
function usePc({ own = false }: Whose) {
  const isJoined = useDeskQuery('system.health', {}).value?.joinedAs !== undefined;
  return own || !isJoined ? window.pcBridge : undefined;
}

type ChooseFolderProps = Whose & { readonly from: string; readonly onChosen: (folder: string) => void };

/** Chooses a folder in the dialogue of the PC, beside a field where it can be typed. */
export function ChooseFolder({ from, onChosen, ...whose }: ChooseFolderProps) {
  const words = useText().frame;
  const pc = usePc(whose);
  const [isOpen, setOpen] = useState(false);
  if (pc === undefined) return null;
  const choose = async () => {
    setOpen(true);
    const folder = await pc.ask({ ask: 'choose-folder', from }).finally(() => setOpen(false));
    if (folder !== null) onChosen(folder);
  };
  return (
    <Button
      size="small"
      isPending={isOpen}
      icon={<IconFolderSearch size={16} aria-hidden="true" />}
      onClick={() => void choose()}
    >
      {words.chooseFolder}
    </Button>
  );
}

/** Shows where a file or a folder lies, in the system's own window. */
export function ShowInFolder({ path, ...whose }: Whose & { readonly path: string }) {
  const words = useText().frame;
  const pc = usePc(whose);
  if (pc === undefined || path === '') return null;
  return (
    <Button
      size="small"
      variant="quiet"
      icon={<IconFolderOpen size={16} aria-hidden="true" />}
      onClick={() => void pc.ask({ ask: 'show-in-folder', path })}
    >
      {words.showInFolder}
    </Button>
  );
}
