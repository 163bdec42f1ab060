import { describe, expect, test } from 'vitest';
import { matchKnown } from '#renderer/reception/known-person.ts';
import {
  newRequest,
  NO_PERSON,
  procedureOf,
  requestInput,
  triageQuestion,
  type RequestDraft,
  type TypedPerson,
} from '#renderer/person/reception-draft.ts';
import { useReception } from '#renderer/reception/draft-store.ts';
import { ticketDraft } from '#renderer/reception/ticket-draft.ts';
import { takesBack } from '#renderer/reception/use-reception-actions.ts';
import { openTestDesk, type TestDesk } from '#tests/support/test-desk.ts';

const day = '2026-11-20';
const anh: TypedPerson = {
  ...NO_PERSON,
  fullName: 'Trần Ngọc Ánh',
  idNumber: '052191007781',
  birthDate: '09/08/1991',
  sex: 'female',
};

/** What F8 does: ask triage for every request, then issue. */
function save(desk: TestDesk, person: TypedPerson, requests: readonly RequestDraft[], priority = false) {
  return desk.call('ticket.issue', {
    requests: requests.map((request) => {
      const reply = desk.reply('procedure.triage', triageQuestion(request, person, day));
      return requestInput(
        request,
        procedureOf(request, reply.ok ? reply.value : undefined),
        { person, knownId: null },
        day,
      );
    }),
    priority,
  });
}

