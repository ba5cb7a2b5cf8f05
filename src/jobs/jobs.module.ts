import { Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { JobHandlers } from './job-handlers.js';
import { JOB_SETTINGS, jobSettings } from './job-settings.js';
import { RunJobs } from './run-jobs.js';
import { WatchQueues } from './watch-queues.js';

@Module({
  imports: [DiscoveryModule],
  providers: [JobHandlers, RunJobs, WatchQueues, { provide: JOB_SETTINGS, useValue: jobSettings }],
  exports: [RunJobs, WatchQueues, JOB_SETTINGS],
})
export class JobsModule {}
