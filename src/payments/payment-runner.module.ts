import { Module } from '@nestjs/common';
import { SecretBox } from '../access/second-factor/secret-box.js';
import { StaffAskers } from '../access/staff-askers.js';
import { RecordAdvance } from '../applications/record-advance.js';
import { TakeAction } from '../applications/take-action.js';
import { Banks } from '../lookups/banks.js';
import { ProceduresModule } from '../procedures/procedures.module.js';
import { FinishLooking } from './finish-looking.js';
import { LookAtPayments } from './look-at-payments.js';
import { RunPayments } from './run-payments.js';
import { SettlePayments } from './settle-payments.js';
import { WriteLooks } from './write-looks.js';

/** Goes through batches of payments. A module of its own, because workers serve no page. */
@Module({
  imports: [ProceduresModule],
  providers: [
    Banks,
    FinishLooking,
    LookAtPayments,
    RecordAdvance,
    RunPayments,
    SecretBox,
    SettlePayments,
    StaffAskers,
    TakeAction,
    WriteLooks,
  ],
  exports: [RunPayments],
})
export class PaymentRunnerModule {}
