import { isIPv4 } from 'node:net';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { portOf } from '#electron/host/host-arguments.ts';
import { rendererFolder } from '#electron/host/program-files.ts';
import { LEVEL_PORT } from './serve-level.ts';

/** What the command line of the level asks for. */
type Arguments = {
  readonly data: string;
  readonly port: number;
  readonly database: string | undefined;
  readonly publicUrl: string | undefined;
  readonly renderer: string;
  readonly remote: RemoteWish | undefined;
};

type RemoteWish = {
  readonly address: string;
  readonly port: number | undefined;
  readonly files: { readonly certificate: string; readonly key: string } | undefined;
};

/** Throws an Error with what is wrong about them. */
export function levelArguments(args: readonly string[]): Arguments {
  const { values } = parseArgs({
    args: [...args],
    options: {
      data: { type: 'string' },
      port: { type: 'string' },
      database: { type: 'string' },
      'public-url': { type: 'string' },
      renderer: { type: 'string' },
      listen: { type: 'string' },
      certificate: { type: 'string' },
      key: { type: 'string' },
    },
  });
  const { data, database, renderer } = values;
  if (!data) throw new Error('thiếu --data, thư mục của cấp tổng hợp');
  const port = values.port === undefined ? LEVEL_PORT : portOf(values.port);
  const publicUrl = values['public-url'];
  if (publicUrl !== undefined && !/^https?:$/.test(protocolOf(publicUrl)))
    throw new Error(`--public-url “${publicUrl}” không phải địa chỉ http hay https`);
  if (database !== undefined && !/^postgres(ql)?:$/.test(protocolOf(database)))
    throw new Error('--database cần địa chỉ bắt đầu bằng postgres://');
  return {
    data: resolve(data),
    port,
    database,
    publicUrl,
    renderer: renderer ? resolve(renderer) : rendererFolder,
    remote: remoteWish(values),
  };
}

/** Where other PCs come in. Throws an Error with what is wrong about it. */
function remoteWish({ listen, certificate, key }: RemoteFlags): RemoteWish | undefined {
  const isOwn = certificate !== undefined || key !== undefined;
  if (listen === undefined) {
    if (isOwn) throw new Error('--certificate và --key chỉ dùng cùng --listen');
    return undefined;
  }
  const [address = '', asked, ...more] = listen.split(':');
  if (!isIPv4(address) || more.length > 0)
    throw new Error(
      `--listen “${listen}” cần một địa chỉ IPv4 của máy này, như 192.168.1.20 hoặc 192.168.1.20:47160`,
    );
  if (address === '0.0.0.0' || address === '127.0.0.1')
    throw new Error(
      `--listen ${address}: ghi đúng một địa chỉ mà máy khác nhìn thấy; máy này luôn mở được ở 127.0.0.1`,
    );
  const port = asked === undefined ? undefined : portOf(asked);
  if (!isOwn) return { address, port, files: undefined };
  if (certificate === undefined || key === undefined)
    throw new Error('--certificate và --key đi cùng nhau: một tệp chứng thư, một tệp khóa của nó');
  return { address, port, files: { certificate: resolve(certificate), key: resolve(key) } };
}

type RemoteFlags = {
  readonly listen?: string | undefined;
  readonly certificate?: string | undefined;
  readonly key?: string | undefined;
};

function protocolOf(address: string): string {
  return URL.canParse(address) ? new URL(address).protocol : '';
}
