import { Module } from '@nestjs/common';
import { FilesModule } from '../files/files.module.js';
import { NoticesController } from './notices.controller.js';
import { OpenNotice } from './open-notice.js';

@Module({
  imports: [FilesModule],
  controllers: [NoticesController],
  providers: [OpenNotice],
})
export class NoticesModule {}
