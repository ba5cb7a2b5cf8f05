import type { ReactNode } from 'react';
import type { CorrectionView } from '../../api/types.js';
import { dateText, useSendingTexts, useLanguage } from '../../texts/index.js';
import { Banner } from '../../ui/index.js';

export function CorrectionBanner({ correction }: { readonly correction: CorrectionView }): ReactNode {
  const texts = useSendingTexts().correction;
  const language = useLanguage();
  return (
    <div className="tz-fill__banner">
      <Banner tone="warning" title={texts.banner(dateText(correction.dueOn, language))}>
        {correction.note !== '' && <p className="tz-prewrap">{correction.note}</p>}
        <ul className="tz-bullets">
          {correction.targets.map((target) => (
            <li key={target.path}>{target.label}</li>
          ))}
        </ul>
        <p className="tz-quiet">{texts.bannerNote}</p>
      </Banner>
    </div>
  );
}
