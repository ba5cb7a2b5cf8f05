import './help.css';
import type { ReactNode } from 'react';
import { useHelpTexts } from '../../texts/help.js';
import { Page } from '../../ui/index.js';
import { useSiteName } from '../frame/site-name.js';

/** ウェブアクセシビリティ方針: target, level, scope, date, exceptions, contact. */
export function AccessibilityScreen(): ReactNode {
  const texts = useHelpTexts().accessibility;
  const parts = [
    { title: texts.target, text: texts.targetText },
    { title: texts.scope, text: texts.scopeText },
    { title: texts.date, text: texts.dateText },
    { title: texts.done, list: texts.doneList },
    { title: texts.exceptions, text: texts.exceptionsText },
    { title: texts.contact, text: texts.contactText },
  ];
  return (
    <Page title={texts.title} site={useSiteName()} focusKey="accessibility" width="narrow">
      <p className="tz-lead">{texts.lead}</p>
      {parts.map(({ title, text, list }) => (
        <section key={title} className="tz-help__part">
          <h2 className="tz-heading">{title}</h2>
          {text !== undefined && <p>{text}</p>}
          {list !== undefined && (
            <ul className="tz-bulleted">
              {list.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          )}
        </section>
      ))}
    </Page>
  );
}
