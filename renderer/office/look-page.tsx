import { LANGUAGE_CHOICES } from '#shared/text/catalogue.ts';
import { useMantineColorScheme } from '@mantine/core';
import { useChooseLanguage, useLanguage, useText } from '#renderer/desk/language.ts';
import { Segmented } from '#renderer/ui/segmented.tsx';
import { Page } from '#renderer/settings/page.tsx';
import { Row } from '#renderer/settings/row.tsx';

export function LookPage() {
  const text = useText();
  const words = text.settings.look;
  const language = useLanguage();
  const choose = useChooseLanguage();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Page id="look" what={words.what}>
      <Row title={words.language} hint={words.languageHint}>
        <Segmented
          label={words.language}
          options={LANGUAGE_CHOICES.map(({ value, label }) => ({
            value,
            label: <span lang={value}>{label}</span>,
          }))}
          value={language}
          onChange={choose}
        />
      </Row>
      <Row title={words.theme}>
        <Segmented
          label={words.theme}
          options={(['light', 'dark', 'auto'] as const).map((value) => ({ value, label: words[value] }))}
          value={colorScheme}
          onChange={setColorScheme}
        />
      </Row>
    </Page>
  );
}
