import { createPrivateKey, X509Certificate } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newIdentity } from '#electron/desk/lan/port/identity.ts';
import type { LanIdentity } from '#electron/desk/lan/port/lan-port.ts';
import { localDay } from '#shared/domain/calendar/business-date.ts';
import { formatDay } from '#shared/text/format.ts';

/** The certificate that the level made for itself, to be handed to browsers, and its key. */
const OWN_CERTIFICATE = 'level-https.crt';
const OWN_KEY = 'level-https.key';

type Wish = {
  readonly folder: string;
  /** IPv4. */
  readonly address: string;
  /** Files of the office's own certificate, both PEM; without them the level makes one and keeps it in its folder. */
  readonly files: { readonly certificate: string; readonly key: string } | undefined;
  /** Milliseconds since 1970. */
  readonly now: number;
};

/** What other PCs know the level by. Throws an Error whose message is a sentence for whoever started it. */
export function doorIdentity({ folder, address, files, now }: Wish): LanIdentity {
  if (files === undefined) return ownIdentity(folder, address);
  const certificate = readText(files.certificate, 'chứng thư');
  const privateKey = readText(files.key, 'khóa');
  const found = certificateOf(certificate);
  if (found === undefined)
    throw new Error(
      `Tệp “${files.certificate}” không phải chứng thư dạng PEM. Tệp đúng bắt đầu bằng -----BEGIN CERTIFICATE-----.`,
    );
  if (Date.parse(found.validTo) < now)
    throw new Error(
      `Chứng thư “${files.certificate}” đã hết hạn từ ${dayOf(found.validTo)}. Xin cơ quan cấp chứng thư bản mới, hoặc bỏ --certificate và --key để chương trình tự làm.`,
    );
  if (Date.parse(found.validFrom) > now)
    throw new Error(
      `Chứng thư “${files.certificate}” đến ${dayOf(found.validFrom)} mới có hiệu lực. Xem lại tệp, và xem đồng hồ máy này có đúng không.`,
    );
  if (!fits(found, privateKey))
    throw new Error(
      `Khóa “${files.key}” không phải của chứng thư “${files.certificate}”, hoặc khóa có đặt mật khẩu. Dùng đúng cặp hai tệp, khóa không mật khẩu.`,
    );
  return { certificate, privateKey };
}

function ownIdentity(folder: string, address: string): LanIdentity {
  const files = { certificate: join(folder, OWN_CERTIFICATE), key: join(folder, OWN_KEY) };
  if (existsSync(files.certificate) || existsSync(files.key)) {
    const certificate = readText(files.certificate, 'chứng thư');
    const privateKey = readText(files.key, 'khóa');
    const found = certificateOf(certificate);
    if (found !== undefined && fits(found, privateKey)) return { certificate, privateKey };
    throw new Error(
      `Tệp chứng thư “${files.certificate}” hoặc khóa của nó bị hỏng. Chép lại từ bản sao; nếu không còn, xóa cả hai tệp rồi chạy lại: máy khác sẽ thấy dấu vân tay mới.`,
    );
  }
  const made = newIdentity(address);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeFileSync(files.key, made.privateKey, { mode: 0o600 });
  writeFileSync(files.certificate, made.certificate, { mode: 0o600 });
  return made;
}

function readText(file: string, what: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new Error(`Không đọc được tệp ${what} “${file}”. Xem lại đường dẫn và quyền đọc tệp.`);
  }
}

function certificateOf(pem: string): X509Certificate | undefined {
  try {
    return new X509Certificate(pem);
  } catch {
    return undefined;
  }
}

function fits(certificate: X509Certificate, privateKey: string): boolean {
  try {
    return certificate.checkPrivateKey(createPrivateKey(privateKey));
  } catch {
    return false;
  }
}

function dayOf(instant: string): string {
  return formatDay(localDay(new Date(instant).toISOString()), 'vi');
}
