import { Module } from '@nestjs/common';
import { SealModule } from '../seal.module.js';
import { LogController } from './log.controller.js';
import { LogQueries } from './log.queries.js';

/** 監査記録 on the screen. */
@Module({ imports: [SealModule], controllers: [LogController], providers: [LogQueries] })
export class LogModule {}
