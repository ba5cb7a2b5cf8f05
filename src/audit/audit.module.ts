import { Module } from '@nestjs/common';
import { RecordReads } from './record-reads.js';

/** 監査記録: who has seen what. Changes are recorded by the verbs that make them. */
@Module({ providers: [RecordReads], exports: [RecordReads] })
export class AuditModule {}
