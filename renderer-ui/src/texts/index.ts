/** Each area of the screens has its own words, so that a screen loads those it says. */
export { useAnnouncementsTexts } from './announcements.js';
export { useBatchesTexts, type BatchesTexts } from './batches.js';
export { useDeskPaymentTexts } from './desk-payment.js';
export { useCaseTexts } from './case.js';
export { useAccountTexts } from './account.js';
export { useApplicationsTexts } from './applications.js';
export {
  cameraTimeText,
  dateText,
  dateTimeText,
  eraDateText,
  eraYearText,
  exactTimeText,
  timeText,
  todayInJapan,
} from './dates.js';
export { useExportsTexts } from './exports.js';
export { useFieldsTexts } from './fields.js';
export { useFillTexts } from './fill.js';
export { useFormTexts } from './form.js';
export { useGuestTexts } from './guest.js';
export { useIdentityTexts } from './identity.js';
export {
  bilingual,
  currentLanguage,
  drawnIn,
  onLanguageChange,
  withEnglish,
  openInLanguage,
  setLanguage,
  useLanguage,
  type Language,
} from './language.js';
export { useKeepingTexts } from './keeping.js';
export { useLogTexts } from './log.js';
export { useLogAction } from './log-actions.js';
export { useMandatesTexts } from './mandates.js';
export { useMailboxTexts } from './mailbox.js';
export { useMineTexts } from './mine.js';
export { useMeetingTexts } from './meeting.js';
export { useMessagesTexts } from './messages.js';
export { useOverrideTexts } from './override.js';
export { useArrivalTexts } from './arrival.js';
export { useDeskDeliveriesTexts } from './desk-deliveries.js';
export { useDeskOperationsTexts } from './desk-operations.js';
export { useDeskImportTexts } from './desk-import.js';
export { useDeskNewsTexts } from './desk-news.js';
export { useDeskOpinionsTexts } from './desk-opinions.js';
export { useDeskProofsTexts } from './desk-proofs.js';
export { useDeskVisitsTexts } from './desk-visits.js';
export { useDeskPaperTexts } from './desk-paper.js';
export { usePortalTexts } from './portal.js';
export { useRegistrationTexts } from './registration.js';
export { useReportsTexts } from './reports.js';
export { useSendingTexts } from './sending.js';
export { useSitesTexts } from './sites.js';
export { useSigningTexts } from './signing.js';
export { useStaffTexts } from './staff.js';
export { useStatisticsTexts } from './statistics.js';
export { useUiTexts } from './ui.js';
export { useVisitsTexts } from './visits.js';
export { useViewerTexts } from './viewer.js';
export { useVerifyTexts } from './verify.js';
