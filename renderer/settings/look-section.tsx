import { useMantineColorScheme } from '@mantine/core';
import { useChooseLanguage, useLanguage, useText } from '#renderer/desk/language.ts';
import { Segmented } from '#renderer/ui/segmented.tsx';
import { Page } from '../frame/settings-page.tsx';
import { Row } from '../frame/setting-row.tsx';

export function LookSection() {
  const words = useText();
  const text = words.settings.look;
  const language = useLanguage();
  const choose = useChooseLanguage();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Page title={words.settings.sections.look} what={text.what}>
      <Row title={text.language} hint={text.languageHint}>
        <Segmented
          label={text.language}
          options={[
            { value: 'vi', label: <span lang="vi">{words.frame.vietnamese}</span> },
            { value: 'en', label: <span lang="en">{words.frame.english}</span> },
          ]}
          value={language}
          onChange={choose}
        />
      </Row>
      <Row title={text.theme}>
        <Segmented
          label={text.theme}
          options={(['light', 'dark', 'auto'] as const).map((value) => ({ value, label: text[value] }))}
          value={colorScheme}
          onChange={setColorScheme}
        />
      </Row>
    </Page>
  );
}
