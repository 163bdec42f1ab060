/** Light or dark as the address says (`#theme=dark`), otherwise as this PC is set, and again when that changes. */
export function followColours(): void {
  const wish = new URLSearchParams(location.hash.replace(/^#/, '')).get('theme');
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const apply = (): void => {
    const scheme = wish === 'dark' || wish === 'light' ? wish : dark.matches ? 'dark' : 'light';
    document.documentElement.dataset['mantineColorScheme'] = scheme;
  };
  dark.addEventListener('change', apply);
  apply();
}
