// `npm run verify -- <file> [--key <public key, fingerprint or file>] [--office <code>] [--newest <version>]`: checks a signed day
// file and says in words what is wrong with it. Uses nothing but Node itself (20 or newer), so that this one file can be carried to
// any machine. Exit code 0: the file is whole; 1: it is refused; 2: the command was not understood.
import { createHash, createPublicKey, verify } from 'node:crypto';
import { closeSync, fstatSync, openSync, readFileSync, readSync, realpathSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

/** Far above the file of the busiest office. */
export const MOST_BYTES = 8 * 2 ** 20;
const MOST_DEPTH = 32;
const SCHEMA = { name: 'quay-tiep-dan/tep-so-lieu-ngay', version: 1 };
/** Every member of the file; what is not here is not signed. */
const MEMBERS = [
  'schema',
  'office',
  'businessDay',
  'version',
  'frozenAt',
  'chainHead',
  'training',
  'parts',
  'sums',
  'key',
  'signature',
];
const PART_WORDS = {
  counts: 'số đếm trong ngày',
  breakdowns: 'phần phân tích',
  versions: 'các phiên bản',
};

/** The refusals, each with its own words. */
const words = {
  'too-large': ({ bytes }) =>
    `Tệp quá lớn (${bytes} byte, tối đa ${MOST_BYTES}): đây không phải tệp số liệu ngày.`,
  'not-a-day-file': ({ detail }) => `Đây không phải tệp số liệu ngày của Quầy Tiếp Dân (${detail}).`,
  'newer-schema': ({ version }) =>
    `Tệp theo cách ghi số ${version}, lệnh này chỉ biết đến số ${SCHEMA.version}. Hãy dùng bản mới của lệnh kiểm tra.`,
  'part-changed': ({ part }) =>
    `Nội dung đã bị sửa: ${PART_WORDS[part]} (${part}) không khớp mã kiểm tra ghi trong tệp.`,
  'bytes-changed': () =>
    'Tệp đã bị sửa: các byte không đúng dạng chuẩn mà chương trình ghi ra (thêm, bớt hoặc sắp xếp lại).',
  'key-mismatch': () => 'Mã khóa trong tệp không phải của khóa công khai đi kèm: phần khóa đã bị sửa.',
  'bad-signature': () => 'Chữ ký không đúng: tệp đã bị sửa sau khi ký, hoặc không do khóa này ký.',
  'unknown-key': ({ found, wanted }) =>
    `Khóa ký không phải khóa đã đăng ký của đơn vị.\n  Trong tệp: ${found}\n  Đã đăng ký: ${wanted}`,
  'wrong-office': ({ found, wanted }) => `Tệp của đơn vị khác: trong tệp là “${found}”, cần “${wanted}”.`,
  'older-version': ({ found, newest }) =>
    `Tệp là phiên bản ${found}, đã có phiên bản ${newest} mới hơn: không dùng tệp này thay số liệu đang có.`,
  training: () => 'Số liệu tập huấn, không phải số liệu thật: không tổng hợp tệp này.',
};

class Refused extends Error {
  constructor(code, details = {}) {
    super(words[code](details));
    this.code = code;
  }
}

/**
 * Checks the bytes of a day file. `key` is the fingerprint that the office registered, `office` the code it must bear, `newest` the
 * newest version already known of that day. Answers `{ ok: true, file, keyConfirmed }` or `{ ok: false, code, message }`.
 */
export function checkDayFile(bytes, { key, office, newest } = {}) {
  try {
    return { ok: true, file: checked(bytes, { key, office, newest }), keyConfirmed: key !== undefined };
  } catch (error) {
    if (error instanceof Refused) return { ok: false, code: error.code, message: error.message };
    throw error;
  }
}

function checked(bytes, { key, office, newest }) {
  if (bytes.length > MOST_BYTES) throw new Refused('too-large', { bytes: bytes.length });
  const file = parsed(bytes);
  checkShape(file);
  const { parts, signature, ...head } = file;
  const known = new Map();
  for (const part of Object.keys(PART_WORDS)) {
    const text = canonical(parts[part]);
    if (sha256(text) !== file.sums[part]) throw new Refused('part-changed', { part });
    known.set(parts[part], text);
  }
  const publicKey = Buffer.from(file.key.publicKey, 'base64');
  if (sha256(publicKey) !== file.key.id) throw new Refused('key-mismatch');
  if (!signedBy(publicKey, Buffer.from(canonical(head)), Buffer.from(signature, 'base64')))
    throw new Refused('bad-signature');
  if (!bytes.equals(Buffer.from(`${canonical(file, known)}\n`, 'utf8'))) throw new Refused('bytes-changed');
  if (key !== undefined && key !== file.key.id)
    throw new Refused('unknown-key', { found: file.key.id, wanted: key });
  if (office !== undefined && office !== file.office.code)
    throw new Refused('wrong-office', { found: file.office.code, wanted: office });
  if (newest !== undefined && file.version < newest)
    throw new Refused('older-version', { found: file.version, newest });
  if (file.training) throw new Refused('training');
  return file;
}

function parsed(bytes) {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    throw new Refused('not-a-day-file', { detail: 'không phải JSON' });
  }
}

