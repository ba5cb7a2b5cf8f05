import { Module } from '@nestjs/common';
import { ProceduresModule } from '../procedures/procedures.module.js';
import { RelatedController } from './related.controller.js';
import { RelatedQueries } from './related.queries.js';

/** Applications that have something in common: what a reviewer should see side by side. */
@Module({
  imports: [ProceduresModule],
  controllers: [RelatedController],
  providers: [RelatedQueries],
})
export class RelatedModule {}
