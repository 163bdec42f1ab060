import type { Office } from '#shared/contract/office.ts';
import { IconFolderDown } from '@tabler/icons-react';
import { openExports } from '#renderer/exports/export-store.ts';
import { useText } from '#renderer/desk/language.ts';
import { usePlace } from '#renderer/frame/place.ts';
import { Button } from '#renderer/ui/button.tsx';
import { FilesKey } from './files-key.tsx';
import { Group, Page } from '../frame/settings-page.tsx';
import { Refused, SavedWord } from '../frame/setting-row.tsx';
import styles from '../frame/settings.module.css';
import { TextList } from './text-list.tsx';
import { useOfficeSetting } from '../desk/use-saving.ts';

const MOST_FOLDERS = 5;

export function FilesSection({ office }: { readonly office: Office }) {
  const text = useText();
  const words = text.settings.files;
  const go = usePlace((state) => state.go);
  const folders = useOfficeSetting(office, 'exportFolders');
  return (
    <Page title={text.settings.sections.files} what={words.what}>
      <div className={styles['groupLine']}>
        <Group>{words.folders}</Group>
        <SavedWord saving={folders.saving} />
      </div>
      <p className={styles['says']}>{words.foldersHint}</p>
      <div className={styles['listPlace']}>
        <TextList
          label={words.folders}
          lines={folders.value}
          most={MOST_FOLDERS}
          maxLength={400}
          nameOf={words.folder}
          addLabel={words.newFolder}
          placeholder={words.example}
          empty={words.none}
          onSave={(lines) => folders.save([...lines])}
        />
        <Refused saving={folders.saving} />
      </div>
      <Group>{words.periods}</Group>
      <p className={styles['says']}>{words.periodsHint}</p>
      <div className={styles['listPlace']}>
        <Button
          size="small"
          icon={<IconFolderDown size={16} aria-hidden="true" />}
          onClick={() => {
            openExports('shown-month');
            go('dashboard');
          }}
        >
          {text.dashboard.exports}
        </Button>
      </div>
      <FilesKey />
    </Page>
  );
}
