import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { RecordAdvance } from '../applications/record-advance.js';
import { LookupsModule } from '../lookups/lookups.module.js';
import { ProceduresModule } from '../procedures/procedures.module.js';
import { AcceptFinding } from './accept-finding.js';
import { BeginPayments } from './begin-payments.js';
import { CancelPayments } from './cancel-payments.js';
import { DecideProfile } from './decide-profile.js';
import { ExportPayments } from './export-payments.js';
import { FetchPaymentFile } from './fetch-payment-file.js';
import { LookAgain } from './look-again.js';
import { LookAtPayments } from './look-at-payments.js';
import { PaymentReach } from './payment-reach.js';
import { PaymentRowsController } from './payment-rows.controller.js';
import { PaymentRowsQueries } from './payment-rows.queries.js';
import { PaymentsController } from './payments.controller.js';
import { PaymentsQueries } from './payments.queries.js';
import { PlanPayments } from './plan-payments.js';
import { ProfilesController } from './profiles.controller.js';
import { ProfilesQueries } from './profiles.queries.js';
import { ProposeProfile } from './propose-profile.js';
import { ReleasePayments } from './release-payments.js';
import { ReportResults } from './report-results.js';
import { ReturnPayment } from './return-payment.js';
import { SendBackPayments } from './send-back-payments.js';
import { SubmitPayments } from './submit-payments.js';
import { TakeOutPayment } from './take-out-payment.js';
import { WaitingQueries } from './waiting.queries.js';

/** 支払: what procedures pay, in batches that two people release, through files for a bank. */
@Module({
  imports: [AccessModule, LookupsModule, ProceduresModule],
  controllers: [PaymentsController, PaymentRowsController, ProfilesController],
  providers: [
    AcceptFinding,
    BeginPayments,
    CancelPayments,
    DecideProfile,
    ExportPayments,
    FetchPaymentFile,
    LookAgain,
    LookAtPayments,
    PaymentReach,
    PaymentRowsQueries,
    PaymentsQueries,
    PlanPayments,
    ProfilesQueries,
    ProposeProfile,
    RecordAdvance,
    ReleasePayments,
    ReportResults,
    ReturnPayment,
    SendBackPayments,
    SubmitPayments,
    TakeOutPayment,
    WaitingQueries,
  ],
  exports: [BeginPayments, DecideProfile, ExportPayments, ProposeProfile, ReleasePayments, SubmitPayments],
})
export class PaymentsModule {}
