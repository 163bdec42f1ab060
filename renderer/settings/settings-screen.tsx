import { useText } from '#renderer/desk/language.ts';
import { ColumnHead } from '#renderer/ui/heads.tsx';

export function SettingsScreen() {
  const text = useText();
  return <ColumnHead title={text.frame.settings} />;
}
