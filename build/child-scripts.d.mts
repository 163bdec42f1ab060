export function childScripts(): Promise<string>;
