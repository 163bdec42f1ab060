/** One message of a server-sent stream; `id` is the number of the event. */
export type SentMessage = {
  readonly id: string | null;
  readonly event: string | null;
  readonly data: string;
};

/** Takes the stream piece by piece, however it was cut, and hands out whole messages. Comments give no message. */
export function streamReader(onMessage: (message: SentMessage) => void): (piece: string) => void {
  let rest = '';
  let id: string | null = null;
  let event: string | null = null;
  let data: string[] = [];
  const line = (text: string) => {
    if (text === '') {
      if (data.length > 0) onMessage({ id, event, data: data.join('\n') });
      event = null;
      data = [];
      return;
    }
    const colon = text.indexOf(':');
    if (colon === 0) return;
    const field = colon < 0 ? text : text.slice(0, colon);
    const value = colon < 0 ? '' : text.slice(colon + 1).replace(/^ /, '');
    if (field === 'id') id = value;
    else if (field === 'event') event = value;
    else if (field === 'data') data.push(value);
  };
  return (piece) => {
    rest += piece;
    for (;;) {
      const end = /\r\n|\n|\r(?!$)/.exec(rest);
      if (end === null) return;
      line(rest.slice(0, end.index));
      rest = rest.slice(end.index + end[0].length);
    }
  };
}
