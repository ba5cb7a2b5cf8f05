import './help.css';
import type { ReactNode } from 'react';
import { useHelpTexts } from '../../texts/help.js';
import { Page } from '../../ui/index.js';
import { useSiteName } from '../frame/site-name.js';

export function PrivacyScreen(): ReactNode {
  const texts = useHelpTexts().privacy;
  return (
    <Page title={texts.title} site={useSiteName()} focusKey="privacy" width="narrow">
      <p className="tz-lead">{texts.lead}</p>
      {texts.items.map(({ title, text }) => (
        <section key={title} className="tz-help__part">
          <h2 className="tz-heading">{title}</h2>
          <p>{text}</p>
        </section>
      ))}
    </Page>
  );
}
