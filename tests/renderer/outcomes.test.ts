import { describe, expect, test } from 'vitest';
import {
  activatedOf,
  chosenOutcomes,
  detailsOf,
  draftOutcome,
  forgetDrafts,
  outcomeOf,
  type RequestDetail,
  unseenOf,
  useOutcomeDrafts,
} from '#renderer/counter/outcome-drafts.ts';
import { paperName } from '#shared/text/rule-text.ts';
import type { TicketDetail } from '#shared/contract/ticket.ts';
import type { Verdict } from '#shared/domain/procedure/verdict.ts';
import type { PaperState } from '#shared/domain/procedure/vocabulary.ts';
import { catalogue } from '#shared/text/catalogue.ts';

/** What nothing here asks about. */
const HERE: Verdict = {
  pack: 'thu',
  wish: 'level-2',
  residesHere: null,
  band: 'citizen-14',
  procedure: 'level-2',
  eligible: true,
  instead: null,
  here: true,
  places: [],
  reasons: [],
  notes: [],
  limit: null,
  limitRule: null,
  representative: null,
  provisional: false,
  byOfficer: false,
};

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
    specialCase: null,
    person: null,
    verdict: { ...HERE, reasons: [], tell: [], places: [] },
    decision: null,
    excuse: null,
    organisation: null,
    referredTo: null,
    referralReason: null,
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

test('what the slip is shown with is what finishing would store: chosen or suggested, not what is recorded', () => {
  const papers = request({}).papers;
  const ticket = {
    requests: [
      request({ id: 'r1' }),
      request({ id: 'r2', outcome: 'referred' }),
      request({ id: 'r3', papers: papers.map((line) => ({ ...line, state: null })) }),
      request({ id: 'r4', procedure: 'organisation', papers: [] }),
    ],
  } as unknown as TicketDetail;
  const drafts = {
    r1: { activated: true },
    r4: { outcome: 'referred', referredTo: 'PC06', referralReason: '' },
  } as const;
  expect(chosenOutcomes(ticket, drafts)).toEqual([
    { requestId: 'r1', outcome: 'taken', activated: true },
    { requestId: 'r4', outcome: 'referred', activated: false, referredTo: 'PC06' },
  ]);
});

test('papers that only a rule pack knows have a name too', () => {
  const text = catalogue('vi');
  expect(paperName('id-card', text)).toBe('Thẻ căn cước');
  expect(paperName('school-record', text)).not.toBe('school-record');
});

describe('a required paper that nobody has seen', () => {
  const taken = { outcome: 'taken' } as const;
  test.each([
    ['keeps a request from being taken', request({}, null), taken, ['id-card']],
    ['is no matter while nothing is chosen', request({}, null), undefined, []],
    ['is no matter for another outcome', request({}, null), { outcome: 'left' } as const, []],
    ['is no matter once it was seen', request({}), taken, []],
    ['is no matter once it was excused', request({ excuse: 'Đang làm lại thẻ' }, null), taken, []],
    [
      'is no matter with an excuse that is being typed',
      request({}, null),
      { ...taken, excuse: 'Mai nộp' },
      [],
    ],
    ['is not excused by blanks', request({}, null), { ...taken, excuse: '  ' }, ['id-card']],
    ['is no matter of what was recorded', request({ outcome: 'taken' }, null), undefined, []],
  ] as const)('%s', (_what, asked, draft, unseen) => expect(unseenOf(asked, draft)).toEqual(unseen));
});

test('an excuse goes with what is taken, place and reason with what is referred, and nothing that is blank', () => {
  const draft = { excuse: ' Mai nộp ', referredTo: 'nơi-1', referralReason: 'residence-elsewhere' } as const;
  expect(detailsOf('taken', draft)).toEqual({ excuse: 'Mai nộp' });
  expect(detailsOf('referred', draft)).toEqual({
    referredTo: 'nơi-1',
    referralReason: 'residence-elsewhere',
  });
  expect(detailsOf('referred', { referredTo: '', referralReason: '' })).toEqual({});
  expect(detailsOf('taken', { excuse: '  ' })).toEqual({});
  expect(detailsOf('left', draft)).toEqual({});
});

test('what is chosen for a request adds up until its ticket is done with', () => {
  draftOutcome('r1', { outcome: 'taken' });
  draftOutcome('r1', { excuse: 'Mai nộp' });
  draftOutcome('r2', { outcome: 'left' });
  expect(useOutcomeDrafts.getState().byRequest).toEqual({
    r1: { outcome: 'taken', excuse: 'Mai nộp' },
    r2: { outcome: 'left' },
  });
  forgetDrafts(['r1']);
  expect(useOutcomeDrafts.getState().byRequest).toEqual({ r2: { outcome: 'left' } });
});
