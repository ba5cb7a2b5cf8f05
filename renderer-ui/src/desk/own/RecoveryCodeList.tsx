import type { ReactNode } from 'react';
import { useStaffTexts } from '../../texts/index.js';
import { Banner, Button } from '../../ui/index.js';

interface RecoveryCodeListProps {
  readonly codes: readonly string[];
  readonly closing: string;
  readonly onClose: () => void;
}

/** Shown once; whoever leaves without a note makes new ones. */
export function RecoveryCodeList({ codes, closing, onClose }: RecoveryCodeListProps): ReactNode {
  const texts = useStaffTexts().codes;
  return (
    <div className="tz-stack">
      <Banner tone="warning" role="status" title={texts.recoveryTitle}>
        <p>{texts.recoveryLead}</p>
      </Banner>
      <ul className="desk-recovery">
        {codes.map((code) => (
          <li key={code} className="desk-key">
            {code}
          </li>
        ))}
      </ul>
      <Button look="primary" onClick={onClose}>
        {closing}
      </Button>
    </div>
  );
}
