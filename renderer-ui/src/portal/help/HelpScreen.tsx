import { Link } from '../../router/index.js';
import './help.css';
import type { ReactNode } from 'react';
import { useHelpTexts } from '../../texts/help.js';
import { Page } from '../../ui/index.js';
import { useSiteName } from '../frame/site-name.js';

export function HelpScreen(): ReactNode {
  const texts = useHelpTexts().help;
  const links = [
    { to: '/procedures', label: texts.links.procedures },
    { to: '/faq', label: texts.links.faq },
    { to: '/accessibility', label: texts.links.accessibility },
    { to: '/privacy', label: texts.links.privacy },
  ];
  return (
    <Page title={texts.title} site={useSiteName()} focusKey="help" width="narrow">
      <p className="tz-lead">{texts.lead}</p>
      <ol className="tz-help__steps">
        {texts.steps.map(({ title, text }) => (
          <li key={title}>
            <h2 className="tz-help__step">{title}</h2>
            <p>{text}</p>
          </li>
        ))}
      </ol>
      <section className="tz-help__part">
        <h2 className="tz-heading">{texts.phone}</h2>
        <ul className="tz-bulleted">
          {texts.phoneTips.map((tip) => (
            <li key={tip}>{tip}</li>
          ))}
        </ul>
      </section>
      <section className="tz-help__part">
        <h2 className="tz-heading">{texts.browsers}</h2>
        <p>{texts.browsersText}</p>
      </section>
      <section className="tz-help__part">
        <h2 className="tz-heading">{texts.hours}</h2>
        <p>{texts.hoursText}</p>
      </section>
      <section className="tz-help__part">
        <h2 className="tz-heading">{texts.more}</h2>
        <ul className="tz-help__links">
          {links.map(({ to, label }) => (
            <li key={to}>
              <Link to={to}>{label}</Link>
            </li>
          ))}
        </ul>
        <p className="tz-quiet">{texts.contact}</p>
      </section>
    </Page>
  );
}
