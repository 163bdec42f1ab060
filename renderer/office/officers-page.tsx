import type { Office } from '#shared/contract/office.ts';
import { problemText } from '#shared/text/problem-text.ts';
import { useText } from '#renderer/desk/language.ts';
import { useOfficeSetting } from '#renderer/desk/use-saving.ts';
import { Page } from '#renderer/settings/page.tsx';
import { SwitchRow } from '#renderer/settings/row.tsx';
import { OfficersPanel } from '#renderer/sign-in/officers-panel.tsx';

/** Who works here and how they sign in, and whether figures are kept of each. */
export function OfficersPage({ office }: { readonly office: Office }) {
  const text = useText();
  const words = text.settings.officers;
  const counting = useOfficeSetting(office, 'countsOfficers');
  return (
    <Page id="officers" what={words.what}>
      <OfficersPanel notAllowed={problemText({ code: 'not-allowed', role: 'counter' }, text)}>
        <SwitchRow
          label={words.counts}
          hint={words.countsHint}
          on={counting.value}
          onChange={counting.save}
          saving={counting.saving}
        />
      </OfficersPanel>
    </Page>
  );
}
