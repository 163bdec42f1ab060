import { useText } from '#renderer/desk/language.ts';
import { useDeskCommand } from '#renderer/desk/use-desk-command.ts';
import { sayInBar } from '#renderer/frame/screen-keys.tsx';
import type { Output } from '#shared/contract/desk-contract.ts';
import type { FollowUpRow } from '#shared/contract/follow-up.ts';
import type { DeskProblem } from '#shared/contract/problem.ts';
import type { ContactResult, InactiveReason } from '#shared/domain/account/follow-up.ts';

export type Followed = Output<'follow-up.show'>;

export type FollowUpMoves = {
  readonly activate: (
    row: FollowUpRow,
    activatedOn: string,
    source: 'desk' | 'telephone',
  ) => Promise<boolean>;
  readonly withdraw: (row: FollowUpRow) => Promise<boolean>;
  readonly setReason: (row: FollowUpRow, reason: InactiveReason | null) => Promise<boolean>;
  readonly setNote: (row: FollowUpRow, note: string) => Promise<boolean>;
  readonly setNotice: (row: FollowUpRow, noticedOn: string | null) => Promise<boolean>;
  readonly recordContact: (row: FollowUpRow, result: ContactResult) => Promise<boolean>;
  readonly isPending: boolean;
  readonly problem: DeskProblem | undefined;
  readonly reset: () => void;
};

/** What an officer can record of one person; a reason or an activation heard on the telephone is a contact as well. */
export function useFollowUpMoves(): FollowUpMoves {
  const text = useText();
  const words = text.followUp;
  const activate = useDeskCommand('follow-up.activate');
  const withdraw = useDeskCommand('follow-up.withdraw');
  const reason = useDeskCommand('follow-up.set-reason');
  const notice = useDeskCommand('follow-up.set-notice');
  const contact = useDeskCommand('follow-up.record-contact');
  const all = [activate, withdraw, reason, notice, contact];
  const nameOf = (row: FollowUpRow) => row.fullName ?? row.number ?? text.common.noName;
  const said = (isDone: boolean, sentence: string): boolean => {
    if (isDone) sayInBar(sentence);
    return isDone;
  };
  return {
    async activate(row, activatedOn, source) {
      const reply = await activate.run({ requestId: row.requestId, activatedOn, source });
      if (reply.ok && source === 'telephone')
        await contact.run({ requestId: row.requestId, result: 'reached' });
      return said(reply.ok, words.doneActivate(nameOf(row)));
    },
    async withdraw(row) {
      const reply = await withdraw.run({ requestId: row.requestId });
      return said(reply.ok, words.takenBack(nameOf(row)));
    },
    async setReason(row, code) {
      const reply = await reason.run({ requestId: row.requestId, reason: code, note: row.note ?? '' });
      if (reply.ok && code !== null) await contact.run({ requestId: row.requestId, result: 'reached' });
      return said(
        reply.ok,
        words.doneReason(nameOf(row), code === null ? words.noReason : text.account.reason[code]),
      );
    },
    async setNote(row, note) {
      const reply = await reason.run({ requestId: row.requestId, reason: row.reason, note });
      return reply.ok;
    },
    async setNotice(row, noticedOn) {
      const reply = await notice.run({ requestId: row.requestId, noticedOn });
      return said(reply.ok, words.doneNotice(nameOf(row)));
    },
    async recordContact(row, result) {
      const reply = await contact.run({ requestId: row.requestId, result });
      return said(reply.ok, words.doneContact(nameOf(row), text.account.contact[result]));
    },
    isPending: all.some((command) => command.isPending),
    problem: all.find((command) => command.problem !== undefined)?.problem,
    reset: () => all.forEach((command) => command.reset()),
  };
}
