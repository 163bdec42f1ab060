/** Launch options for Playwright. */
export type TestBrowser = { executablePath: string; args: string[] };

export function installedBrowser(): string | undefined;
export function testBrowser(): Promise<TestBrowser>;
