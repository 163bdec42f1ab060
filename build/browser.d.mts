/** Launch options for Playwright. */
export type TestBrowser = { executablePath: string; args: string[] };

export function installedBrowser(): string | undefined;
export function testBrowser(): Promise<TestBrowser>;

/** The arguments of the program's own window. */
export function windowArguments(address: string, profile: string, isRoot: boolean): string[];
