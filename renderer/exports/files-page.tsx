import type { Office } from '#shared/contract/office.ts';
import { IconFolderDown } from '@tabler/icons-react';
import { openExports } from '#renderer/exports/export-store.ts';
import { useText } from '#renderer/desk/language.ts';
import { useDeskCommand } from '#renderer/desk/use-desk-command.ts';
import { usePlace } from '#renderer/frame/place.ts';
import { Button } from '#renderer/ui/button.tsx';
import { SigningKey } from './signing-key.tsx';
import { Group, Page } from '#renderer/settings/page.tsx';
import styles from '#renderer/settings/settings.module.css';
import { TextList } from '#renderer/settings/text-list.tsx';
import { useOfficeSetting } from '#renderer/desk/use-saving.ts';
import { problemText } from '#shared/text/problem-text.ts';

const MOST_FOLDERS = 5;

export function FilesPage({ office }: { readonly office: Office }) {
  const text = useText();
  const words = text.settings.files;
  const go = usePlace((state) => state.go);
  const folders = useOfficeSetting(office, 'exportFolders');
  const tryFolder = useDeskCommand('export.try-folder');
  return (
    <Page id="files" what={words.what}>
      <TextList
        title={words.folders}
        hint={words.foldersHint}
        saving={folders.saving}
        lines={folders.value}
        most={MOST_FOLDERS}
        maxLength={400}
        nameOf={words.folder}
        addLabel={words.newFolder}
        placeholder={words.example}
        empty={words.none}
        folders
        check={async (folder) => {
          const reply = await tryFolder.run({ folder });
          return reply.ok ? undefined : problemText(reply.problem, text);
        }}
        onSave={(lines) => folders.save([...lines])}
      />
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
      <SigningKey />
    </Page>
  );
}
