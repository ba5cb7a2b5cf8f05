import type { ReactNode } from 'react';
import { noticeAddress } from '../../api/applications.js';
import type { NoticeView } from '../../api/types.js';
import { dateTimeText, useApplicationsTexts, useLanguage } from '../../texts/index.js';
import { ButtonAnchor, Disclosure, Icon } from '../../ui/index.js';

/** Documents first, newest first; mails can be read again here. */
export function Notices({ notices }: { readonly notices: readonly NoticeView[] }): ReactNode {
  const texts = useApplicationsTexts().page;
  if (notices.length === 0) return <p className="tz-quiet">{texts.noNotices}</p>;
  const newestFirst = [...notices].sort((a, b) => b.createdAt.localeCompare(a.createdAt));
  const documentsFirst = ['notice', 'message'].flatMap((kind) =>
    newestFirst.filter((notice) => notice.kind === kind),
  );
  return (
    <ul className="tz-notices">
      {documentsFirst.map((notice) => (
        <Notice key={notice.id} notice={notice} />
      ))}
    </ul>
  );
}

function Notice({ notice }: { readonly notice: NoticeView }): ReactNode {
  const texts = useApplicationsTexts().page;
  const language = useLanguage();
  const facts = [
    dateTimeText(notice.createdAt, language),
    ...(notice.documentNumber === null ? [] : [`${texts.documentNumber} ${notice.documentNumber}`]),
    ...(notice.firstOpenedAt === null
      ? []
      : [texts.firstOpened(dateTimeText(notice.firstOpenedAt, language))]),
  ];
  return (
    <li className="tz-notices__item">
      <p className="tz-notices__title">
        <Icon name={notice.kind === 'notice' ? 'file' : 'mail'} /> {notice.title}
      </p>
      <p className="tz-quiet">{texts.facts(facts)}</p>
      {notice.kind === 'notice' &&
        (notice.pdf === null ? (
          <p className="tz-quiet">{texts.preparing}</p>
        ) : (
          <ButtonAnchor size="small" href={noticeAddress(notice.id)} download>
            <Icon name="download" />
            {texts.download(notice.title)}
          </ButtonAnchor>
        ))}
      {notice.text !== null && (
        <Disclosure summary={texts.readMessage}>
          <p className="tz-prewrap">{notice.text}</p>
        </Disclosure>
      )}
    </li>
  );
}