/** Everything that the checks below rely on; the whole shape is in docs/so-lieu-ngay.schema.json. */
function checkShape(file) {
  const bad = (detail) => new Refused('not-a-day-file', { detail });
  if (!isRecord(file) || !isRecord(file.schema) || file.schema.name !== SCHEMA.name)
    throw bad('thiếu tên cách ghi');
  if (Number.isInteger(file.schema.version) && file.schema.version > SCHEMA.version)
    throw new Refused('newer-schema', { version: file.schema.version });
  if (tooDeep(file, MOST_DEPTH)) throw bad('lồng quá sâu');
  const foreign = Object.keys(file).find((member) => !MEMBERS.includes(member));
  if (foreign !== undefined) throw bad(`có mục lạ “${foreign.slice(0, 40)}”`);
  const rules = [
    ['schema', file.schema.version === SCHEMA.version],
    ['office', isRecord(file.office) && typeof file.office.code === 'string'],
    ['businessDay', /^\d{4}-\d{2}-\d{2}$/.test(file.businessDay)],
    ['version', Number.isInteger(file.version) && file.version >= 1],
    ['frozenAt', typeof file.frozenAt === 'string'],
    ['chainHead', isSum(file.chainHead)],
    ['training', typeof file.training === 'boolean'],
    ['parts', hasExactly(file.parts, Object.keys(PART_WORDS))],
    ['sums', hasExactly(file.sums, Object.keys(PART_WORDS)) && Object.values(file.sums).every(isSum)],
    [
      'key',
      hasExactly(file.key, ['id', 'publicKey']) && isSum(file.key.id) && isBase64(file.key.publicKey, 32),
    ],
    ['signature', isBase64(file.signature, 64)],
  ];
  const broken = rules.find(([, holds]) => !holds);
  if (broken !== undefined) throw bad(`mục “${broken[0]}” thiếu hoặc sai dạng`);
}

function isRecord(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function hasExactly(value, members) {
  return (
    isRecord(value) &&
    Object.keys(value).length === members.length &&
    members.every((member) => Object.hasOwn(value, member))
  );
}

function isSum(value) {
  return typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);
}

function isBase64(value, length) {
  if (typeof value !== 'string') return false;
  const bytes = Buffer.from(value, 'base64');
  return bytes.length === length && bytes.toString('base64') === value;
}

function tooDeep(value, left) {
  if (typeof value !== 'object' || value === null) return false;
  return left === 0 || Object.values(value).some((inner) => tooDeep(inner, left - 1));
}

