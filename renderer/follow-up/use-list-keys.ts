import { useText } from '#renderer/desk/language.ts';
import { useScreenKeys } from '#renderer/frame/screen-keys.tsx';
import { FOLLOW_UP_LISTS, type FollowUpList } from '#shared/domain/account/follow-up.ts';
import type { RefObject } from 'react';

type ListKeys = {
  readonly list: FollowUpList | null;
  readonly show: (list: FollowUpList) => void;
  readonly print: () => void;
  readonly printOff: string | undefined;
  readonly startImport: () => void;
  readonly searching: RefObject<HTMLInputElement | null>;
};

/** Keys of the whole screen: printing, importing, searching, and every list by name. */
export function useListKeys({ list, show, print, printOff, startImport, searching }: ListKeys): void {
  const words = useText().followUp;
  useScreenKeys([
    { key: 'F8', label: words.keyPrint, run: print, disabledReason: printOff },
    { key: 'Alt+N', label: words.keyImport, run: startImport, keywords: 'csv xlsx excel' },
    { key: 'Alt+S', label: words.keySearch, run: () => searching.current?.focus() },
    ...FOLLOW_UP_LISTS.filter((one) => one !== list).map((one) => ({
      label: words.lists[one],
      run: () => show(one),
    })),
  ]);
}
