import type { Office } from '#shared/contract/office.ts';
import { useDeskQuery } from '#renderer/desk/use-desk-query.ts';
import { usePlace } from '#renderer/frame/place.ts';
import { isTyping, chordOf, mayRun } from '#renderer/ui/key-chord.ts';
import { useText } from '#renderer/desk/language.ts';
import { useScreenKeys, type ScreenKey } from '#renderer/frame/screen-keys.tsx';
import { correctPerson } from '#renderer/person/correction.ts';
import { useEffect, useEffectEvent } from 'react';
import { useReception } from './draft-store.ts';
import { focusSection } from './section.tsx';
import type { ReceptionActions } from './use-reception-actions.ts';

/** The counter this PC works at: the one it was given, else the first of the office. */
function useOwnCounter(office: Office): Office['counters'][number] | undefined {
  const own = useDeskQuery('device.settings', {}).value?.counterId;
  const active = office.counters.filter((counter) => counter.active);
  return active.find(({ id }) => id === own) ?? active[0];
}

/** The keys of reception, for the bottom bar and the palette. */
export function useReceptionKeys(
  actions: ReceptionActions,
  office: Office,
  remark: (() => void) | undefined,
  askHome: () => void,
): void {
  const text = useText();
  const words = text.reception;
  const prints = office.settings.printing !== 'none';
  const go = usePlace((state) => state.go);
  const counter = useOwnCounter(office);
  const { dropped, issued, known, corrected } = useReception();
  useUndoInFields(actions.bringBack);
  const { live, served, earlier, blocked: disabledReason } = actions;
  const ofDuplicate: ScreenKey[] =
    live === null
      ? []
      : [
          ...(prints
            ? [{ key: 'Alt+I', label: words.duplicate.reprint(live.number), run: actions.reprintLive }]
            : []),
          { key: 'Alt+A', label: words.duplicate.addRequest(live.number), run: actions.addToLive },
          { key: 'Alt+N', label: words.duplicate.issueAnyway, run: () => actions.issue(prints, true) },
        ];
  const again: ScreenKey[] =
    served === null
      ? []
      : [{ key: 'Alt+N', label: words.duplicate.issueAnyway, run: () => actions.issue(prints, true) }];
  useScreenKeys([
    { key: 'F2', label: words.key.again, run: actions.startOver },
    {
      key: 'F8',
      label: prints ? words.key.save : words.saveAndShow,
      run: () => actions.issue(prints),
      disabledReason,
    },
    { key: 'Shift+F8', label: words.key.saveNoPrint, run: () => actions.issue(false), disabledReason },
    ...(counter === undefined
      ? []
      : [
          {
            key: 'F4',
            label: words.key.callAt(counter.name),
            run: () => go({ counterId: counter.id }, { callNext: true }),
          },
        ]),
    { key: 'Alt+Y', label: words.key.addRequest, run: actions.addRequest },
    ...(dropped === null ? [] : [{ key: 'Ctrl+Z', label: words.key.bringBack, run: actions.bringBack }]),
    ...[1, 2, 3, 4].map((part) => ({
      key: `Alt+${part}`,
      label: `${words.key.section} ${part}`,
      run: () => focusSection(part),
      hidden: true,
    })),
    ...(issued === null
      ? []
      : [
          {
            label: text.person.correct,
            run: () => correctPerson({ ticketId: issued.ticket.id, number: issued.ticket.number }),
          },
        ]),
    ...(remark === undefined ? [] : [{ key: 'Alt+R', label: text.person.remark.write, run: remark }]),
    ...(known === null
      ? []
      : [{ label: text.person.correct, run: () => correctPerson({ person: known, onSaved: corrected }) }]),
    { key: 'Alt+V', label: text.visit.homeForm.titleNew, run: askHome },
    ...(earlier === null ? [] : [{ key: 'Alt+T', label: words.unfinished.goOn, run: actions.goOn }]),
    ...ofDuplicate,
    ...again,
  ]);
}

/** Right after a card filled the fields nobody has typed in them: Ctrl+Z there takes back the card, not letters. */
function useUndoInFields(bringBack: () => void): void {
  const undo = useEffectEvent((event: KeyboardEvent) => {
    const { isAsBrought, dropped } = useReception.getState();
    if (chordOf(event) !== 'Ctrl+Z' || !isAsBrought || dropped === null) return;
    if (!isTyping(event.target) || mayRun(event) || event.isComposing) return;
    if (document.querySelector('[role="dialog"][aria-modal="true"]') !== null) return;
    event.preventDefault();
    bringBack();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => undo(event);
    window.addEventListener('keydown', listener, true);
    return () => window.removeEventListener('keydown', listener, true);
  }, []);
}
