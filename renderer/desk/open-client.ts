import type { DeskClient } from '#shared/contract/desk-contract.ts';
import { readAddress } from './address.ts';
import { httpDesk } from './http-desk.ts';
import { ipcDesk } from './ipc-desk.ts';

/** The desk behind this page: in Electron over its bridge, in a browser over HTTP. */
export function openClient(): { readonly client: DeskClient; readonly training: boolean } {
  const address = readAddress(location.hash);
  const bridge = window.deskBridge;
  const client = bridge === undefined ? httpDesk(address) : ipcDesk(bridge, address.training);
  return { client, training: address.training };
}
