import { sayInBar } from '#renderer/frame/screen-keys.tsx';
import { useText } from '#renderer/desk/language.ts';
import { handOver } from '#renderer/ui/hand-over.ts';
import type { LevelInput, LevelOutput } from '#shared/contract/level.ts';
import { bytesOfBase64 } from '#shared/domain/printing/base64.ts';
import { problemText } from '#shared/text/problem-text.ts';
import { useLevelCommand } from './level-client.ts';
import { useLevelWords } from './words.ts';

type Wish = LevelInput<'level.export'>;
type WholeFile = LevelOutput<'level.export'>;

/** Hands a file of the level to the browser. */
export function saveFile({ fileName, mediaType, base64 }: WholeFile): void {
  const bytes = bytesOfBase64(base64);
  if (bytes !== undefined) handOver(new Blob([bytes], { type: mediaType }), fileName);
}

/** Has a file made and hands it over; a refusal is said in the bottom bar. Answers the file, or undefined. */
export function useExport(): {
  readonly run: (wish: Wish) => Promise<WholeFile | undefined>;
  readonly isPending: boolean;
} {
  const text = useText();
  const { only } = useLevelWords().levelOffice;
  const { run, isPending } = useLevelCommand('level.export');
  return {
    isPending,
    async run(wish) {
      const reply = await run(wish);
      if (!reply.ok) {
        sayInBar(reply.problem.code === 'not-allowed' ? only : problemText(reply.problem, text), true);
        return undefined;
      }
      saveFile(reply.value);
      return reply.value;
    },
  };
}
