import { describe, expect, test } from 'vitest';
import { draftSlip } from '#renderer/counter/draft-slip.ts';
import { activatedOf, outcomeOf, type RequestDetail } from '#renderer/counter/outcome-drafts.ts';
import { paperName } from '#renderer/counter/paper-name.ts';
import type { Slip } from '#shared/domain/slip/slip.ts';
import type { TicketDetail } from '#shared/contract/ticket.ts';
import type { PaperState } from '#shared/domain/procedure/vocabulary.ts';
import { catalogue } from '#shared/text/catalogue.ts';

function request(
  part: Partial<RequestDetail>,
  card: PaperState | null = 'seen',
  licence: PaperState | null = null,
): RequestDetail {
  return {
    id: 'r1',
    procedure: 'level-2',
    subject: 'citizen',
    card: 'valid',
    outcome: null,
    activated: false,
    person: null,
    papers: [
      { paper: 'id-card', required: true, wished: true, state: card, number: null, note: null },
      { paper: 'driving-licence', required: false, wished: false, state: licence, number: null, note: null },
    ],
    ...part,
  };
}

describe('the outcome that stands before anybody chooses', () => {
  test.each([
    ['all required papers seen', request({}), 'taken'],
    ['nobody looked yet', request({}, null), null],
    ['the card is missing', request({}, 'missing'), 'papers-missing'],
    ['an optional paper is missing', request({}, 'seen', 'missing'), 'taken'],
    ['guidance', request({ procedure: 'guidance', papers: [] }), 'guided'],
    ['an activation: nobody has seen it yet', request({ procedure: 'activate' }), null],
    ['recorded earlier', request({ outcome: 'referred' }), 'referred'],
  ])('%s', (_name, detail, outcome) => {
    expect(outcomeOf(detail, undefined)).toBe(outcome);
  });

  test('the choice of the officer stands above the suggestion, the record above both', () => {
    expect(outcomeOf(request({}), { outcome: 'left' })).toBe('left');
    expect(outcomeOf(request({ outcome: 'taken' }), { outcome: 'left' })).toBe('taken');
  });

  test('an activation that is chosen as taken is taken to have worked unless said otherwise', () => {
    const activate = request({ procedure: 'activate' });
    expect(activatedOf(activate, undefined)).toBe(false);
    expect(activatedOf(activate, { outcome: 'taken' })).toBe(true);
    expect(activatedOf(activate, { outcome: 'taken', activated: false })).toBe(false);
    expect(activatedOf(request({ procedure: 'level-2' }), undefined)).toBe(false);
  });
});

describe('the slip before finishing', () => {
  const ticket = (detail: RequestDetail): TicketDetail => ({ requests: [detail] }) as unknown as TicketDetail;
  const slip = {
    requests: [
      {
        procedure: 'level-2',
        outcome: null,
        activated: false,
        due: null,
        messageIfTaken: 'Ho so NGUYEN THI BUOI',
      },
    ],
    message: null,
  } as unknown as Slip;
  const rules = [
    {
      triage: { limit: { value: 3, unit: 'working-day' } },
      due: {
        dueOn: '2026-11-25',
        counted: [],
        days: [{ date: '2026-11-25', kind: 'due', index: 3, why: null }],
      },
    },
  ] as unknown as Parameters<typeof draftSlip>[3];

  test.each([
    [{ outcome: 'taken' } as const, 'Ho so NGUYEN THI BUOI'],
    [{ outcome: 'taken', activated: true } as const, null],
    [{ outcome: 'papers-missing' } as const, null],
  ])('shows the message to expect as %j will print it', (draft, message) => {
    expect(draftSlip(slip, ticket(request({})), { r1: draft }, rules).message).toBe(message);
  });

  test('shows the date to which the chosen outcome leads', () => {
    const [line] = draftSlip(slip, ticket(request({})), {}, rules).requests;
    expect(line).toMatchObject({
      outcome: 'taken',
      due: { dueOn: '2026-11-25', days: [{ date: '2026-11-25', kind: 'due', index: 3 }] },
    });
  });

  test('promises no date when papers are missing, the account works already, or no limit is known', () => {
    expect(draftSlip(slip, ticket(request({}, 'missing')), {}, rules).requests[0]?.due).toBeNull();
    expect(
      draftSlip(slip, ticket(request({})), { r1: { activated: true } }, rules).requests[0]?.due,
    ).toBeNull();
    expect(draftSlip(slip, ticket(request({})), {}, []).requests[0]?.due).toBeNull();
  });

  test('leaves what is recorded alone', () => {
    const recorded = {
      requests: [{ procedure: 'level-2', outcome: 'referred', activated: false, due: null }],
      message: null,
    } as unknown as Slip;
    expect(draftSlip(recorded, ticket(request({})), {}, rules)).toEqual(recorded);
  });
});

test('papers that only a rule pack knows have a name too', () => {
  const text = catalogue('vi');
  expect(paperName('id-card', text)).toBe('Thẻ căn cước');
  expect(paperName('school-record', text)).not.toBe('school-record');
});
