import { showRecoveryKey } from '#renderer/safety/recovery-key.ts';
import { useText } from '#renderer/desk/language.ts';
import { useSaving } from '#renderer/desk/use-saving.ts';
import { Row } from '#renderer/settings/row.tsx';
import { OfficersPanel } from '#renderer/sign-in/officers-panel.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { useLevelQuery } from '../client/level-client.ts';
import { useLevelWords } from '../client/words.ts';
import { Part } from './part.tsx';
import styles from './settings.module.css';

/** Who works at the level and how they sign in. */
export function OfficersPart() {
  const words = useLevelWords().levelSignIn;
  return (
    <Part title={words.title} wide>
      <p className={styles['hint']}>{words.officers.what}</p>
      <OfficersPanel notAllowed={words.notAllowed}>
        <UnprovenKey />
      </OfficersPanel>
    </Part>
  );
}

/** The recovery key that nobody has typed back from its paper. */
function UnprovenKey() {
  const text = useText();
  const words = useLevelWords().levelSignIn;
  const recovery = useLevelQuery('access.policy', {}).value?.recovery;
  const renewing = useSaving('data.renew-recovery');
  if (recovery !== 'made') return null;
  const renew = async () => {
    const reply = await renewing.run({});
    if (reply.ok) showRecoveryKey(reply.value.recoveryKey);
  };
  return (
    <Row title={text.safety.recoveryKey} hint={words.renewSays} saving={renewing}>
      <Button onClick={() => void renew()}>{words.renew}</Button>
    </Row>
  );
}
