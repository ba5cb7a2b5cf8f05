import { BuilderNews1765000000341 } from './1765000000341-builder-news.js';
import { ApplicationMoves1765000000340 } from './1765000000340-application-moves.js';
import type { MigrationInterface } from 'typeorm';
import { Foundation1763700000000 } from './1763700000000-foundation.js';
import { ReviewCircuit1763800000000 } from './1763800000000-review-circuit.js';
import { Registration1763900000000 } from './1763900000000-registration.js';
import { Accounts1764000000000 } from './1764000000000-accounts.js';
import { DraftKeeping1764400000000 } from './1764400000000-draft-keeping.js';
import { Catalogue1764100000000 } from './1764100000000-catalogue.js';
import { Messages1764500000000 } from './1764500000000-messages.js';
import { Uploads1764300000000 } from './1764300000000-uploads.js';
import { Sites1764350000000 } from './1764350000000-sites.js';
import { CopiedDrafts1764360000000 } from './1764360000000-copied-drafts.js';
import { Identity1764200000000 } from './1764200000000-identity.js';
import { Readings1764550000000 } from './1764550000000-readings.js';
import { Signature1764250000000 } from './1764250000000-signature.js';
import { Papers1764560000000 } from './1764560000000-papers.js';
import { Announcements1764600000000 } from './1764600000000-announcements.js';
import { Guests1764700000000 } from './1764700000000-guests.js';
import { ReleasedMessageFiles1764850000000 } from './1764850000000-released-message-files.js';
import { Audit1764900000000 } from './1764900000000-audit.js';
import { Mandates1764800000000 } from './1764800000000-mandates.js';
import { Casework1765000000050 } from './1765000000050-casework.js';
import { Previews1765000000060 } from './1765000000060-previews.js';
import { Related1765000000140 } from './1765000000140-related.js';
import { CorrectionPermission1765000000150 } from './1765000000150-correction-permission.js';
import { OpenedAnswers1765000000040 } from './1765000000040-opened-answers.js';
import { Exports1765000000220 } from './1765000000220-exports.js';
import { AuditLook1765000000230 } from './1765000000230-audit-look.js';
import { Statistics1765000000225 } from './1765000000225-statistics.js';
import { StaffAccounts1764890000000 } from './1764890000000-staff-accounts.js';
import { DeskSpeed1765000000280 } from './1765000000280-desk-speed.js';
import { DeskQueues1765000000010 } from './1765000000010-desk-queues.js';
import { Batches1765000000120 } from './1765000000120-batches.js';
import { Paper1765000000240 } from './1765000000240-paper.js';
import { VisitProposals1765000000301 } from './1765000000301-visit-proposals.js';
import { Visits1765000000245 } from './1765000000245-visits.js';
import { MandateEnds1765000000170 } from './1765000000170-mandate-ends.js';
import { Payments1765000000200 } from './1765000000200-payments.js';
import { NoticeProofs1765000000360 } from './1765000000360-notice-proofs.js';
import { Operations1765000000311 } from './1765000000311-operations.js';
import { BatchColumns1765000000310 } from './1765000000310-batch-columns.js';
import { Builder1765000000330 } from './1765000000330-builder.js';
import { SearchPeriods1765000000345 } from './1765000000345-search-periods.js';
import { TrialMails1765000000371 } from './1765000000371-trial-mails.js';
import { Deliveries1765000000370 } from './1765000000370-deliveries.js';
import { SearchBack1765000000320 } from './1765000000320-search-back.js';
import { Listed1765000000260 } from './1765000000260-listed.js';
import { Opinions1765000000300 } from './1765000000300-opinions.js';
import { NewsDesk1765000000380 } from './1765000000380-news-desk.js';
import { BatchLetters1765000000381 } from './1765000000381-batch-letters.js';
import { CodesFirst1765000000400 } from './1765000000400-codes-first.js';
import { LetterProofs1765000000401 } from './1765000000401-letter-proofs.js';
import { PaperChecks1765000000440 } from './1765000000440-paper-checks.js';
import { RevocationMails1765000000402 } from './1765000000402-revocation-mails.js';
import { MailLanguage1765000000410 } from './1765000000410-mail-language.js';

/** Every migration. TypeORM runs them by the timestamp that ends the class name; a released one is never changed. */
export const migrations: (new () => MigrationInterface)[] = [
  Foundation1763700000000,
  ReviewCircuit1763800000000,
  Registration1763900000000,
  Accounts1764000000000,
  DraftKeeping1764400000000,
  Catalogue1764100000000,
  Messages1764500000000,
  Uploads1764300000000,
  Sites1764350000000,
  CopiedDrafts1764360000000,
  Identity1764200000000,
  Readings1764550000000,
  Signature1764250000000,
  Papers1764560000000,
  Announcements1764600000000,
  Guests1764700000000,
  ReleasedMessageFiles1764850000000,
  Mandates1764800000000,
  StaffAccounts1764890000000,
  Audit1764900000000,
  DeskQueues1765000000010,
  OpenedAnswers1765000000040,
  Casework1765000000050,
  Batches1765000000120,
  Previews1765000000060,
  Related1765000000140,
  MandateEnds1765000000170,
  CorrectionPermission1765000000150,
  Paper1765000000240,
  Visits1765000000245,
  Opinions1765000000300,
  VisitProposals1765000000301,
  Exports1765000000220,
  Payments1765000000200,
  Statistics1765000000225,
  DeskSpeed1765000000280,
  Listed1765000000260,
  AuditLook1765000000230,
  BatchColumns1765000000310,
  Operations1765000000311,
  Builder1765000000330,
  SearchBack1765000000320,
  NoticeProofs1765000000360,
  SearchPeriods1765000000345,
  NewsDesk1765000000380,
  ApplicationMoves1765000000340,
  Deliveries1765000000370,
  TrialMails1765000000371,
  BuilderNews1765000000341,
  BatchLetters1765000000381,
  CodesFirst1765000000400,
  LetterProofs1765000000401,
  RevocationMails1765000000402,
  MailLanguage1765000000410,
  PaperChecks1765000000440,
];
