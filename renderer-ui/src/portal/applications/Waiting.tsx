import type { ReactNode } from 'react';
import type { WaitingView } from '../../api/types.js';
import { dateText, dateTimeText, useArrivalTexts, useLanguage, useMineTexts } from '../../texts/index.js';
import { Banner, ButtonLink } from '../../ui/index.js';

/** What waits for the applicant, before everything else: each with the one thing to do about it. */
export function Waiting({ waiting }: { readonly waiting: WaitingView }): ReactNode {
  const texts = useMineTexts();
  const arrival = useArrivalTexts();
  const language = useLanguage();
  const { corrections, messages, notices, drafts, mailTrouble } = waiting;
  const nothing = !mailTrouble && corrections.length + messages.length + notices.length + drafts.length === 0;
  return (
    <section className="tz-mine__section" aria-labelledby="waiting">
      <h2 id="waiting" className="tz-heading">
        {texts.waiting}
      </h2>
      {nothing && <p className="tz-quiet">{texts.nothingWaits}</p>}
      <div className="tz-mine__list">
        {mailTrouble && (
          <Banner tone="warning" title={arrival.trouble.bounced}>
            <p>{arrival.troubleShort}</p>
            <ButtonLink size="small" to="/account">
              {arrival.check}
            </ButtonLink>
          </Banner>
        )}
        {corrections.map((one) => (
          <Banner
            key={one.applicationId}
            tone="warning"
            title={texts.correction(dateText(one.dueOn, language))}
          >
            <p>{texts.about(one.procedureTitle, one.subject)}</p>
            <ButtonLink size="small" to={`/applications/${one.applicationId}`}>
              {texts.correctionAction}
            </ButtonLink>
          </Banner>
        ))}
        {messages.map((one) => (
          <Banner key={one.applicationId} tone="info" title={texts.message(one.unread)}>
            <p>{texts.about(one.procedureTitle, one.subject)}</p>
            <ButtonLink size="small" to={`/applications/${one.applicationId}/messages`}>
              {texts.messageAction}
            </ButtonLink>
          </Banner>
        ))}
        {drafts.map((one) => (
          <Banner key={one.draftId} tone="warning" title={texts.draft(dateTimeText(one.closesAt, language))}>
            <p>{one.procedureTitle}</p>
            <ButtonLink size="small" to={`/drafts/${one.draftId}`}>
              {texts.draftAction}
            </ButtonLink>
          </Banner>
        ))}
        {notices.length > 0 && (
          <Banner tone="info" title={texts.notices(notices.length)}>
            <ButtonLink size="small" to="/notices">
              {texts.noticesAction}
            </ButtonLink>
          </Banner>
        )}
      </div>
    </section>
  );
}
