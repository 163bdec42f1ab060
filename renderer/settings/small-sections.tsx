import { useChooseLanguage, useLanguage, useText } from '#renderer/desk/language.ts';
import { usePlace } from '#renderer/frame/place.ts';
import { Button } from '#renderer/ui/button.tsx';
import { CheckField } from '#renderer/ui/check-field.tsx';
import { Segmented } from '#renderer/ui/segmented.tsx';
import type { Office } from '#shared/contract/office.ts';
import { LANGUAGES } from '#shared/text/catalogue.ts';
import { useMantineColorScheme } from '@mantine/core';
import { IconDeviceTv } from '@tabler/icons-react';
import { useState } from 'react';
import { ListEditor } from './list-editor.tsx';
import { Section } from './section.tsx';
import styles from './settings.module.css';
import { useOfficeChange } from './use-office-change.ts';

export function CalendarSection({ office }: { readonly office: Office }) {
  const text = useText().settings;
  const { saying, change } = useOfficeChange();
  const go = usePlace((state) => state.go);
  const { saturdayCounts, cultureDayOff } = office.settings;
  return (
    <Section title={text.calendar} hint={text.calendarHint} saying={saying}>
      <div className={styles['choices']}>
        <CheckField
          label={text.saturdayCounts}
          hint={text.saturdayCountsHint}
          checked={saturdayCounts}
          onChange={(checked) => void change({ saturdayCounts: checked }, text.saturdayCounts)}
        />
        <CheckField
          label={text.cultureDayOff}
          hint={text.cultureDayOffHint}
          checked={cultureDayOff}
          onChange={(checked) => void change({ cultureDayOff: checked }, text.cultureDayOff)}
        />
        <div>
          <Button onClick={() => go('rules')}>{text.openRules}</Button>
        </div>
      </div>
    </Section>
  );
}

export function ExportSection({ office }: { readonly office: Office }) {
  const text = useText().settings;
  const { saying, change } = useOfficeChange();
  return (
    <Section title={text.exporting} hint={text.exportingHint} saying={saying}>
      <ListEditor
        items={office.settings.exportFolders}
        most={5}
        labelOf={text.folder}
        newLabel={text.newFolder}
        newHint={text.newFolderHint}
        addLabel={text.addFolder}
        removeLabel={text.removeFolder}
        emptyWords={text.noFolders}
        onChange={(exportFolders) => change({ exportFolders }, text.exporting)}
      />
    </Section>
  );
}

const THEMES = ['light', 'dark', 'auto'] as const;
type Theme = (typeof THEMES)[number];

function useThemeOptions(): { value: Theme; label: string }[] {
  const text = useText().settings;
  const labels = { light: text.themeLight, dark: text.themeDark, auto: text.themeAuto };
  return THEMES.map((value) => ({ value, label: labels[value] }));
}

export function LookSection() {
  const text = useText();
  const language = useLanguage();
  const chooseLanguage = useChooseLanguage();
  const themes = useThemeOptions();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const names = { vi: text.frame.vietnamese, en: text.frame.english };
  return (
    <Section title={text.settings.look} hint={text.settings.lookHint}>
      <div className={styles['choices']}>
        <Segmented
          label={text.settings.language}
          showLabel
          value={language}
          options={LANGUAGES.map((value) => ({ value, label: names[value] }))}
          onChange={chooseLanguage}
        />
        <p className={styles['hint']}>{text.settings.languageHint}</p>
        <Segmented label={text.settings.theme} showLabel value={colorScheme} options={themes} onChange={setColorScheme} />
      </div>
    </Section>
  );
}

export function WallSection() {
  const text = useText().settings;
  const themes = useThemeOptions();
  const [theme, setTheme] = useState<Theme>('auto');
  const open = () => {
    const words = new URLSearchParams(location.hash.replace(/^#/, ''));
    if (theme !== 'auto') words.set('theme', theme);
    window.open(`./display.html#${words}`, '_blank', 'noopener');
  };
  return (
    <Section title={text.wall} hint={text.wallHint}>
      <div className={styles['choices']}>
        <Segmented label={text.wallTheme} showLabel value={theme} options={themes} onChange={setTheme} />
        <div>
          <Button icon={<IconDeviceTv size={16} aria-hidden="true" />} onClick={open}>
            {text.openWall}
          </Button>
        </div>
      </div>
    </Section>
  );
}
