import { Module } from '@nestjs/common';
import { DeliveriesModule } from '../deliveries/deliveries.module.js';
import { ProceduresModule } from '../procedures/procedures.module.js';
import { OperationsModule } from '../operations/operations.module.js';
import { OpinionListQueries } from '../opinions/opinion-list.queries.js';
import { PaymentReach } from '../payments/payment-reach.js';
import { PlacesController } from './places.controller.js';

/** What the desk's navigation shows to whom. */
@Module({
  imports: [DeliveriesModule, OperationsModule, ProceduresModule],
  controllers: [PlacesController],
  providers: [OpinionListQueries, PaymentReach],
})
export class PlacesModule {}
