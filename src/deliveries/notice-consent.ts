/** Terms of use since this version say that documents come electronically to whoever registers. */
const firstTermsWithNotices = '2026-11-22';

/** Version of the words of the screen on which one chooses how documents come (通知書の受け取り方). */
export const noticeWords = '2026-11-22';

export interface ConsentRow {
  readonly notices_by: 'portal' | 'post' | null;
  readonly notices_chosen_at: Date | string | null;
  readonly notices_words: string | null;
  readonly terms_version: string | null;
  readonly terms_agreed_at: Date | string | null;
}

interface NoticeConsent {
  readonly by: 'portal' | 'post' | null;
  readonly at: string | null;
  readonly words: string | null;
}

/** How somebody gets documents: as they chose, else as the terms say that they agreed to; null where neither says it. */
export function noticeConsentOf(row: ConsentRow): NoticeConsent {
  const instant = (at: Date | string | null): string | null =>
    at === null ? null : new Date(at).toISOString();
  if (row.notices_by !== null)
    return { by: row.notices_by, at: instant(row.notices_chosen_at), words: row.notices_words };
  if (row.terms_version !== null && row.terms_version >= firstTermsWithNotices)
    return { by: 'portal', at: instant(row.terms_agreed_at), words: row.terms_version };
  return { by: null, at: null, words: null };
}
