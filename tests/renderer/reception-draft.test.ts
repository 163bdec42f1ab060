import { fc } from '#tests/support/property.ts';
import { describe, expect, test } from 'vitest';
import { triageAnswer } from '#shared/contract/procedure.ts';
import { requestInput as requestInputShape } from '#shared/contract/ticket.ts';
import { CARD_STATES, PROCEDURES, SUBJECTS, WISHES } from '#shared/domain/procedure/vocabulary.ts';
import {
  birthDateFor,
  newRequest,
  organisationFaults,
  NO_PERSON,
  personFaults,
  personInput,
  procedureOf,
  procedureWithoutTriage,
  requestInput,
  triageQuestion,
  wardFaults,
  type TypedPerson,
} from '#renderer/person/reception-draft.ts';

const today = '2026-11-20';
const lan: TypedPerson = {
  fullName: '  Trần   Ngọc Ánh ',
  idNumber: '052 191 007 781',
  birthDate: '09081991',
  sex: 'female',
  phone: '+84 912 345 640',
};

function answer(part: Partial<ReturnType<typeof triageAnswer.parse>>) {
  return triageAnswer.parse({
    eligible: true,
    band: 'adult',
    papers: [],
    where: [],
    here: true,
    refused: [],
    reasons: [],
    notes: [],
    tell: [],
    maybeElderly: false,
    pack: 'nd-69-2024',
    ...part,
  });
}

describe('the person', () => {
  test('is saved as the desk wants it, however it was typed', () => {
    expect(personInput(lan, today)).toEqual({
      fullName: 'Trần Ngọc Ánh',
      idNumber: '052191007781',
      birthDate: '1991-08-09',
      sex: 'female',
      phone: '0912345640',
    });
  });

  test('needs nothing but a name', () => {
    expect(personFaults({ ...NO_PERSON, fullName: 'Đặng Văn B' }, today)).toEqual({});
    expect(personInput({ ...NO_PERSON, fullName: 'Đặng Văn B' }, today)).toEqual({ fullName: 'Đặng Văn B' });
  });

  test.each<[Partial<TypedPerson>, object]>([
    [{ fullName: ' ' }, { fullName: 'empty' }],
    [{ fullName: 'Nguy?n V?n An' }, { fullName: 'letters-lost' }],
    [{ fullName: '052191007781' }, { fullName: 'digits' }],
    [{ fullName: 'a'.repeat(201) }, { fullName: 'too-long' }],
    [{ idNumber: '12345' }, { idNumber: 'shape' }],
    [{ idNumber: '0521910077811' }, { idNumber: 'shape' }],
    [{ idNumber: '123456789' }, {}],
    [{ birthDate: '31022000' }, { birthDate: 'wrong' }],
    [{ birthDate: '01012027' }, { birthDate: 'future' }],
    [{ phone: '12345' }, { phone: 'shape' }],
    [{ phone: '0912 345 678' }, {}],
  ])('%j has the faults %j', (part, faults) => {
    expect(personFaults({ ...lan, ...part }, today)).toEqual(faults);
  });

  test('a number that disagrees with the sex is no fault', () => {
    expect(personFaults({ ...lan, idNumber: '052091007781', sex: 'female' }, today)).toEqual({});
  });
});

describe('a guarded person', () => {
  const guarded = (ward: string, birthDate = '') => {
    const request = { ...newRequest(1), subject: 'guarded' as const };
    const typed = { ...request, ward: { ...request.ward, fullName: ward, birthDate } };
    return requestInput(typed, 'level-1', { person: lan, knownId: null }, today).person?.fullName;
  };

  test.each([
    // The same name, typed without marks, in capitals or with other spaces, is the person who came.
    ['Tran Ngoc Anh', 'Trần Ngọc Ánh'],
    ['TRẦN  NGỌC ÁNH ', 'Trần Ngọc Ánh'],
    ['', 'Trần Ngọc Ánh'],
    ['Trần Ngọc An', 'Trần Ngọc An'],
    ['Lê  Thị Mẫu ', 'Lê Thị Mẫu'],
  ])('written as %j is saved as %s', (ward, saved) => {
    expect(guarded(ward)).toBe(saved);
  });
});

describe('the procedure', () => {
  test('is what triage says, or what it offers instead, or guidance', () => {
    const request = newRequest(1);
    expect(procedureOf(request, answer({ procedure: 'level-2' }))).toBe('level-2');
    expect(procedureOf(request, answer({ eligible: false, instead: 'level-1' }))).toBe('level-1');
    expect(procedureOf(request, answer({ eligible: false }))).toBe('guidance');
  });

  test('is the officer’s where the officer chose', () => {
    expect(procedureOf({ ...newRequest(1), byHand: 'unlock' }, answer({ procedure: 'level-2' }))).toBe(
      'unlock',
    );
  });

  test.each([
    [{ subject: 'citizen', wish: 'level-2', card: 'valid' }, 'level-2'],
    [{ subject: 'citizen', wish: 'level-2', card: 'lost' }, 'level-2-with-card'],
    [{ subject: 'citizen', wish: 'level-1', card: 'lost' }, 'level-1'],
    [{ subject: 'organisation', wish: 'level-2', card: 'valid' }, 'organisation'],
    [{ subject: 'organisation', wish: 'guidance', card: 'valid' }, 'guidance'],
  ] as const)('without triage %j becomes %s', (request, procedure) => {
    expect(procedureWithoutTriage(request)).toBe(procedure);
  });

  test('exists for everything that can be asked, so that a number can always be given', () => {
    for (const subject of SUBJECTS)
      for (const wish of WISHES)
        for (const card of CARD_STATES)
          expect(PROCEDURES).toContain(procedureWithoutTriage({ subject, wish, card }));
  });
});

