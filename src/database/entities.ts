import { DeliveryTask } from '../deliveries/delivery-task.entity.js';
import { MailSending } from '../deliveries/mail-sending.entity.js';
import { MailTrouble } from '../deliveries/mail-trouble.entity.js';
import { NoticeByPost } from '../deliveries/notice-by-post.entity.js';
import { TrialMail } from '../notices/trial-mail/trial-mail.entity.js';
import { NoticeReminder } from '../notices/reminder/notice-reminder.entity.js';
import type { EntitySchema } from 'typeorm';
import { Session } from '../access/session.entity.js';
import { RecoveryCode } from '../access/second-factor/recovery-code.entity.js';
import { SecondFactor } from '../access/second-factor/second-factor.entity.js';
import { SignInAttempt } from '../access/sign-in-attempt.entity.js';
import { Account } from '../accounts/account.entity.js';
import { Applicant } from '../accounts/applicant.entity.js';
import { MailProof } from '../accounts/mail-proof.entity.js';
import { Announcement } from '../announcements/announcement.entity.js';
import { AnnouncementMail } from '../announcements/announcement-mail.entity.js';
import { AnnouncementCorrection } from '../announcements/desk/announcement-correction.entity.js';
import { AnnouncementEvent } from '../announcements/desk/announcement-event.entity.js';
import { AuditAnchor } from '../audit/audit-anchor.entity.js';
import { AuditEvent } from '../audit/audit-event.entity.js';
import { AuditKey } from '../audit/audit-key.entity.js';
import { AuditPlace } from '../audit/audit-place.entity.js';
import { AuditSeal } from '../audit/audit-seal.entity.js';
import { ApplicationEvent } from '../applications/application-event.entity.js';
import { ApplicationListed } from '../applications/application-listed.entity.js';
import { ApplicationSearch } from '../applications/application-search.entity.js';
import { Application } from '../applications/application.entity.js';
import { SavedView } from '../applications/views/saved-view.entity.js';
import { CorrectionPermission } from '../applications/correction-permission.entity.js';
import { Submission } from '../applications/submission.entity.js';
import { Batch } from '../batches/batch.entity.js';
import { BatchLetter } from '../batches/batch-letter.entity.js';
import { BatchRow } from '../batches/batch-row.entity.js';
import { Attachment } from '../drafts/attachment.entity.js';
import { Draft } from '../drafts/draft.entity.js';
import { Mandate } from '../mandates/mandate.entity.js';
import { Conversation } from '../messages/conversation.entity.js';
import { MessageFile } from '../messages/message-file.entity.js';
import { Message } from '../messages/message.entity.js';
import { AccountIdentity } from '../identity/account-identity.entity.js';
import { IdentityArrival } from '../identity/identity-arrival.entity.js';
import { IdentityRequestRow } from '../identity/identity-request.entity.js';
import { CasePresence } from '../casework/case-presence.entity.js';
import { FieldAnnotation } from '../casework/field-annotation.entity.js';
import { ReviewerNote } from '../casework/reviewer-note.entity.js';
import { Favourite } from '../favourites/favourite.entity.js';
import { Upload } from '../drafts/uploads/upload.entity.js';
import { AccountMail } from '../notices/account-mail/account-mail.entity.js';
import { MessageMail } from '../notices/message-mail/message-mail.entity.js';
import { ExportDefinition } from '../exports/export-definition.entity.js';
import { Export } from '../exports/export.entity.js';
import { ExportedApplication } from '../exports/exported-application.entity.js';
import { CorrectionPoint } from '../applications/correction-point.entity.js';
import { StatisticsApplication } from '../statistics/statistics-application.entity.js';
import { StatisticsCount } from '../statistics/statistics-count.entity.js';
import { StatisticsDraft } from '../statistics/statistics-draft.entity.js';
import { StatisticsDue } from '../statistics/statistics-due.entity.js';
import { AuditCheck } from '../audit/audit-check.entity.js';
import { Notice } from '../notices/notice.entity.js';
import { NoticeProof } from '../notices/proofs/notice-proof.entity.js';
import { NoticeRevocation } from '../notices/proofs/notice-revocation.entity.js';
import { NoticeWaiting } from '../notices/proofs/notice-waiting.entity.js';
import { NumberCounter } from '../notices/number-counter.entity.js';
import { Outbox } from '../notices/outbox.entity.js';
import { NoticePreview } from '../previews/notice-preview.entity.js';
import { DrawnPaper } from '../papers/drawn-paper.entity.js';
import { PaymentBatch } from '../payments/payment-batch.entity.js';
import { PaymentEvent } from '../payments/payment-event.entity.js';
import { PaymentFile } from '../payments/payment-file.entity.js';
import { PaymentProfile } from '../payments/payment-profile.entity.js';
import { Payment } from '../payments/payment.entity.js';
import { ProcedureVersion } from '../procedures/procedure-version.entity.js';
import { ProcedureRow } from '../procedures/procedure.entity.js';
import { ValidatorModule } from '../procedures/validator-module.entity.js';
import { Reading } from '../readings/reading.entity.js';
import { StoredTrait } from '../related/stored-trait.entity.js';
import { SavedSite } from '../sites/saved-site.entity.js';
import { Signature } from '../signatures/signature.entity.js';
import { DeskFile } from '../desk-files/desk-file.entity.js';
import { Letter } from '../paper-applications/letter.entity.js';
import { PaperCheck } from '../paper-applications/paper-check.entity.js';
import { PaperDraft } from '../paper-applications/paper-draft.entity.js';
import { OpinionMail } from '../notices/opinion-mail/opinion-mail.entity.js';
import { Opinion } from '../opinions/opinion.entity.js';
import { OpinionExtension } from '../opinions/opinion-extension.entity.js';
import { Visit } from '../inspections/visit.entity.js';
import { VisitProposal } from '../inspections/visit-proposal.entity.js';
import { VisitFinding } from '../inspections/visit-finding.entity.js';
import { Department } from '../staff/department.entity.js';
import { FailedTimer } from '../applications/failed-timer.entity.js';
import { DeadJob } from '../jobs/dead-job.entity.js';
import { QueueLook } from '../jobs/queue-look.entity.js';
import { RepeatedWorkRecord } from '../jobs/repeated-work.entity.js';
import { StaffAbsence } from '../staff/staff-absence.entity.js';
import { StaffChange } from '../staff/staff-change.entity.js';
import { StaffRole } from '../staff/staff-role.entity.js';
import { StaffTeam } from '../staff/staff-team.entity.js';
import { Staff } from '../staff/staff.entity.js';
import { Team } from '../staff/team.entity.js';
import { ProcedureDraft } from '../builder/procedure-draft.entity.js';
import { ProcedureDraftFile } from '../builder/procedure-draft-file.entity.js';
import { ProcedureDraftChange } from '../builder/procedure-draft-change.entity.js';
import { ProcedureDraftPresence } from '../builder/procedure-draft-presence.entity.js';
import { DraftValidator } from '../builder/draft-validator.entity.js';
import { FormPreview } from '../builder/form-preview.entity.js';
import { PublicationRequest } from '../publishing/publication-request.entity.js';
import { BuilderNewsRead } from '../builder/builder-news-read.entity.js';
import { ApplicationMove } from '../moves/application-move.entity.js';
import { ApplicationMoveItem } from '../moves/application-move-item.entity.js';
import { PublicationApproval } from '../publishing/publication-approval.entity.js';
import { ProcedureRelease } from '../procedures/procedure-release.entity.js';

