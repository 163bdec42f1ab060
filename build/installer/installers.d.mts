export function signCommand(env?: Readonly<Record<string, string | undefined>>): string | undefined;