describe('a request for a ward', () => {
  const child = {
    ...newRequest(1),
    subject: 'guarded' as const,
    ward: { ...NO_PERSON, fullName: 'Trần Gia Bảo', birthDate: '01022018' },
  };

  test('is in the name of the ward, with the phone of the one who came', () => {
    expect(requestInput(child, 'level-2', { person: lan, knownId: 'p' }, today)).toEqual({
      procedure: 'level-2',
      subject: 'guarded',
      card: 'valid',
      wish: 'level-2',
      person: { fullName: 'Trần Gia Bảo', birthDate: '2018-02-01', phone: '0912345640' },
    });
  });

  test('is decided by the age of the ward', () => {
    expect(birthDateFor(child, lan, today)).toBe('2018-02-01');
    expect(triageQuestion(child, lan, today)).toMatchObject({ subject: 'guarded', birthDate: '2018-02-01' });
  });

  test('without a ward it is the person at the desk', () => {
    const self = { ...child, ward: { ...NO_PERSON, fullName: '', birthDate: '' } };
    expect(requestInput(self, 'level-2', { person: lan, knownId: null }, today).person?.fullName).toBe(
      'Trần Ngọc Ánh',
    );
    expect(birthDateFor(self, lan, today)).toBe('1991-08-09');
    expect(wardFaults(self, today)).toEqual({});
  });

  test('a ward’s birth date without a name is not enough', () => {
    expect(
      wardFaults({ ...child, ward: { ...NO_PERSON, fullName: '', birthDate: '01022018' } }, today),
    ).toEqual({
      fullName: 'empty',
    });
    expect(
      wardFaults({ ...child, ward: { ...NO_PERSON, fullName: 'Bảo', birthDate: '31022018' } }, today),
    ).toEqual({
      birthDate: 'wrong',
    });
  });
});

describe('what is sent', () => {
  test('a known person is named by id, and what was corrected goes with it', () => {
    const knownId = '0192f0c0-0000-7000-8000-000000000001';
    expect(requestInput(newRequest(1), 'activate', { person: lan, knownId }, today)).toMatchObject({
      personId: knownId,
      person: { phone: '0912345640' },
    });
  });

  test('never fails the contract once there are no faults', () => {
    const typed = fc.record({
      fullName: fc.oneof(fc.string({ unit: 'grapheme', maxLength: 220 }), fc.constant(' Lê  Thị Hoa\u200b ')),
      idNumber: fc.stringMatching(/^[0-9 .]{0,14}$/),
      birthDate: fc.stringMatching(/^[0-9/]{0,10}$/),
      sex: fc.constantFrom('male' as const, 'female' as const, null),
      phone: fc.oneof(fc.stringMatching(/^\+?[0-9 ]{0,14}$/), fc.stringMatching(/^(0|\+84)[35789][0-9]{8}$/)),
    });
    fc.assert(
      fc.property(typed, (whole) => {
        // What has a fault is corrected; whatever has none must pass as it is.
        const faults = personFaults(whole, today);
        const person = {
          ...whole,
          ...Object.fromEntries(
            Object.keys(faults).map((field) => [field, field === 'fullName' ? 'Lê Thị Hoa' : '']),
          ),
        };
        const sent = requestInput(newRequest(1), 'level-2', { person, knownId: null }, today);
        expect(requestInputShape.safeParse(sent).error).toBeUndefined();
      }),
      { numRuns: 500 },
    );
  });
});

describe('the organisation of a request', () => {
  const of = (name: string, taxNumber: string, subject: 'organisation' | 'citizen' = 'organisation') => ({
    ...newRequest(1),
    subject,
    organisation: { name, taxNumber },
  });
  test.each([
    ['may be left out', of('', ''), {}],
    ['may have no tax number', of('Công ty Hoa Gạo', ' '), {}],
    ['is known by name and number', of('Công ty Hoa Gạo', '0100109106'), {}],
    ['has a name where it has a number', of(' ', '0100109106'), { name: 'empty' }],
    ['has a number of the right shape', of('Công ty Hoa Gạo', '01001'), { taxNumber: 'shape' }],
    ['can have both faults', of('', '01001'), { name: 'empty', taxNumber: 'shape' }],
    ['is asked of nobody else', of('', '01001', 'citizen'), {}],
  ] as const)('%s', (_what, request, faults) => expect(organisationFaults(request)).toEqual(faults));
});
