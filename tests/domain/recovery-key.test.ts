import { expect, test } from 'vitest';
import { readRecoveryKey, recoveryKeyText } from '#shared/domain/backup/recovery-key.ts';
import { fc } from '#tests/support/property.ts';

const values = fc.array(fc.integer({ min: 0, max: 31 }), { minLength: 26, maxLength: 26 });

test('a key is seven groups of four and reads back however it is typed', () => {
  fc.assert(
    fc.property(values, (drawn) => {
      const text = recoveryKeyText(drawn);
      expect(text).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}$/);
      const plain = text.replaceAll('-', '').slice(0, 26);
      expect(readRecoveryKey(text)).toBe(plain);
      const typed = ` ${text.toLowerCase().replaceAll('-', ' – ').replaceAll('0', 'o').replaceAll('1', 'l')}\n`;
      expect(readRecoveryKey(typed)).toBe(plain);
    }),
  );
});

test('any one wrong sign and any two that changed places are noticed', () => {
  fc.assert(
    fc.property(values, fc.nat(27), fc.integer({ min: 1, max: 31 }), (drawn, at, step) => {
      const signs = [...recoveryKeyText(drawn).replaceAll('-', '')];
      const all = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
      const wrong = signs.with(at, all.charAt((all.indexOf(signs[at] ?? '') + step) % 32));
      expect(readRecoveryKey(wrong.join(''))).toBeNull();
      const other = (at + 1) % 28;
      if (signs[at] === signs[other] || at === 27) return;
      const changed = signs.with(at, signs[other] ?? '').with(other, signs[at] ?? '');
      expect(readRecoveryKey(changed.join(''))).toBeNull();
    }),
  );
});
