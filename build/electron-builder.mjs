// What goes into the packed program, for electron-builder.
import { FuseV1Options } from '@electron/fuses';

/** The fuses of the packed Electron: it runs this program and nothing else. package.mjs reads them back. */
export const fuses = {
  runAsNode: false,
  // There are no cookies: it would only ask for a key of the system at each start.
  enableCookieEncryption: false,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  enableEmbeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
  loadBrowserProcessSpecificV8Snapshot: false,
  grantFileProtocolExtraPrivileges: false,
};

/** The same fuses by their place on the wire. */
export const fuseWire = Object.entries(fuses).map(([name, on]) => ({
  index: FuseV1Options[name[0].toUpperCase() + name.slice(1)],
  name,
  on,
}));

/** What only a Node of its own can run: the host edition carries it. */
export const ofHostEdition = ['host-window.mjs', 'level-cli.mjs'];

/** The whole list for one platform: a list under `linux` or `win` replaces the general one, it does not add to it. */
function files(platform) {
  return [
    'package.json',
    'out/main/**',
    ...ofHostEdition.map((file) => `!out/main/${file}`),
    'out/preload/**',
    'out/renderer/**',
    'LICENSE',
    '!**/*.map',
    '!**/node_modules/node-addon-api/**',
    '!**/node_modules/node-{linux,win}-*/**',
    '!**/node_modules/better-sqlite3/{deps,src}/**',
    '!**/node_modules/better-sqlite3/binding.gyp',
    '!**/node_modules/better-sqlite3/lib/{darwin,linux,linuxmusl,win32}-*.js',
    // By name and not by ${platform}: that macro is the machine that packs.
    `!**/node_modules/better-sqlite3/prebuilds/!(${platform}-\${arch}).node`,
  ];
}

export default {
  appId: 'vn.quaytiepdan.desk',
  productName: 'Quầy Tiếp Dân',
  executableName: 'quay-tiep-dan',
  directories: { output: 'dist', buildResources: 'build/resources' },
  asar: true,
  asarUnpack: ['**/*.node'],
  npmRebuild: false,
  electronLanguages: ['en-US', 'vi'],
  electronFuses: fuses,
  linux: {
    // Under Wayland windows are neither told that they may be shown nor put where they belong.
    executableArgs: ['--ozone-platform=x11'],
    files: files('linux'),
  },
  win: { files: files('win32') },
};
