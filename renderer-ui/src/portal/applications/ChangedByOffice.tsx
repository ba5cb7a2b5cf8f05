import type { ReactNode } from 'react';
import type { ApplicantApplicationView } from '../../api/types.js';
import { dateText, useLanguage, useOverrideTexts } from '../../texts/index.js';
import { Banner, DescriptionList, InJapanese } from '../../ui/index.js';

/** A computed value that the office has set to another: both values, and why. */
export function ChangedByOffice({
  changed,
}: {
  readonly changed: ApplicantApplicationView['changedByOffice'];
}): ReactNode {
  const texts = useOverrideTexts().changed;
  const language = useLanguage();
  return changed.map(({ path, label, computed, value, reason, at }) => (
    <Banner key={path} tone="info" title={texts.title}>
      <p>
        {label} {dateText(at, language)}
      </p>
      <DescriptionList
        rows={[
          { key: 'from', term: texts.from, value: computed },
          { key: 'to', term: texts.to, value: <strong>{value}</strong> },
          { key: 'reason', term: texts.reason, value: <InJapanese>{reason}</InJapanese> },
        ]}
      />
    </Banner>
  ));
}
