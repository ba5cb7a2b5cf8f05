import { Module } from '@nestjs/common';
import { NoticesModule } from '../notices/notices.module.js';
import { ProceduresModule } from '../procedures/procedures.module.js';
import { PreviewAction } from './preview-action.js';
import { PreviewsController } from './previews.controller.js';

/** What a decision would send, read before it is made. */
@Module({
  imports: [NoticesModule, ProceduresModule],
  controllers: [PreviewsController],
  providers: [PreviewAction],
})
export class PreviewsModule {}
