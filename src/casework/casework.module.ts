import { Module } from '@nestjs/common';
import { ProceduresModule } from '../procedures/procedures.module.js';
import { AnnotateField } from './annotate-field.js';
import { CaseworkController } from './casework.controller.js';
import { CaseworkQueries } from './casework.queries.js';
import { KeepPresence } from './keep-presence.js';
import { WriteNote } from './write-note.js';

/** Officials side by side on one application: who is at it, 項目注釈, 職員メモ. */
@Module({
  imports: [ProceduresModule],
  controllers: [CaseworkController],
  providers: [AnnotateField, CaseworkQueries, KeepPresence, WriteNote],
})
export class CaseworkModule {}
