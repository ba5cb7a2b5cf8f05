import type { CaseDeliveries } from '../../api/types.js';
import type { ChipTone } from '../../ui/index.js';

type MailState = CaseDeliveries['mails'][number]['recipients'][number]['state'];

export const mailTones: Readonly<Record<MailState, ChipTone>> = {
  queued: 'quiet',
  sent: 'progress',
  delayed: 'waiting',
  delivered: 'done',
  bounced: 'danger',
  complained: 'danger',
  failed: 'danger',
};
