import { IconPlus, IconX } from '@tabler/icons-react';
import { useText } from '#renderer/desk/language.ts';
import { Button } from '#renderer/ui/button.tsx';
import { join } from '#renderer/ui/join.ts';
import { useReception } from './draft-store.ts';
import { MOST_REQUESTS } from '../person/reception-draft.ts';
import styles from './reception.module.css';

/** The requests of this one number. Alone, a request needs no tab. */
export function RequestTabs({ onAdd }: { readonly onAdd: () => void }) {
  const words = useText().reception;
  const { requests, active, removeRequest, show } = useReception();
  return (
    <>
      {requests.length > 1 && (
        <div className={styles['tabs']} role="group" aria-label={words.requests}>
          {requests.map((request, place) => (
            <span key={request.key} className={join(styles['tab'], place === active && styles['tabOn'])}>
              <button type="button" aria-pressed={place === active} onClick={() => show(place)}>
                {words.request(place + 1)}:{' '}
                {[words.wishes[request.wish], givenName(request.ward.fullName)]
                  .filter((word) => word !== '')
                  .join(', ')}
              </button>
              <button
                type="button"
                className={styles['tabDrop']}
                aria-label={words.removeRequest(place + 1)}
                onClick={() => removeRequest(request.key)}
              >
                <IconX size={14} stroke={1.75} aria-hidden="true" />
              </button>
            </span>
          ))}
        </div>
      )}
      <Button
        variant="quiet"
        size="small"
        icon={<IconPlus aria-hidden="true" />}
        keyHint="Alt+Y"
        disabledReason={requests.length >= MOST_REQUESTS ? words.mostRequests : undefined}
        onClick={onAdd}
      >
        {words.addRequest}
      </Button>
    </>
  );
}

/** The last word of a name, by which people tell each other apart. */
function givenName(name: string): string {
  return name.trim().split(/\s+/u).at(-1) ?? '';
}
