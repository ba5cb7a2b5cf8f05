import { Module } from '@nestjs/common';
import { RemindOfOpinions } from './remind-of-opinions.js';

/** Reminders. A module of its own, because workers serve no page. */
@Module({ providers: [RemindOfOpinions], exports: [RemindOfOpinions] })
export class OpinionRemindersModule {}
