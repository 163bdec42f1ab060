import type { Office } from '#shared/contract/office.ts';
import { SLIP_FORMATS, type SheetFormat } from '#shared/domain/printing/sheet-format.ts';
import { useText } from '#renderer/desk/language.ts';
import { useOfficeSetting, type OfficeSetting } from '#renderer/desk/use-saving.ts';
import { Row } from '#renderer/settings/row.tsx';
import { Segmented } from '#renderer/ui/segmented.tsx';

type PaperChoiceProps = {
  readonly office: Office;
  readonly sheet: keyof typeof SLIP_FORMATS;
  readonly title: string;
  readonly hint?: string;
};

/** Which paper lies in the printer of this PC for one kind of slip. */
export function PaperChoice({ office, sheet, ...row }: PaperChoiceProps) {
  const number = useOfficeSetting(office, 'numberPaper');
  const guidance = useOfficeSetting(office, 'guidancePaper');
  return sheet === 'number' ? (
    <Choice setting={number} formats={SLIP_FORMATS.number} {...row} />
  ) : (
    <Choice setting={guidance} formats={SLIP_FORMATS.guidance} {...row} />
  );
}

type ChoiceProps<F extends SheetFormat> = Pick<PaperChoiceProps, 'title' | 'hint'> & {
  readonly setting: OfficeSetting<F>;
  readonly formats: readonly F[];
};

function Choice<F extends SheetFormat>({ setting, formats, title, ...hint }: ChoiceProps<F>) {
  const { papers } = useText().settings.paper;
  return (
    <Row title={title} saving={setting.saving} {...hint}>
      <Segmented
        label={title}
        options={formats.map((value) => ({ value, label: papers[value] }))}
        value={setting.value}
        onChange={setting.save}
      />
    </Row>
  );
}
