import { inLanguage } from '#shared/domain/language.ts';
import type { Office } from '#shared/contract/office.ts';
import type { PackLine } from '#shared/contract/rules.ts';
import { yearOf } from '#shared/domain/calendar/business-date.ts';
import { formatDay } from '#shared/text/format.ts';
import { IconAlertTriangle, IconArrowRight } from '@tabler/icons-react';
import { useLanguage, useText } from '#renderer/desk/language.ts';
import { useDeskQuery } from '#renderer/desk/use-desk-query.ts';
import { usePlace } from '#renderer/frame/place.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Chip } from '#renderer/ui/chip.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { Group, Page } from '#renderer/settings/page.tsx';
import { Refused, SavedWord, SwitchRow } from '#renderer/settings/row.tsx';
import styles from '#renderer/settings/settings.module.css';
import own from './pack-page.module.css';
import { useOfficeSetting } from '#renderer/desk/use-saving.ts';

/** Which law decides, and which days count. */
export function PackPage({ office }: { readonly office: Office }) {
  const text = useText();
  const words = text.settings.rules;
  const go = usePlace((place) => place.go);
  const saturday = useOfficeSetting(office, 'saturdayCounts');
  const culture = useOfficeSetting(office, 'cultureDayOff');
  const anywhereCard = useOfficeSetting(office, 'anywhereCard');
  const today = useDeskQuery('day.status', {}).value?.today;
  const doubt = (
    <Chip tone="warn" size="small" icon={<IconAlertTriangle size={12} aria-hidden="true" />}>
      {words.cultureDoubt}
    </Chip>
  );
  return (
    <Page id="rules" what={words.what}>
      <PackChoice office={office} />
      <div className={styles['actions']}>
        <Button icon={<IconArrowRight aria-hidden="true" />} onClick={() => go('rules')}>
          {words.see}
        </Button>
      </div>
      <Group>{words.cards}</Group>
      <SwitchRow
        label={words.anywhereCard}
        hint={words.anywhereCardHint}
        on={anywhereCard.value}
        onChange={anywhereCard.save}
        saving={anywhereCard.saving}
      />
      <Group>{words.days}</Group>
      <SwitchRow
        label={words.saturday}
        hint={words.saturdayHint}
        on={saturday.value}
        onChange={saturday.save}
        saving={saturday.saving}
      />
      <SwitchRow
        label={words.culture}
        mark={doubt}
        hint={<span>{words.cultureHint}</span>}
        on={culture.value}
        onChange={culture.save}
        saving={culture.saving}
      />
      {today !== undefined &&
        [yearOf(today), yearOf(today) + 1].map((year) => <YearRow key={year} office={office} year={year} />)}
      <p className={styles['after']}>{words.calendar}</p>
    </Page>
  );
}

function PackChoice({ office }: { readonly office: Office }) {
  const words = useText().settings.rules;
  const language = useLanguage();
  const packs = (useDeskQuery('rules.packs', {}).value ?? []).toSorted((a, b) =>
    b.validFrom.localeCompare(a.validFrom),
  );
  const { value: pinned, save, saving } = useOfficeSetting(office, 'rulePack');
  const inForce = packs.find((pack) => pack.inForce);
  const pinnedPack = packs.find((pack) => pack.id === pinned);
  const shown = (day: string) => formatDay(day, language);
  const span = (pack: PackLine) =>
    pack.validTo === null
      ? words.from(shown(pack.validFrom))
      : words.between(shown(pack.validFrom), shown(pack.validTo));
  return (
    <>
      <div className={styles['groupLine']}>
        <Group>{words.pack}</Group>
        <SavedWord saving={saving} />
      </div>
      <fieldset className={own['choices']} aria-label={words.pack}>
        <label className={own['choice']}>
          <input type="radio" name="rule-pack" checked={pinned === null} onChange={() => save(null)} />
          <span>
            <span className={own['choiceName']}>{words.byDay}</span>
            {inForce !== undefined && pinned === null && (
              <span className={own['says']}>{words.byDayHint(inLanguage(inForce.title, language))}</span>
            )}
          </span>
        </label>
        {packs.map((pack) => (
          <label key={pack.id} className={own['choice']}>
            <input
              type="radio"
              name="rule-pack"
              checked={pinned === pack.id}
              onChange={() => save(pack.id)}
            />
            <span>
              <span className={own['choiceName']}>{inLanguage(pack.title, language)}</span>
              <span className={own['says']}>
                {[span(pack), ...(pack.overrides > 0 ? [words.own(pack.overrides)] : [])].join(' · ')}
              </span>
            </span>
            {pack.inForce && pinned === null && <Chip tone="good">{words.inForce}</Chip>}
          </label>
        ))}
      </fieldset>
      <Refused saving={saving} />
      {pinnedPack !== undefined && (
        <Note
          tone="warn"
          title={words.pinned(inLanguage(pinnedPack.title, language))}
          className={styles['note']}
        >
          {words.pinnedWhat}
        </Note>
      )}
    </>
  );
}

/** A year whose days off were not announced when the program was made. */
function YearRow({ office, year }: { readonly office: Office; readonly year: number }) {
  const words = useText().settings.rules;
  const { value: years, save, saving } = useOfficeSetting(office, 'announcedYears');
  const shown = useDeskQuery('calendar.year', { year }).value;
  const isOwn = years.includes(year);
  if (shown === undefined || (shown.announced && !isOwn && saving.state === 'still')) return null;
  return (
    <SwitchRow
      label={words.year(year)}
      hint={words.yearHint(year)}
      on={isOwn}
      onChange={(on) =>
        save(on ? [...years, year].toSorted((a, b) => a - b) : years.filter((one) => one !== year))
      }
      saving={saving}
    />
  );
}
