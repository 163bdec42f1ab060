import { Button } from '#renderer/ui/button.tsx';
import { IconArrowLeft, type TablerIcon } from '@tabler/icons-react';
import styles from './first-run.module.css';

type OtherUseFootProps = {
  readonly back: string;
  readonly go: string;
  readonly icon: TablerIcon;
  readonly isPending: boolean;
  readonly onBack: () => void;
};

/** The way back to the guide, and the key with which this PC takes up its other use. */
export function OtherUseFoot({ back, go, icon: Icon, isPending, onBack }: OtherUseFootProps) {
  return (
    <div className={styles['nav']}>
      <Button size="big" icon={<IconArrowLeft aria-hidden="true" />} keyHint="Esc" onClick={onBack}>
        {back}
      </Button>
      <span className={styles['kept']} />
      <Button
        type="submit"
        variant="primary"
        size="big"
        keyHint="Enter"
        icon={<Icon aria-hidden="true" />}
        isPending={isPending}
      >
        {go}
      </Button>
    </div>
  );
}
