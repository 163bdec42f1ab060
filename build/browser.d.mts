/** Launch options for Playwright. */
export type TestBrowser = { executablePath: string; args: string[]; env: NodeJS.ProcessEnv };

export function installedBrowser(): string | undefined;
export function testBrowser(): Promise<TestBrowser>;
