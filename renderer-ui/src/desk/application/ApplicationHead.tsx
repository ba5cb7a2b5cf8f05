import type { ReactNode } from 'react';
import type { DeskApplicationView } from '../../api/types.js';
import { Link } from '../../router/index.js';
import { Icon, PageTitle, StatusChip } from '../../ui/index.js';
import { useDeskTexts } from '../desk-texts.js';
import { Others } from './casework/Others.js';
import { useCaseworkHere } from './casework/use-casework.js';
import { DueText } from '../queue/DueText.js';

interface ApplicationHeadProps {
  readonly application: DeskApplicationView;
  readonly backTo: string;
  readonly nextId: string | null;
}

export function ApplicationHead({ application, backTo, nextId }: ApplicationHeadProps): ReactNode {
  const texts = useDeskTexts();
  const { data } = useCaseworkHere();
  return (
    <div className="desk-head">
      <p className="desk-head__ways">
        <Link to={backTo}>
          <Icon name="back" />
          {texts.application.back}
        </Link>
        {nextId !== null && (
          <Link to={`/desk/applications/${encodeURIComponent(nextId)}`}>
            {texts.application.next}
            <Icon name="forward" />
          </Link>
        )}
      </p>
      <PageTitle
        over={
          <>
            <span className="tz-number">{application.number}</span>　{application.procedureTitle}
          </>
        }
      >
        {application.subject}
      </PageTitle>
      <p className="desk-head__line">
        <span>{application.applicantName}</span>
        <StatusChip tone={application.status.tone}>{application.stageTitle}</StatusChip>
        {application.hold && <StatusChip tone="waiting">{texts.queue.onHold}</StatusChip>}
        {application.dueOn !== null && <DueText dueOn={application.dueOn} />}
      </p>
      <Others others={data?.others ?? []} />
    </div>
  );
}
