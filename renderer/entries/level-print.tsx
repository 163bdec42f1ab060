import '#renderer/ui/tokens.css';
import '../paper/print-page.css';
import { openLevel, type LevelClient } from '#renderer/level/client/level-client.ts';
import { showLevelSheet } from '#renderer/level/print/show-level-sheet.tsx';
import { SHEET_READY } from '#shared/contract/print-page.ts';

const root = document.querySelector<HTMLElement>('#root');
if (root === null) throw new Error('level-print.html has no #root');
const client = openLevel() as unknown as LevelClient;
/** Left before the page has loaded, for the printer that asks for it then. */
window[SHEET_READY] = showLevelSheet(root, location.search, client).catch(() => null);
