import { appealOfNotice, type Procedure } from '#engine';
import type { NoticeView } from './application.dto.js';
import { iso, type NoticeRecord } from './applications.queries.js';

export function noticeView(procedure: Procedure, notice: NoticeRecord): NoticeView {
  const firstOpenedAt = notice.first_opened_at === null ? null : iso(notice.first_opened_at);
  return {
    id: notice.id,
    kind: notice.kind,
    template: notice.template,
    title: notice.title,
    createdAt: iso(notice.created_at),
    documentNumber: notice.document_number,
    text: notice.text,
    state: notice.state,
    pdf: notice.has_pdf ? `/api/notices/${notice.id}/pdf` : null,
    firstOpenedAt,
    revoked: notice.revoked && { ...notice.revoked, at: iso(notice.revoked.at) },
    appeal: notice.kind === 'notice' ? appealOfNotice(procedure, notice.template, firstOpenedAt) : null,
  };
}