/** Every entity of the product. A list and not a search through folders, so that a missing one is a compile error. */
export const entities: (EntitySchema | (new () => object))[] = [
  Account,
  AccountIdentity,
  AccountMail,
  Announcement,
  AnnouncementMail,
  AnnouncementCorrection,
  AnnouncementEvent,
  Applicant,
  Batch,
  BatchLetter,
  BatchRow,
  Application,
  ApplicationListed,
  ApplicationSearch,
  SavedView,
  ApplicationEvent,
  Attachment,
  AuditAnchor,
  AuditCheck,
  AuditEvent,
  AuditKey,
  AuditPlace,
  AuditSeal,
  CasePresence,
  Letter,
  Mandate,
  Conversation,
  CorrectionPermission,
  CorrectionPoint,
  Department,
  DeskFile,
  Draft,
  DrawnPaper,
  Export,
  ExportDefinition,
  ExportedApplication,
  Favourite,
  FieldAnnotation,
  DeliveryTask,
  MailProof,
  MailSending,
  MailTrouble,
  NoticeByPost,
  NoticeReminder,
  TrialMail,
  Message,
  MessageFile,
  MessageMail,
  Notice,
  NoticeProof,
  NoticeRevocation,
  NoticeWaiting,
  NoticePreview,
  IdentityArrival,
  IdentityRequestRow,
  NumberCounter,
  Outbox,
  PaperCheck,
  PaperDraft,
  ProcedureRow,
  ProcedureDraft,
  ProcedureDraftFile,
  ProcedureDraftChange,
  ProcedureDraftPresence,
  DraftValidator,
  FormPreview,
  PublicationRequest,
  ApplicationMove,
  BuilderNewsRead,
  ApplicationMoveItem,
  PublicationApproval,
  ProcedureRelease,
  Payment,
  PaymentBatch,
  PaymentEvent,
  PaymentFile,
  PaymentProfile,
  ProcedureVersion,
  Reading,
  RecoveryCode,
  ReviewerNote,
  SavedSite,
  SecondFactor,
  Session,
  SignInAttempt,
  Signature,
  Staff,
  FailedTimer,
  DeadJob,
  QueueLook,
  RepeatedWorkRecord,
  StaffAbsence,
  StaffChange,
  StaffRole,
  StaffTeam,
  StatisticsApplication,
  StatisticsCount,
  StatisticsDraft,
  StatisticsDue,
  StoredTrait,
  Submission,
  Team,
  Upload,
  ValidatorModule,
  Opinion,
  OpinionExtension,
  OpinionMail,
  Visit,
  VisitFinding,
  VisitProposal,
];