/** JSON as RFC 8785 writes it; `known` holds the text of values that were written before. */
function canonical(value, known = new Map()) {
  const before = known.get(value);
  if (before !== undefined) return before;
  if (Array.isArray(value)) return `[${value.map((one) => canonical(one, known)).join(',')}]`;
  if (!isRecord(value)) return JSON.stringify(value);
  const members = Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonical(value[key], known)}`);
  return `{${members.join(',')}}`;
}

function sha256(data) {
  return createHash('sha256').update(data).digest('hex');
}

function signedBy(publicKey, data, signature) {
  try {
    const jwk = { kty: 'OKP', crv: 'Ed25519', x: publicKey.toString('base64url') };
    return verify(null, data, createPublicKey({ key: jwk, format: 'jwk' }), signature);
  } catch {
    return false;
  }
}

/** The fingerprint of what `--key` names: a fingerprint, a public key in base64, a PEM, or a file that holds one of them. */
export function fingerprintOf(named, readText = readKeyFile) {
  const text = named.trim();
  if (/^[0-9a-f\s:]{64,}$/i.test(text)) {
    const digits = text.replace(/[\s:]/g, '').toLowerCase();
    if (digits.length === 64) return digits;
  }
  if (isBase64(text, 32)) return sha256(Buffer.from(text, 'base64'));
  if (text.startsWith('-----BEGIN')) {
    try {
      const { crv, x } = createPublicKey(text).export({ format: 'jwk' });
      return crv === 'Ed25519' ? sha256(Buffer.from(x, 'base64url')) : undefined;
    } catch {
      return undefined;
    }
  }
  const content = readText?.(text);
  return content === undefined ? undefined : fingerprintOf(content, null);
}

function readKeyFile(file) {
  try {
    const bytes = readFileSync(file);
    return bytes.length > 65_536 ? undefined : bytes.toString('utf8');
  } catch {
    return undefined;
  }
}

/** At most one byte more than is allowed, however large the file is. */
function readAtMost(file) {
  const handle = openSync(file, 'r');
  try {
    const { size } = fstatSync(handle);
    const room = Buffer.alloc(Math.min(size, MOST_BYTES + 1));
    return room.subarray(0, readSync(handle, room, 0, room.length, 0));
  } finally {
    closeSync(handle);
  }
}

function main(args) {
  const asked = readArguments(args);
  if (asked === undefined) {
    process.stderr.write(
      'Cách dùng: npm run verify -- <tệp> [--key <khóa công khai, mã khóa hoặc tệp khóa>] [--office <mã đơn vị>] [--newest <phiên bản>]\n',
    );
    return 2;
  }
  const { file, options } = asked;
  let bytes;
  try {
    bytes = readAtMost(file);
  } catch (error) {
    process.stderr.write(`KHÔNG NHẬN: không đọc được tệp ${file} (${error.code ?? error.message}).\n`);
    return 1;
  }
  const result = checkDayFile(bytes, options);
  if (!result.ok) {
    process.stderr.write(`KHÔNG NHẬN: ${result.message}\n`);
    return 1;
  }
  const { office, businessDay, version, frozenAt, parts, key } = result.file;
  const lines = [
    `NHẬN ĐƯỢC: ${basename(file)}`,
    `  Đơn vị: ${office.name} (${office.code})`,
    `  Ngày làm việc: ${businessDay.split('-').reverse().join('/')}, phiên bản ${version}, chốt ${frozenAt}`,
    `  Hồ sơ thu nhận: ${parts.breakdowns.taken}; đã kích hoạt: ${parts.breakdowns.activated?.total}`,
    `  Mã khóa: ${key.id}`,
  ];
  if (!result.keyConfirmed) lines.push('  Chưa đối chiếu khóa: thêm --key để biết tệp do đúng đơn vị đó ký.');
  process.stdout.write(`${lines.join('\n')}\n`);
  return 0;
}

function readArguments(args) {
  try {
    const { values, positionals } = parseArgs({
      args,
      options: { key: { type: 'string' }, office: { type: 'string' }, newest: { type: 'string' } },
      allowPositionals: true,
    });
    const [file] = positionals;
    if (positionals.length !== 1 || file === undefined) return undefined;
    const options = {};
    if (values.office !== undefined) options.office = values.office;
    if (values.newest !== undefined) {
      if (!/^[1-9]\d{0,5}$/.test(values.newest)) return undefined;
      options.newest = Number(values.newest);
    }
    if (values.key !== undefined) {
      options.key = fingerprintOf(values.key);
      if (options.key === undefined) {
        process.stderr.write(`Không đọc được khóa “${values.key.slice(0, 80)}”.\n`);
        return undefined;
      }
    }
    return { file, options };
  } catch {
    return undefined;
  }
}

// `import.meta.main` would need Node 24. Bundled into another program it is no command, whichever file runs.
const own = fileURLToPath(import.meta.url);
if (
  basename(own).startsWith('verify') &&
  process.argv[1] !== undefined &&
  realpathSync(process.argv[1]) === own
)
  process.exitCode = main(process.argv.slice(2));
