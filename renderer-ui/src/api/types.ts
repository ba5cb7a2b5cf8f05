/** The shapes of requests and answers are the server's; types alone cross over, no code does. */
export type { SessionView, SiteView } from '../../../src/access/session.dto.js';
export type { DemoAccounts } from '../../../src/demo/demo-account.dto.js';
export type { AccountView, ClosingView } from '../../../src/accounts/account.dto.js';
export type { OwnSessions } from '../../../src/access/own-sessions.dto.js';
export type { PasswordResetView } from '../../../src/accounts/password-reset.dto.js';
export type { ProfileEntry, ProfileTexts, RegistrationView } from '../../../src/accounts/registration.dto.js';
export type { InviteAgentRequest, MandateList, MandateView } from '../../../src/mandates/mandate.dto.js';
export type { TermsView } from '../../../src/accounts/terms/terms.dto.js';
export type { AnnouncementList, AnnouncementView } from '../../../src/announcements/announcement.dto.js';
export type {
  AnnouncementContent,
  AnnouncementOptions,
  AnnouncementPreview,
  CorrectionRequest,
  DeskAnnouncementLine,
  DeskAnnouncementList,
  DeskAnnouncementView,
} from '../../../src/announcements/desk/desk-announcement.dto.js';
export type {
  ApplicantApplicationView,
  ApplicationList,
  ApplicationListItem,
  ClockView,
  NoticeView,
} from '../../../src/applications/application.dto.js';
export type {
  ActionView,
  ColleagueList,
  DeskApplicationView,
  ListedColumn,
  ListsView,
  ProcedureLists,
  HistoryLine,
  QueueList,
  FollowingPage,
  QueuePage,
  QueueRow,
  QueueView,
  TakeActionRequest,
} from '../../../src/applications/desk.dto.js';
export type {
  BatchLetters,
  BatchList,
  BatchOffer,
  BatchRows,
  BatchView,
  BatchWork,
  NewBatchRequest,
} from '../../../src/batches/batch.dto.js';
export type {
  NewPaymentsRequest,
  PaymentBatchView,
  PaymentRows,
  PaymentRowsQuery,
  PaymentRowView,
  PaymentsOverview,
  PlanRequest,
  ReportRowRequest,
  WaitingList,
} from '../../../src/payments/payment-batch.dto.js';
export type { ProfileList, ProfileSettings, ProfileView } from '../../../src/payments/payment-profile.dto.js';
export type {
  PaperCheckView,
  SettleCheckRequest,
  TypedAgainRequest,
} from '../../../src/paper-applications/paper-check.dto.js';
export type {
  BeginPaperRequest,
  BegunPaper,
  HandOutLettersRequest,
  LetterList,
  LetterWay,
  PaperArrivalRequest,
  PaperDesk,
  PaperDraftView,
  PaperTrail,
  SetAside,
  SubmitPaperRequest,
} from '../../../src/paper-applications/paper.dto.js';
export type { DeskFileView } from '../../../src/desk-files/desk-file.dto.js';
export type {
  CaseVisits,
  FindingRequest,
  FindingView,
  PlanVisitRequest,
  RouteList,
  VisitView,
} from '../../../src/inspections/visit.dto.js';
export type {
  AnswerOpinionRequest,
  AskOpinionRequest,
  CaseOpinion,
  CaseOpinions,
  ExtendOpinionRequest,
  OpinionLine,
  OpinionList,
  OpinionQueue,
  OpinionView,
} from '../../../src/opinions/opinion.dto.js';
export type {
  ChooseVisitRequest,
  OwnVisits,
  ProposeVisitRequest,
} from '../../../src/inspections/visit-proposal.dto.js';
export type {
  AskRevocationRequest,
  DecideRevocationRequest,
  FileVerdict,
  NoticeProofs,
  ProvedNotice,
} from '../../../src/notices/proofs/proof.dto.js';
export type {
  CaseDeliveries,
  DeliveriesView,
  DeliveryTaskView,
  SettleDeliveryRequest,
} from '../../../src/deliveries/delivery.dto.js';
export type { OperationsView } from '../../../src/operations/operations.dto.js';
export type { DeskPlaces } from '../../../src/places/places.dto.js';
export type {
  ExportContent,
  ExportCount,
  ExportFaults,
  ExportList,
  ExportOffer,
  ExportRequest,
  ExportView,
  SaveDefinitionRequest,
} from '../../../src/exports/export.dto.js';
export type { AuditAction, LogEntryDetail, LogPage, LogState } from '../../../src/audit/log/log.dto.js';
export type { PublicStatistics, StatisticsView } from '../../../src/statistics/statistics.dto.js';
export type { ListPlace, SavedViewList } from '../../../src/applications/views/saved-view.dto.js';
export type {
  AttachmentView,
  CarriedAnswers,
  CarryRequest,
  CorrectionView,
  DraftList,
  DraftListItem,
  DraftView,
  MovedView,
  OnceCheck,
  Receipt,
  ReferableApplication,
  SavedDraft,
  SaveDraftRequest,
  SubmitDraftRequest,
} from '../../../src/drafts/draft.dto.js';
export type { WaitingView } from '../../../src/applications/waiting.dto.js';
export type { NoticeList } from '../../../src/notices/notice-list.dto.js';
export type {
  AnnotateRequest,
  AnnotationView,
  CaseworkView,
  NoteRequest,
} from '../../../src/casework/casework.dto.js';
export type { RelatedList } from '../../../src/related/related.dto.js';
export type { PreviewView } from '../../../src/previews/preview.dto.js';
export type { OverrideRequest } from '../../../src/applications/override.dto.js';
export type { DeskReadingList, OpenedAnswerView, ReadingList } from '../../../src/readings/reading.dto.js';
export type {
  ConversationList,
  ConversationView,
  MessageFileView,
  MessageView,
  SendMessageRequest,
} from '../../../src/messages/message.dto.js';
export type { BeginUploadRequest, UploadView } from '../../../src/drafts/uploads/upload.dto.js';
export type { SavedSiteView, SiteEntry, SiteList, SiteQuestionView } from '../../../src/sites/site.dto.js';
export type { SigningView } from '../../../src/drafts/signing.dto.js';
export type {
  IdentityArrivalView,
  IdentityProviderList,
  OwnIdentities,
} from '../../../src/identity/identity.dto.js';
export type { SubmissionSignatures } from '../../../src/applications/signatures.dto.js';
export type {
  DepartmentList,
  DepartmentRequest,
  TeamRequest,
} from '../../../src/staff/departments/department.dto.js';
export type {
  AddOfficialRequest,
  ChangeOfficialRequest,
  OfficialEntry,
  OfficialList,
  ImportView,
  OfficialView,
  ReleasedView,
  RoleBookView,
  StartingPassword,
} from '../../../src/staff/officials/official.dto.js';
export type { CodesSetUp, OwnAccountView, RecoveryCodes } from '../../../src/staff/own/own-account.dto.js';
export type { AbsenceList, AbsenceRequest } from '../../../src/staff/absence.dto.js';
export type { Favourites, MarkFavouriteRequest } from '../../../src/favourites/favourite.dto.js';
export type { BeginAsGuestRequest, GuestSecret, GuestView } from '../../../src/guests/guest.dto.js';
export type { Mailbox, MailboxMail } from '../../../src/embedded/mailbox.dto.js';
export type { FieldProblem, ProblemDetails } from '../../../src/http/problem.dto.js';
export type {
  BankOffice,
  BankOffices,
  PostalAddress,
  PostalCodeView,
} from '../../../src/lookups/lookups.dto.js';
export type {
  EligibilityView,
  FrequentQuestions,
  ListedQuestion,
  QuestionsView,
} from '../../../src/procedures/catalogue.dto.js';
export type {
  FormBundle,
  FormEnglish,
  ProcedureList,
  ProcedureListItem,
  ProcedureView,
} from '../../../src/procedures/procedure.dto.js';
