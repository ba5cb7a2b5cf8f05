import type { ReactNode } from 'react';
import { noticeAddress, tellRead } from '../../api/applications.js';
import type { NoticeView } from '../../api/types.js';
import {
  dateText,
  dateTimeText,
  useApplicationsTexts,
  useArrivalTexts,
  useLanguage,
  useMineTexts,
} from '../../texts/index.js';
import { ButtonAnchor, Disclosure, Icon, InJapanese, StatusChip } from '../../ui/index.js';

interface NoticesProps {
  readonly notices: readonly NoticeView[];
  readonly onOpened: () => void;
}

/** Documents first, newest first; mails can be read again here. */
export function Notices({ notices, onOpened }: NoticesProps): ReactNode {
  const texts = useApplicationsTexts().page;
  if (notices.length === 0) return <p className="tz-quiet">{texts.noNotices}</p>;
  const newestFirst = [...notices].sort((a, b) => b.createdAt.localeCompare(a.createdAt));
  const documentsFirst = ['notice', 'message'].flatMap((kind) =>
    newestFirst.filter((notice) => notice.kind === kind),
  );
  return (
    <ul className="tz-notices">
      {documentsFirst.map((notice) => (
        <Notice key={notice.id} notice={notice} onOpened={onOpened} />
      ))}
    </ul>
  );
}

interface NoticeProps {
  readonly notice: NoticeView;
  /** The applicant has just opened it; the server records when they did so first. */
  readonly onOpened: () => void;
  /** What it is about, where that is not the page itself. */
  readonly about?: ReactNode;
}

export function Notice({ notice, onOpened, about }: NoticeProps): ReactNode {
  const texts = useApplicationsTexts().page;
  const mine = useMineTexts();
  const arrival = useArrivalTexts();
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
        <Icon name={notice.kind === 'notice' ? 'file' : 'mail'} /> <InJapanese>{notice.title}</InJapanese>{' '}
        {notice.revoked && <StatusChip tone="danger">{arrival.revoked.chip}</StatusChip>}
        {notice.pdf !== null && notice.firstOpenedAt === null && !notice.revoked && (
          <StatusChip tone="waiting">{mine.unopened}</StatusChip>
        )}
      </p>
      {about !== undefined && <p>{about}</p>}
      <p className="tz-quiet">{texts.facts(facts)}</p>
      {notice.revoked && (
        <p className="tz-prewrap">
          {arrival.revoked.since(dateText(notice.revoked.at, language))}{' '}
          <InJapanese>{arrival.revoked.reason(notice.revoked.reason)}</InJapanese>
        </p>
      )}
      {notice.appeal !== null && !notice.revoked && (
        <p>
          {arrival.appeal(
            dateText(notice.appeal.knownOn, language),
            dateText(notice.appeal.appealUntil, language),
            dateText(notice.appeal.suitUntil, language),
          )}
        </p>
      )}
      {notice.kind === 'notice' &&
        (notice.pdf === null ? (
          <p className="tz-quiet">{texts.preparing}</p>
        ) : (
          <ButtonAnchor
            size="small"
            href={noticeAddress(notice.id)}
            download
            // After the browser has begun to fetch it.
            onClick={() => setTimeout(onOpened, 1_500)}
          >
            <Icon name="download" />
            {texts.download(notice.title)}
          </ButtonAnchor>
        ))}
      {notice.text !== null && (
        <Disclosure
          summary={texts.readMessage}
          // That it was read is worth knowing, and not worth troubling the reader where it cannot be told.
          onOpen={() => void tellRead(notice.id).catch(() => undefined)}
        >
          <p className="tz-prewrap">
            <InJapanese>{notice.text}</InJapanese>
          </p>
        </Disclosure>
      )}
    </li>
  );
}
