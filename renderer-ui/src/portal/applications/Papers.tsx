import type { ReactNode } from 'react';
import { answersAddress, receiptAddress } from '../../api/mine.js';
import type { ApplicantApplicationView } from '../../api/types.js';
import { dateTimeText, useApplicationsTexts, useLanguage } from '../../texts/index.js';
import { ButtonAnchor, Icon } from '../../ui/index.js';

/** 控え: what arrived and when, and the answers as they stand, to take home. */
export function Papers({ application }: { readonly application: ApplicantApplicationView }): ReactNode {
  const texts = useApplicationsTexts().page;
  const language = useLanguage();
  const { id, submissions } = application;
  return (
    <ul className="tz-papers">
      <li>
        <ButtonAnchor size="small" href={answersAddress(id, language)} download>
          <Icon name="download" />
          {texts.answersPdf}
        </ButtonAnchor>
      </li>
      {submissions.map(({ n, at }) => (
        <li key={n}>
          <ButtonAnchor size="small" href={receiptAddress(id, n, language)} download>
            <Icon name="download" />
            {n === 1 ? texts.receiptPdf : texts.correctionReceiptPdf(n - 1)}
          </ButtonAnchor>
          <span className="tz-quiet">{dateTimeText(at, language)}</span>
        </li>
      ))}
    </ul>
  );
}
