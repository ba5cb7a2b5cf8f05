import type { ReactNode } from 'react';
import { useUiTexts } from '../texts/index.js';
import { Icon } from './Icon.js';

interface BannerProps {
  readonly tone: 'info' | 'warning' | 'error' | 'success';
  readonly title: ReactNode;
  readonly children?: ReactNode;
  /** `status` is read out when it appears, `alert` at once. Leave out for what stands there from the start. */
  readonly role?: 'status' | 'alert';
}

export function Banner({ tone, title, children, role }: BannerProps): ReactNode {
  const texts = useUiTexts();
  return (
    <div className={`tz-banner tz-banner--${tone}`} role={role}>
      <Icon name={tone} className="tz-banner__icon" />
      <p className="tz-banner__title">
        <span className="tz-hidden">{texts.tones[tone]}: </span>
        {title}
      </p>
      {children !== undefined && <div className="tz-banner__body">{children}</div>}
    </div>
  );
}