describe('reception against a real desk', () => {
  test('a name and the defaults make a level 2 ticket', () => {
    const desk = openTestDesk({ day });
    const ticket = save(desk, { ...NO_PERSON, fullName: 'Lý Thị Thu' }, [newRequest(1)]);
    expect(ticket).toMatchObject({
      number: 'A001',
      state: 'waiting',
      requests: [{ procedure: 'level-2', subject: 'citizen' }],
    });
  });

  test('a mother and her child are two requests of one number, each in its own name', () => {
    const desk = openTestDesk({ day });
    const child: RequestDraft = {
      ...newRequest(2, 'guarded'),
      ward: { ...NO_PERSON, fullName: 'Trần Gia Bảo', birthDate: '01022018' },
    };
    const ticket = save(desk, anh, [newRequest(1), child]);
    const { requests } = desk.call('ticket.get', { ticketId: ticket.id });
    expect(requests.map((request) => request.person?.fullName)).toEqual(['Trần Ngọc Ánh', 'Trần Gia Bảo']);
    expect(requests.map((request) => request.person?.birthDate)).toEqual(['1991-08-09', '2018-02-01']);
  });

  test('who waits today is found without marks, and is offered their own ticket', () => {
    const desk = openTestDesk({ day });
    const ticket = save(desk, anh, [newRequest(1)]);
    const people = desk.call('person.search', { search: 'tran ngoc' });
    const match = matchKnown(people, { ...anh, fullName: 'tran ngoc anh' }, '1991-08-09');
    expect(match).toMatchObject({
      sure: true,
      person: { today: { number: ticket.number, state: 'waiting' } },
    });
  });

  test('somebody who comes twice stays one person', () => {
    const desk = openTestDesk({ day });
    save(desk, anh, [newRequest(1)]);
    save(desk, { ...anh, phone: '0912345640' }, [newRequest(1)]);
    expect(desk.call('person.search', { search: 'tran ngoc anh' }).map((person) => person.phone)).toEqual([
      '0912345640',
    ]);
  });

  test('somebody served today is known with their number and what came of it', () => {
    const desk = openTestDesk({ day });
    const ticket = save(desk, anh, [newRequest(1)]);
    desk.finish(desk.serveNext(), 'referred');
    const match = matchKnown(desk.call('person.search', { search: '052191007781' }), anh, undefined);
    expect(match).toMatchObject({
      sure: true,
      person: {
        today: null,
        servedToday: {
          number: ticket.number,
          requests: [{ procedure: 'level-2', outcome: 'referred' }],
        },
      },
    });
  });

  test('an organisation is kept with its request and printed; a tax number that cannot be is refused', () => {
    const desk = openTestDesk({ day });
    const organisation = { name: 'Công ty Mẫu', taxNumber: '9999999901' };
    const request: RequestDraft = { ...newRequest(1, 'organisation'), organisation };
    const ticket = save(desk, anh, [request]);
    const { requests } = desk.call('ticket.get', { ticketId: ticket.id });
    expect(requests[0]?.organisation).toEqual(organisation);
    const slip = desk.call('slip.show', { ticketId: ticket.id, sheet: 'guidance' });
    expect(slip.requests[0]?.organisation).toEqual(organisation);
    expect(JSON.stringify(desk.desk.eventsSince(0))).not.toContain('Công ty Mẫu');
    expect(
      desk.reply('ticket.issue', {
        requests: [
          {
            procedure: 'organisation',
            subject: 'organisation',
            organisation: { name: 'Công ty Mẫu', taxNumber: '123' },
          },
        ],
      }),
    ).toMatchObject({ ok: false, problem: { code: 'invalid-input' } });
  });

  test('a second visit goes on with the checklist of the first', () => {
    const desk = openTestDesk({ day });
    const first = save(desk, anh, [newRequest(1)]);
    const { requests } = desk.call('ticket.get', { ticketId: first.id });
    const request = requests[0];
    if (request === undefined) throw new Error('a ticket has a request');
    desk.call('request.set-paper', { requestId: request.id, paper: 'health-insurance', state: 'missing' });
    desk.finish(desk.serveNext(), 'papers-missing');

    const match = matchKnown(desk.call('person.search', { search: 'tran ngoc anh' }), anh, '1991-08-09');
    expect(match?.person.unfinished).toMatchObject({
      requestId: request.id,
      procedure: 'level-2',
      missing: expect.arrayContaining(['health-insurance']),
    });
    const again = requestInput(
      { ...newRequest(1), continues: request.id },
      'level-2',
      { person: anh, knownId: match?.person.id ?? null },
      day,
    );
    desk.call('ticket.issue', { requests: [again] });
    expect(desk.call('person.search', { search: 'tran ngoc anh' })[0]?.unfinished).toBeNull();
  });

  test('only the undoing of the issue brings the draft back, not a later cancellation', () => {
    const desk = openTestDesk({ day });
    const undone = save(desk, anh, [newRequest(1)]);
    desk.call('ticket.undo', { ticketId: undone.id });
    const cancelled = save(desk, anh, [newRequest(1)]);
    desk.clock.pass(60);
    desk.call('ticket.cancel', { ticketId: cancelled.id });
    const events = desk.desk.eventsSince(0);
    expect(events.filter((event) => takesBack(event, undone))).toHaveLength(1);
    expect(events.filter((event) => takesBack(event, cancelled))).toEqual([]);
  });

  test('of the priority only that there is one reaches the desk', () => {
    const desk = openTestDesk({ day });
    const ticket = save(desk, anh, [newRequest(1)], true);
    expect(ticket.priority).toBe(true);
    const told = JSON.stringify([desk.call('ticket.get', { ticketId: ticket.id }), desk.desk.eventsSince(0)]);
    for (const name of desk.call('office.show', {})?.settings.priorityClasses ?? [])
      expect(told).not.toContain(name);
  });

  test('the sheet shown in outline is the sheet that is saved, whatever is typed so far', () => {
    const desk = openTestDesk({ day, settings: { largePrintFrom: 60 } });
    desk.issue();
    desk.issue({ priority: true });
    const child: RequestDraft = {
      ...newRequest(2, 'guarded'),
      ward: { ...NO_PERSON, fullName: 'Trần Gia Bảo', birthDate: '2018' },
    };
    const draft = {
      ...useReception.getInitialState(),
      requests: [newRequest(1), child],
      classes: ['Người cao tuổi'],
    };
    const previewOf = (person: TypedPerson) =>
      desk.call('slip.preview', {
        ticketDraft: ticketDraft({ ...draft, person }, ['level-2', 'level-1'], day, null),
      });

    expect(previewOf(NO_PERSON)).toMatchObject({ number: 'A003', person: null, large: false, ahead: 1 });
    const typing = { ...NO_PERSON, fullName: '7', idNumber: '0521', birthDate: '09/08/1951', phone: '09' };
    expect(previewOf(typing)).toMatchObject({ number: 'A003', person: null, large: true });
    const whole = ticketDraft({ ...draft, person: anh }, ['level-2', 'level-1'], day, null);
    const shown = previewOf(anh);
    const { id } = desk.call('ticket.issue', whole);
    expect(desk.call('slip.show', { ticketId: id, sheet: 'number' })).toEqual(shown);
    expect(shown.requests.map(({ forWhom }) => forWhom)).toEqual([null, 'Trần Gia Bảo']);
  });
});
