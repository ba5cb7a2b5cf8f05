import { Module } from '@nestjs/common';
import { ProceduresModule } from '../procedures/procedures.module.js';
import { PlacesController } from './places.controller.js';

/** What the desk's navigation shows to whom. */
@Module({ imports: [ProceduresModule], controllers: [PlacesController] })
export class PlacesModule {}
