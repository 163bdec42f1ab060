import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

const pine: MantineColorsTuple = [
  '#e3f0e8',
  '#cfe4d8',
  '#b5d6c4',
  '#8fc2a8',
  '#62cb9a',
  '#3f9a72',
  '#1b7a51',
  '#0b6444',
  '#095237',
  '#063c28',
];

export const theme = createTheme({
  fontFamily: 'var(--font-text)',
  fontFamilyMonospace: 'var(--font-figures)',
  primaryColor: 'pine',
  primaryShade: { light: 7, dark: 6 },
  colors: { pine },
  defaultRadius: 6,
  fontSizes: { xs: '11px', sm: '12px', md: '13px', lg: '14px', xl: '16px' },
  headings: { fontWeight: '600' },
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Modal: {
      defaultProps: { transitionProps: { duration: 0 }, radius: 8, centered: true, lockScroll: false },
    },
    // Inside its landmark, and without an element that is neither item nor label.
    Menu: {
      defaultProps: {
        transitionProps: { duration: 0 },
        radius: 8,
        withinPortal: false,
        withInitialFocusPlaceholder: false,
        floatingStrategy: 'fixed',
      },
    },
    Tooltip: { defaultProps: { transitionProps: { duration: 0 } } },
  },
});

const fromTokens = {
  '--mantine-color-body': 'var(--surface)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--ink-3)',
  '--mantine-color-placeholder': 'var(--ink-3)',
  '--mantine-color-default': 'var(--surface)',
  '--mantine-color-default-hover': 'var(--sunken)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-default-border': 'var(--line)',
  '--mantine-color-anchor': 'var(--accent)',
  '--mantine-color-error': 'var(--bad)',
};

/** Lets the parts of Mantine take the same colours as our own. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: fromTokens,
  dark: fromTokens,
});
