import type { ReactNode } from 'react';
import type { DraftView, OnceCheck } from '../../api/types.js';
import { dateTimeText, useMeetingTexts, useLanguage } from '../../texts/index.js';
import { Banner, ButtonLink } from '../../ui/index.js';

interface OnceNoticeProps {
  readonly heldBy: NonNullable<OnceCheck['heldBy']>;
  readonly contact: DraftView['contact'];
}

/** It was applied for already. Said early, so that nobody fills in ten pages for nothing; typing goes on. */
export function OnceNotice({ heldBy, contact }: OnceNoticeProps): ReactNode {
  const texts = useMeetingTexts().once;
  const language = useLanguage();
  return (
    <div className="tz-fill__banner">
      {heldBy.mine ? (
        <Banner
          tone="warning"
          role="status"
          title={texts.mine(heldBy.number, dateTimeText(heldBy.submittedAt, language))}
        >
          <p>{texts.mineBody}</p>
          <ButtonLink size="small" to={`/applications/${heldBy.applicationId}`}>
            {texts.mineLink}
          </ButtonLink>
        </Banner>
      ) : (
        <Banner tone="warning" role="status" title={texts.theirs}>
          <p>{texts.theirsBody(contact.name, contact.phone, contact.hours)}</p>
        </Banner>
      )}
    </div>
  );
}
