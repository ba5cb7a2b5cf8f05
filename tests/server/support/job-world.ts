import { Injectable, Module, type Type } from '@nestjs/common';
import { Test, type TestingModule } from '@nestjs/testing';
import { DataSource } from 'typeorm';
import { readConfig } from '../../../src/config/read-config.js';
import { ConfiguredModule } from '../../../src/configured.module.js';
import { newId } from '../../../src/database/id.js';
import { jobKinds, type JobName } from '../../../src/jobs/job-kinds.js';
import { JOB_SETTINGS, type JobSettings, jobSettings } from '../../../src/jobs/job-settings.js';
import { JobsModule } from '../../../src/jobs/jobs.module.js';
import { OnJob } from '../../../src/jobs/on-job.js';
import { RunJobs } from '../../../src/jobs/run-jobs.js';
import { WatchQueues } from '../../../src/jobs/watch-queues.js';

/** What the product takes minutes and hours for, in milliseconds. */
export const quick: JobSettings = {
  ...jobSettings,
  pauses: [20, 40],
  gentlePauses: [60],
  relayBusy: 5,
  relayIdle: 20,
  reconcile: 100,
  lostAfter: 0,
};

/** Carries out every job by writing down that it was asked to, and by what `doing` says. */
@Injectable()
export class Diary {
  readonly lines: string[] = [];
  doing: (id: string, name: JobName) => Promise<void> = async () => undefined;

  @OnJob('deliver-message')
  async deliver(id: string): Promise<void> {
    this.lines.push(id);
    await this.doing(id, 'deliver-message');
  }

  @OnJob('deliver-account-mail')
  async deliverAccountMail(id: string): Promise<void> {
    this.lines.push(id);
    await this.doing(id, 'deliver-account-mail');
  }

  @OnJob('deliver-message-mail')
  async deliverMessageMail(id: string): Promise<void> {
    this.lines.push(id);
    await this.doing(id, 'deliver-message-mail');
  }

  @OnJob('deliver-opinion-mail')
  async deliverOpinionMail(id: string): Promise<void> {
    this.lines.push(id);
    await this.doing(id, 'deliver-opinion-mail');
  }

  @OnJob('deliver-notice-reminder')
  async deliverReminder(id: string): Promise<void> {
    this.lines.push(id);
    await this.doing(id, 'deliver-notice-reminder');
  }

  @OnJob('deliver-trial-mail')
  async deliverTrial(id: string): Promise<void> {
    this.lines.push(id);
    await this.doing(id, 'deliver-trial-mail');
  }

  @OnJob('deliver-anchor')
  async deliverAnchor(id: string): Promise<void> {
    this.lines.push(id);
    await this.doing(id, 'deliver-anchor');
  }

  @OnJob('deliver-announcement')
  async deliverAnnouncement(id: string): Promise<void> {
    this.lines.push(id);
    await this.doing(id, 'deliver-announcement');
  }

  @OnJob('spread-announcement')
  async spread(id: string): Promise<void> {
    this.lines.push(id);
    await this.doing(id, 'spread-announcement');
  }

  @OnJob('issue-notice')
  async issue(id: string): Promise<void> {
    this.lines.push(id);
    await this.doing(id, 'issue-notice');
  }
}

export interface JobWorld {
  readonly diary: Diary;
  readonly jobs: RunJobs;
  readonly watch: WatchQueues;
  readonly dataSource: DataSource;
  /** Commits rows in the outbox, as a business change does. @returns their ids; those of the subjects are the same */
  owe(count: number, name?: JobName): Promise<readonly string[]>;
  outboxCount(): Promise<number>;
  stop(): Promise<void>;
}

export interface JobWorldOptions {
  readonly databaseUrl: string;
  readonly redisUrl?: string | undefined;
  readonly concurrency?: number;
  readonly settings?: Partial<JobSettings>;
  readonly handlers?: readonly Type[];
}

/** A process that runs jobs, and nothing else of the product. */
export async function startJobWorld(options: JobWorldOptions): Promise<JobWorld> {
  const module = await compileJobWorld(options);
  await module.init();
  const dataSource = module.get(DataSource);
  return {
    diary: module.get(Diary),
    jobs: module.get(RunJobs),
    watch: module.get(WatchQueues),
    dataSource,
    async owe(count, name = 'deliver-message') {
      const ids = Array.from({ length: count }, newId);
      await dataSource.query(
        `insert into outbox (id, queue, name, subject_id) select id, $3, $2, id from unnest($1::uuid[]) as id`,
        [ids, name, jobKinds[name].queue],
      );
      return ids;
    },
    async outboxCount() {
      const [row] = await dataSource.query<{ count: number }[]>('select count(*)::int from outbox');
      return row?.count ?? 0;
    },
    stop: () => module.close(),
  };
}

export async function compileJobWorld(options: JobWorldOptions): Promise<TestingModule> {
  const { databaseUrl, redisUrl, concurrency = 5, settings, handlers = [Diary] } = options;
  const config = readConfig({
    ROLE: 'worker',
    DATABASE_URL: databaseUrl,
    WORKER_CONCURRENCY: String(concurrency),
    ...(redisUrl === undefined ? {} : { REDIS_URL: redisUrl }),
  });

  @Module({ imports: [JobsModule], providers: [...handlers] })
  class HandlersModule {}

  const module = await Test.createTestingModule({
    imports: [ConfiguredModule.with(config, databaseUrl), HandlersModule],
  })
    .overrideProvider(JOB_SETTINGS)
    .useValue({ ...quick, ...settings })
    .compile();
  module.useLogger(false);
  return module;
}
