import { Module } from '@nestjs/common';
import { ProceduresModule } from '../procedures/procedures.module.js';
import { ReadingsModule } from '../readings/readings.module.js';
import { DeliveriesController } from './deliveries.controller.js';
import { DeliveriesQueries } from './deliveries.queries.js';
import { MailEventsController } from './intake/mail-events.controller.js';
import { SettleDelivery } from './settle-delivery.js';
import { TakeInReport } from './take-in-report.js';

/** 送信状況: what became of mails and documents after they left, and what is done where they did not arrive. */
@Module({
  imports: [ProceduresModule, ReadingsModule],
  controllers: [DeliveriesController, MailEventsController],
  providers: [DeliveriesQueries, SettleDelivery, TakeInReport],
  exports: [DeliveriesQueries],
})
export class DeliveriesModule {}
