import { useText } from '#renderer/desk/language.ts';
import { useDeskCommand } from '#renderer/desk/use-desk-command.ts';
import type { CommandName, Input } from '#shared/contract/desk-contract.ts';
import type { OfficeSettings } from '#shared/contract/office.ts';
import type { DeskReply } from '#shared/contract/problem.ts';
import { formatTime } from '#shared/text/format.ts';
import { problemText } from '#shared/text/problem-text.ts';
import { useState } from 'react';

/** What became of the latest change, in words. */
export type Saying = { readonly tone: 'good' | 'bad'; readonly words: string };

export type OfficeChange = {
  readonly saying: Saying | null;
  /** Saves settings at once; `what` names them in the sentence that follows. */
  readonly change: (part: Partial<OfficeSettings>, what: string) => Promise<boolean>;
  readonly update: (part: Input<'office.update'>, what: string) => Promise<boolean>;
  readonly addCounter: (part: Input<'counter.add'>, what: string) => Promise<boolean>;
  readonly updateCounter: (part: Input<'counter.update'>, what: string) => Promise<boolean>;
  readonly saveSeries: (part: Input<'series.save'>, what: string) => Promise<boolean>;
  /** Says why something was not even sent. */
  readonly refuse: (words: string) => void;
};

/** Every change of a section goes through here, so that each says whether it was saved. */
export function useOfficeChange(): OfficeChange {
  const text = useText();
  const office = useDeskCommand('office.update');
  const addCounter = useDeskCommand('counter.add');
  const counter = useDeskCommand('counter.update');
  const series = useDeskCommand('series.save');
  const [saying, setSaying] = useState<Saying | null>(null);

  function saver<M extends CommandName>(command: { run: (input: Input<M>) => Promise<DeskReply<unknown>> }) {
    return async (input: Input<M>, what: string): Promise<boolean> => {
      const reply = await command.run(input);
      setSaying(
        reply.ok
          ? { tone: 'good', words: text.settings.saved(what, formatTime(new Date().toISOString())) }
          : { tone: 'bad', words: `${text.settings.notSaved(what)}. ${problemText(reply.problem, text)}` },
      );
      return reply.ok;
    };
  }
  const update = saver<'office.update'>(office);
  return {
    saying,
    update,
    change: (settings, what) => update({ settings }, what),
    addCounter: saver<'counter.add'>(addCounter),
    updateCounter: saver<'counter.update'>(counter),
    saveSeries: saver<'series.save'>(series),
    refuse: (words) => setSaying({ tone: 'bad', words }),
  };
}
