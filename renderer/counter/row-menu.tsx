import { useText } from '#renderer/desk/language.ts';
import type { QueueRow } from '#shared/contract/ticket.ts';
import { Menu } from '@mantine/core';
import type { TicketAction } from './ticket-actions.ts';

export type RowMenuPlace = { readonly row: QueueRow; readonly at: DOMRect };

type RowMenuProps = {
  readonly place: RowMenuPlace;
  readonly actions: readonly TicketAction[];
  readonly onClose: () => void;
};

/** What else can be done with a ticket of the line, at the place where it was asked for. */
export function RowMenu({ place, actions, onClose }: RowMenuProps) {
  const text = useText();
  return (
    <Menu
      opened
      onChange={(opened) => !opened && onClose()}
      position="bottom-start"
      width={260}
      clickOutsideEvents={['mousedown', 'touchstart']}
    >
      <Menu.Target>
        <span
          aria-hidden="true"
          style={{
            position: 'fixed',
            left: place.at.left + 60,
            top: place.at.top,
            width: 1,
            height: place.at.height,
          }}
        />
      </Menu.Target>
      <Menu.Dropdown aria-label={text.queue.more(place.row.number)}>
        <Menu.Label>
          {place.row.number} {place.row.name}
        </Menu.Label>
        {actions.map((action) => (
          <Menu.Item key={action.label} onClick={action.run}>
            {action.label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
