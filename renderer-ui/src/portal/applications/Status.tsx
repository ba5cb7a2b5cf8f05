import type { ReactNode } from 'react';
import type { ApplicantApplicationView } from '../../api/types.js';
import { dateText, useApplicationsTexts, useLanguage } from '../../texts/index.js';
import { ButtonLink, Buttons, DescriptionList, InJapanese, StatusChip } from '../../ui/index.js';

/** Where it stands, whose move it is, when to expect the end, and what one can do now. */
export function Status({ application }: { readonly application: ApplicantApplicationView }): ReactNode {
  const texts = useApplicationsTexts().page;
  const language = useLanguage();
  const { status, turn, department, clock, highlights, messages, correction } = application;
  const next = {
    applicant: texts.turn.applicant,
    office: <InJapanese>{texts.turn.office(department)}</InJapanese>,
    nobody: texts.turn.nobody,
  }[turn];
  const expectedOn = clock.outlook === 'in-time' ? clock.limitOn : (clock.forecastOn ?? clock.limitOn);
  const rows = [
    { key: 'turn', term: texts.whoActs, value: next },
    ...(expectedOn === null || turn === 'nobody'
      ? []
      : [
          {
            key: 'expected',
            term: texts.expected,
            value: turn === 'applicant' ? texts.expectedStopped : texts.about(dateText(expectedOn, language)),
          },
        ]),
    ...highlights.map(({ title, text }) => ({ key: title, term: title, value: text })),
  ];
  return (
    <section className="tz-card" aria-labelledby="status">
      <h2 id="status" className="tz-heading">
        {texts.status}
      </h2>
      <p className="tz-application__status">
        <StatusChip tone={status.tone}>{status.label}</StatusChip>
      </p>
      <p>{status.explanation}</p>
      <DescriptionList rows={rows} />
      <Buttons>
        <ButtonLink
          look={messages.unread > 0 && correction === null ? 'primary' : 'secondary'}
          to={`/applications/${application.id}/messages`}
        >
          {messages.unread > 0 ? texts.messagesUnread(messages.unread) : texts.messages(messages.count)}
        </ButtonLink>
      </Buttons>
    </section>
  );
}
