import type { ReactNode } from 'react';
import type { StartingPassword } from '../../api/types.js';
import { dateTimeText, useLanguage, useStaffTexts } from '../../texts/index.js';
import { Banner, Button } from '../../ui/index.js';

interface IssuedPasswordProps {
  readonly name: string;
  readonly issued: StartingPassword;
  readonly onClose: () => void;
}

/** Shown once, to be told in person. */
export function IssuedPassword({ name, issued, onClose }: IssuedPasswordProps): ReactNode {
  const texts = useStaffTexts().issued;
  const language = useLanguage();
  return (
    <Banner tone="warning" role="status" title={texts.title}>
      <p>{texts.lead(name)}</p>
      <p>
        <strong className="tz-number">{issued.password}</strong>
      </p>
      <p>{texts.until(dateTimeText(issued.endsAt, language))}</p>
      <Button onClick={onClose}>{texts.close}</Button>
    </Banner>
  );
}
