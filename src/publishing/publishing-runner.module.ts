import { Module } from '@nestjs/common';
import { ProceduresModule } from '../procedures/procedures.module.js';
import { CarryOutPublication } from './carry-out-publication.js';
import { RunPublications } from './run-publications.js';

/** Publishes when the time has come. A module of its own, because workers serve no page. */
@Module({
  imports: [ProceduresModule],
  providers: [CarryOutPublication, RunPublications],
  exports: [RunPublications],
})
export class PublishingRunnerModule {}
