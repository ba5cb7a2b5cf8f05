import { useState, type ReactNode } from 'react';
import { approveAnnouncement, previewAnnouncement, stepAnnouncement } from '../../api/desk-news.js';
import { useQuery } from '../../api/query/index.js';
import type { DeskAnnouncementView } from '../../api/types.js';
import { dateTimeText, useDeskNewsTexts, useLanguage } from '../../texts/index.js';
import { Banner, Button, Buttons } from '../../ui/index.js';
import { RefusalBanner } from '../frame/RefusalBanner.js';
import { ConfirmDialog } from '../frame/ConfirmDialog.js';
import { useNewsStep } from './news-queries.js';

/** What comes next, and who may do it. */
export function AnnouncementSteps({ one }: { readonly one: DeskAnnouncementView }): ReactNode {
  const texts = useDeskNewsTexts();
  const { steps } = texts;
  const language = useLanguage();
  const step = useNewsStep();
  const [asking, setAsking] = useState<'approve' | 'decline' | 'withdraw' | null>(null);
  const { id, state, may, mine, withdrawn, content } = one;
  const can = (name: DeskAnnouncementView['may'][number]): boolean => may.includes(name);
  return (
    <section className="tz-stack" aria-labelledby="news-steps">
      <h2 id="news-steps" className="tz-heading">
        {steps.title}
      </h2>
      {state === 'asked' && <p>{can('approve') ? steps.read : mine ? steps.own : steps.asked}</p>}
      {state === 'planned' && <p>{steps.planned(dateTimeText(content.startsAt ?? '', language))}</p>}
      {withdrawn && (
        <Banner tone="warning" title={texts.states.withdrawn}>
          <p className="tz-prewrap">{withdrawn.note}</p>
        </Banner>
      )}
      <RefusalBanner error={step.error} />
      <Buttons>
        {can('approve') && (
          <Button look="primary" onClick={() => setAsking('approve')}>
            {steps.approve}
          </Button>
        )}
        {can('decline') && <Button onClick={() => setAsking('decline')}>{steps.decline}</Button>}
        {can('take-back') && (
          <Button
            blocked={step.isPending}
            onClick={() => step.mutate(() => stepAnnouncement(id, 'take-back'))}
          >
            {steps.takeBack}
          </Button>
        )}
        {can('withdraw') && (
          <Button look="danger" onClick={() => setAsking('withdraw')}>
            {steps.withdraw}
          </Button>
        )}
      </Buttons>
      {asking === 'approve' && <Approve one={one} onClose={() => setAsking(null)} />}
      {asking === 'decline' && (
        <ConfirmDialog
          title={steps.declineTitle}
          lead={steps.declineLead}
          submit={steps.decline}
          reason={steps.reason}
          onClose={() => setAsking(null)}
          onConfirm={(reason) => step.keep(() => stepAnnouncement(id, 'decline', reason))}
        />
      )}
      {asking === 'withdraw' && (
        <ConfirmDialog
          title={steps.withdrawTitle}
          lead={steps.withdrawLead}
          submit={steps.withdraw}
          danger
          reason={steps.withdrawReason}
          onClose={() => setAsking(null)}
          onConfirm={(reason) => step.keep(() => stepAnnouncement(id, 'withdraw', reason))}
        />
      )}
    </section>
  );
}

interface ApproveProps {
  readonly one: DeskAnnouncementView;
  readonly onClose: () => void;
}

/** How many it goes to is counted anew before the last word. */
function Approve({ one: { id, content, digest }, onClose }: ApproveProps): ReactNode {
  const texts = useDeskNewsTexts();
  const { steps } = texts;
  const language = useLanguage();
  const step = useNewsStep();
  const counted = useQuery({
    queryKey: ['desk', 'announcements', 'counts', id, digest],
    queryFn: () => previewAnnouncement(id, content),
  });
  const byMail = counted.data?.counts.byMail;
  return (
    <ConfirmDialog
      title={steps.approveTitle}
      lead={
        content.startsAt === null
          ? steps.approveNow(byMail === undefined ? '…' : texts.preview.people(byMail))
          : steps.approveLater(dateTimeText(content.startsAt, language))
      }
      submit={steps.approve}
      onClose={onClose}
      onConfirm={() => step.keep(() => approveAnnouncement(id, digest ?? ''))}
    />
  );
}
