import { useState, type ReactNode } from 'react';
import { fetchCaseDeliveries } from '../../api/deliveries.js';
import type { CaseDeliveries, DeliveryTaskView, NoticeView } from '../../api/types.js';
import { dateText, dateTimeText, useDeskDeliveriesTexts, useLanguage } from '../../texts/index.js';
import { Banner, Button, StatusChip } from '../../ui/index.js';
import { deskKeys } from '../desk-queries.js';
import { RailCard } from '../application/rail/RailCard.js';
import { useCardData } from '../application/use-card-data.js';
import { mailTones } from './mail-tones.js';
import { SettleDialog } from './SettleDialog.js';

interface DeliveriesCardProps {
  readonly applicationId: string;
  /** The case as it was looked at: mails follow its changes. */
  readonly lock: number;
  readonly notices: readonly NoticeView[];
}

/** Whether what was sent about a case reached its applicant. */
export function DeliveriesCard({ applicationId, lock, notices }: DeliveriesCardProps): ReactNode {
  const texts = useDeskDeliveriesTexts().card;
  const data = useCardData([...deskKeys.deliveries, applicationId, lock], () =>
    fetchCaseDeliveries(applicationId),
  );
  const [settling, setSettling] = useState<DeliveryTaskView | null>(null);
  if (!data) return null;
  return (
    <RailCard title={texts.title}>
      {data.trouble && <Banner tone="warning" title={texts.trouble[data.trouble.kind]} />}
      <OpenTasks tasks={data.tasks.filter(({ settledAt }) => settledAt === null)} onSettle={setSettling} />
      <Consent consent={data.consent} />
      <p className="desk-small">
        <strong>{texts.mails}</strong>
      </p>
      {data.mails.length === 0 && <p className="tz-quiet">{texts.noMails}</p>}
      <Mails mails={data.mails} notices={notices} />
      <Letters letters={data.letters} notices={notices} />
      {settling && (
        <SettleDialog task={settling} onClose={() => setSettling(null)} onSettled={() => setSettling(null)} />
      )}
    </RailCard>
  );
}

interface OpenTasksProps {
  readonly tasks: readonly DeliveryTaskView[];
  readonly onSettle: (task: DeliveryTaskView) => void;
}

function OpenTasks({ tasks, onSettle }: OpenTasksProps): ReactNode {
  const texts = useDeskDeliveriesTexts();
  return tasks.map((task) => (
    <div key={task.id} className="desk-notice">
      <p>
        {texts.kinds[task.kind]}
        <span className="desk-small tz-quiet">　{task.title ?? texts.aMessage}</span>
      </p>
      <Button
        size="small"
        aria-label={texts.settleOf(task.number, texts.kinds[task.kind])}
        onClick={() => onSettle(task)}
      >
        {texts.settle}
      </Button>
    </div>
  ));
}

function Consent({ consent }: Pick<CaseDeliveries, 'consent'>): ReactNode {
  const texts = useDeskDeliveriesTexts().card;
  const language = useLanguage();
  return (
    <p className="desk-small">
      <strong>{texts.consent}</strong>　{texts.consents[consent.by ?? 'none']}
      {consent.at !== null && consent.words !== null && (
        <span className="tz-quiet">　{texts.consentAt(dateText(consent.at, language), consent.words)}</span>
      )}
    </p>
  );
}

interface MailsProps {
  readonly mails: CaseDeliveries['mails'];
  readonly notices: readonly NoticeView[];
}

function Mails({ mails, notices }: MailsProps): ReactNode {
  const texts = useDeskDeliveriesTexts();
  const language = useLanguage();
  const titleOf = ({ id, source }: CaseDeliveries['mails'][number]): string => {
    if (source === 'notice_reminder') return texts.aReminder;
    if (source === 'notice_revocation') return texts.aRevocation;
    return notices.find((notice) => notice.id === id)?.title ?? texts.aMessage;
  };
  return (
    <ul className="desk-notices">
      {mails.map((mail) => (
        <li key={mail.id} className="desk-notice">
          <p className="desk-small">{titleOf(mail)}</p>
          {mail.recipients.map(({ recipient, state, status, at }) => (
            <p key={recipient} className="desk-small">
              <StatusChip tone={mailTones[state]}>{texts.states[state]}</StatusChip> {recipient}
              {at !== null && <span className="tz-quiet">　{dateTimeText(at, language)}</span>}
              {status !== null && <span className="tz-quiet">　{texts.reason(status)}</span>}
            </p>
          ))}
        </li>
      ))}
    </ul>
  );
}

interface LettersProps {
  readonly letters: CaseDeliveries['letters'];
  readonly notices: readonly NoticeView[];
}

function Letters({ letters, notices }: LettersProps): ReactNode {
  const texts = useDeskDeliveriesTexts().card;
  const language = useLanguage();
  return letters.map(({ noticeId, reason, handedOn }) => (
    <p key={noticeId} className="desk-small">
      {notices.find(({ id }) => id === noticeId)?.title}　{texts.letter[reason]}（
      {handedOn === null ? texts.letterWaits : texts.letterGone(dateText(handedOn, language))}）
    </p>
  ));
}
