import { useText } from '#renderer/desk/language.ts';
import { join } from '#renderer/ui/join.ts';
import { Keycap } from '#renderer/ui/keycap.tsx';
import { ageOn } from '#shared/domain/calendar/business-date.ts';
import type { Catalogue } from '#shared/text/vi.ts';
import { useScreenKeys } from '#renderer/frame/screen-keys.tsx';
import { useRef } from 'react';
import type { RequestDetail } from './outcome-drafts.ts';
import styles from './ticket-pane.module.css';

type RequestTabsProps = {
  readonly requests: readonly RequestDetail[];
  readonly businessDay: string;
  readonly chosen: string;
  readonly onChoose: (requestId: string) => void;
  /** Chosen from the keyboard, to go on working in it. */
  readonly onGoTo: (requestId: string) => void;
};

export const PANEL_ID = 'request-panel';

/** One tab for each request; Alt with its digit from anywhere. */
export function RequestTabs({ requests, businessDay, chosen, onChoose, onGoTo }: RequestTabsProps) {
  const text = useText();
  const list = useRef<HTMLDivElement>(null);
  useScreenKeys(
    requests.slice(0, 9).map((request, index) => ({
      key: `Alt+${index + 1}`,
      label: text.common.procedure[request.procedure],
      run: () => onGoTo(request.id),
      hidden: true,
    })),
  );
  return (
    <div
      ref={list}
      role="tablist"
      aria-label={text.counter.requests}
      className={styles['tabs']}
      onKeyDown={(event) => {
        const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
        if (step === 0) return;
        const at = requests.findIndex((request) => request.id === chosen);
        const next = requests[(at + step + requests.length) % requests.length];
        if (next === undefined) return;
        event.preventDefault();
        onChoose(next.id);
        list.current?.querySelectorAll<HTMLElement>('[role="tab"]')[requests.indexOf(next)]?.focus();
      }}
    >
      {requests.map((request, index) => (
        <button
          key={request.id}
          type="button"
          role="tab"
          aria-selected={request.id === chosen}
          aria-controls={PANEL_ID}
          aria-keyshortcuts={index < 9 ? `Alt+${index + 1}` : undefined}
          tabIndex={request.id === chosen ? 0 : -1}
          className={join(styles['tab'], request.id === chosen && styles['tabOn'])}
          onClick={() => onChoose(request.id)}
        >
          <span>{text.common.procedure[request.procedure]}</span>
          <span className={styles['forWhom']}>{forWhom(request, requests[0], businessDay, text)}</span>
          {index < 9 && <Keycap>{`Alt+${index + 1}`}</Keycap>}
        </button>
      ))}
    </div>
  );
}

function forWhom(
  request: RequestDetail,
  first: RequestDetail | undefined,
  businessDay: string,
  text: Catalogue,
): string {
  const { person, organisation } = request;
  if (organisation !== null) return organisation.name;
  if (person === null || person.id === first?.person?.id)
    return request.subject === 'citizen' ? text.counter.self : text.common.subject[request.subject];
  const age = person.birthDate === null ? null : ageOn(person.birthDate, businessDay);
  return age !== null && age.least === age.most && age.least < 18
    ? `${person.fullName}, ${text.common.years(age.least)}`
    : person.fullName;
}
