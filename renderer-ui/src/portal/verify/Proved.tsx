import type { ReactNode } from 'react';
import type { ProvedNotice } from '../../api/types.js';
import { dateText, dateTimeText, useLanguage, useVerifyTexts } from '../../texts/index.js';
import { DescriptionList, InJapanese, StatusChip } from '../../ui/index.js';

const tones = { valid: 'done', expired: 'quiet', revoked: 'danger' } as const;

/** What a notice certifies, and whether it still holds. */
export function Proved({ notice }: { readonly notice: ProvedNotice }): ReactNode {
  const texts = useVerifyTexts();
  const language = useLanguage();
  const { rows } = texts;
  const words = (term: string, key: string, value: string | null) =>
    value === null ? [] : [{ key, term, value: <InJapanese>{value}</InJapanese> }];
  const day = (term: string, key: string, value: string | null) =>
    value === null ? [] : [{ key, term, value: dateText(value, language) }];
  const { revoked, approvals } = notice;
  return (
    <DescriptionList
      rows={[
        {
          key: 'standing',
          term: rows.standing,
          value: (
            <>
              <StatusChip tone={tones[notice.standing]}>{texts.standings[notice.standing]}</StatusChip>
              {revoked && (
                <>
                  <p>{texts.revoked(dateTimeText(revoked.at, language))}</p>
                  <p className="tz-prewrap">
                    <InJapanese>{texts.revokedReason(revoked.reason)}</InJapanese>
                  </p>
                </>
              )}
            </>
          ),
        },
        ...words(rows.title, 'title', notice.title),
        ...words(rows.procedure, 'procedure', notice.procedure),
        ...words(rows.public, 'public', notice.public),
        ...words(rows.documentNumber, 'number', notice.documentNumber),
        ...day(rows.issuedOn, 'issued', notice.issuedOn),
        ...day(rows.until, 'until', notice.until),
        ...words(rows.department, 'department', notice.department),
        ...(approvals > 0
          ? [{ key: 'approvals', term: rows.approvals, value: texts.approvals(approvals) }]
          : []),
        { key: 'signature', term: rows.signature, value: <Signature signature={notice.signature} /> },
      ]}
    />
  );
}

function Signature({ signature }: Pick<ProvedNotice, 'signature'>): ReactNode {
  const texts = useVerifyTexts();
  const language = useLanguage();
  if (!signature) return texts.unsigned;
  const { signer, signedAt, stampedAt, level } = signature;
  return (
    <>
      <p>
        <InJapanese>{texts.signedBy(signer)}</InJapanese>
      </p>
      <p>
        {stampedAt === null
          ? texts.signedAt(dateTimeText(signedAt, language))
          : texts.stampedAt(dateTimeText(stampedAt, language))}
        {texts.aside(`PAdES ${level}`)}
      </p>
    </>
  );
}
