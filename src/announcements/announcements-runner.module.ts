import { Module } from '@nestjs/common';
import { RunAnnouncements } from './run-announcements.js';

/** Publishes what was planned. A module of its own, because workers serve no page. */
@Module({
  providers: [RunAnnouncements],
  exports: [RunAnnouncements],
})
export class AnnouncementsRunnerModule {}
