import type { ReactNode } from 'react';
import { noticeAddress } from '../../../api/applications.js';
import type { NoticeView } from '../../../api/types.js';
import {
  dateText,
  dateTimeText,
  useDeskDeliveriesTexts,
  useLanguage,
  useUiTexts,
} from '../../../texts/index.js';
import { ButtonAnchor, Disclosure, StatusChip, type ChipTone } from '../../../ui/index.js';
import { useDeskTexts } from '../../desk-texts.js';
import { RailCard } from './RailCard.js';

const tones: Readonly<Record<NoticeView['state'], ChipTone>> = {
  queued: 'quiet',
  ready: 'progress',
  sent: 'done',
  undeliverable: 'danger',
};

export function NoticesCard({ notices }: { readonly notices: readonly NoticeView[] }): ReactNode {
  const texts = useDeskTexts().notices;
  return (
    <RailCard title={texts.title}>
      {notices.length === 0 && <p className="tz-quiet">{texts.none}</p>}
      <ul className="desk-notices">
        {notices.map((notice) => (
          <Notice key={notice.id} notice={notice} />
        ))}
      </ul>
    </RailCard>
  );
}

function Notice({ notice }: { readonly notice: NoticeView }): ReactNode {
  const { notices: texts, signs } = useDeskTexts();
  const { appeal, revoked } = useDeskDeliveriesTexts();
  const language = useLanguage();
  const newTab = useUiTexts().opensInNewTab;
  return (
    <li className="desk-notice">
      <p className="desk-notice__title">
        <strong>{notice.title}</strong>
        {notice.revoked ? (
          <StatusChip tone="danger">{revoked}</StatusChip>
        ) : (
          <StatusChip tone={tones[notice.state]}>{texts.states[notice.state]}</StatusChip>
        )}
      </p>
      <p className="desk-small tz-quiet">
        {texts.kinds[notice.kind]}
        {signs.also}
        {dateTimeText(notice.createdAt, language)}
        {notice.documentNumber !== null && `${signs.also}${notice.documentNumber}`}
      </p>
      {notice.pdf !== null && (
        <>
          <p className="desk-small">
            {notice.firstOpenedAt === null
              ? texts.notOpened
              : texts.opened(dateTimeText(notice.firstOpenedAt, language))}
          </p>
          {notice.appeal !== null && !notice.revoked && (
            <p className="desk-small">
              {appeal(
                dateText(notice.appeal.knownOn, language),
                dateText(notice.appeal.appealUntil, language),
                dateText(notice.appeal.suitUntil, language),
              )}
            </p>
          )}
          <ButtonAnchor
            size="small"
            href={noticeAddress(notice.id)}
            target="_blank"
            rel="noreferrer"
            aria-label={`${texts.pdfOf(notice.title)}${signs.aside(newTab)}`}
          >
            {texts.pdf}
          </ButtonAnchor>
        </>
      )}
      {notice.text !== null && (
        <Disclosure summary={texts.body}>
          <p className="tz-prewrap desk-small">{notice.text}</p>
        </Disclosure>
      )}
    </li>
  );
}
