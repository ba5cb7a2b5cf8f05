import type { ReactNode } from 'react';
import type { DeskApplicationView } from '../../api/types.js';
import { NotesCard } from './casework/NotesCard.js';
import { PaperCard } from './paper/PaperCard.js';
import { PublicCard } from './public/PublicCard.js';
import { SecondCorrectionCard } from './second-correction/SecondCorrectionCard.js';
import { useCaseworkHere } from './casework/use-casework.js';
import { RelatedCard } from './related/RelatedCard.js';
import { ProofsCard } from './proofs/ProofsCard.js';
import { OpinionsCard } from './opinions/OpinionsCard.js';
import { ApprovalCard } from './rail/ApprovalCard.js';
import { ChangesCard } from './rail/ChangesCard.js';
import { ChecksCard } from './rail/ChecksCard.js';
import { HistoryCard } from './rail/HistoryCard.js';
import { MessagesCard } from './rail/MessagesCard.js';
import { DeliveriesCard } from '../deliveries/DeliveriesCard.js';
import { NoticesCard } from './rail/NoticesCard.js';
import { OpenCorrectionCard } from './rail/OpenCorrectionCard.js';
import { ReadingsCard } from './rail/ReadingsCard.js';
import { SignatureCard } from './rail/SignatureCard.js';
import { StaffEntriesCard } from './rail/StaffEntriesCard.js';
import { StatusCard } from './rail/StatusCard.js';
import { VisitsCard } from './visits/VisitsCard.js';
import { WarningsCard } from './rail/WarningsCard.js';

interface ApplicationRailProps {
  readonly application: DeskApplicationView;
  readonly criteria: ReadonlyMap<string, string>;
  readonly onAssign: (assignee: 'me' | null) => void;
  readonly onResume: () => void;
  readonly onPermit: (run: () => Promise<DeskApplicationView>) => void;
}

/** Everything known of the review, what needs an eye first. */
export function ApplicationRail({
  application,
  criteria,
  onPermit,
  ...doing
}: ApplicationRailProps): ReactNode {
  const { data } = useCaseworkHere();
  // Whoever only looks on answers somebody on the phone: what the caller sees comes first.
  const looksOn = data?.mayAnnotate === false;
  return (
    <>
      {looksOn && <PublicCard application={application} />}
      <StatusCard application={application} {...doing} />
      <ApprovalCard approval={application.approval} />
      <SecondCorrectionCard application={application} onPermit={onPermit} />
      <OpenCorrectionCard correction={application.correction} />
      <VisitsCard applicationId={application.id} lock={application.lock} />
      <OpinionsCard applicationId={application.id} lock={application.lock} />
      <PaperCard applicationId={application.id} lock={application.lock} />
      <NotesCard key={`notes ${application.id}`} applicationId={application.id} />
      <MessagesCard key={application.id} applicationId={application.id} />
      <ChangesCard changes={application.changes} />
      <SignatureCard applicationId={application.id} />
      <WarningsCard warnings={application.warnings} />
      <ChecksCard checks={application.checks} criteria={criteria} />
      <RelatedCard applicationId={application.id} />
      {!looksOn && <PublicCard application={application} />}
      <StaffEntriesCard application={application} />
      <NoticesCard notices={application.notices} />
      <ProofsCard
        applicationId={application.id}
        issued={application.notices.filter(({ pdf }) => pdf !== null).length}
      />
      <DeliveriesCard applicationId={application.id} lock={application.lock} notices={application.notices} />
      <HistoryCard history={application.history} written={application.written} />
      <ReadingsCard applicationId={application.id} />
    </>
  );
}
