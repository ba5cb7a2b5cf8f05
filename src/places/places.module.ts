import { Module } from '@nestjs/common';
import { ProceduresModule } from '../procedures/procedures.module.js';
import { PaymentReach } from '../payments/payment-reach.js';
import { PlacesController } from './places.controller.js';

/** What the desk's navigation shows to whom. */
@Module({ imports: [ProceduresModule], controllers: [PlacesController], providers: [PaymentReach] })
export class PlacesModule {}
