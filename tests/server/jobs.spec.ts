import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Injectable } from '@nestjs/common';
import { ComeAgain } from '../../src/jobs/come-again.js';
import { jobSettings } from '../../src/jobs/job-settings.js';
import { OnJob } from '../../src/jobs/on-job.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { eventually } from '../support/eventually.js';
import { freePort } from '../support/ports.js';
import { hasRedis, startRedis, type TestRedis } from '../support/redis.js';
import {
  compileJobWorld,
  Diary,
  type JobWorld,
  type JobWorldOptions,
  startJobWorld,
} from './support/job-world.js';

const none = '00000000-0000-0000-0000-000000000000';

describe.each([
  ['PostgreSQL', true],
  ['Redis (skipped where none is installed)', hasRedis],
] as const)('jobs in %s', (name, available) => {
  const test = available ? it : it.skip;
  let redis: TestRedis | undefined;
  let database: TestDatabase;
  let worlds: JobWorld[] = [];

  beforeAll(async () => {
    if (name !== 'PostgreSQL') redis = await startRedis();
  });
  afterAll(() => redis?.stop());
  beforeEach(async () => {
    database = await createTestDatabase();
    worlds = [];
  });
  afterEach(async () => {
    await Promise.all(worlds.map((world) => world.stop()));
    await database.drop();
  });

  async function start(options: Partial<JobWorldOptions> = {}): Promise<JobWorld> {
    const world = await startJobWorld({ databaseUrl: database.url, redisUrl: redis?.url, ...options });
    worlds.push(world);
    return world;
  }

  async function stop(world: JobWorld): Promise<void> {
    worlds = worlds.filter((other) => other !== world);
    await world.stop();
  }

  test('what was committed in the outbox is done, once, in the order in which it came', async () => {
    const world = await start({ concurrency: 1 });
    const ids = await world.owe(600);
    await eventually('all are done', () => world.diary.lines.length >= 600 || undefined);
    expect(world.diary.lines).toEqual(ids);
    expect(await world.outboxCount()).toBe(0);
    expect(await world.jobs.places('mails', ids.slice(0, 2))).toEqual(['gone', 'gone']);
  });

  test('two processes share the work', async () => {
    const [one, other] = [await start(), await start()];
    const ids = await one.owe(300);
    const lines = (): readonly string[] => [...one.diary.lines, ...other.diary.lines];
    await eventually('all are done', () => lines().length >= 300 || undefined);
    expect([...lines()].sort()).toEqual([...ids].sort());
  });

  test('a job that fails is done again, with growing pauses', async () => {
    const world = await start();
    const times: number[] = [];
    world.diary.doing = async () => {
      times.push(Date.now());
      if (times.length < 3) throw new Error('not yet');
    };
    await world.owe(1);
    await eventually('the third attempt', () => times.length === 3 || undefined);
    const [first = 0, second = 0, third = 0] = times;
    expect(second - first).toBeGreaterThanOrEqual(20);
    expect(third - second).toBeGreaterThanOrEqual(40);
  });

  test('what there is very much of is tried again less often, and later', async () => {
    const world = await start();
    const times: number[] = [];
    world.diary.doing = async () => {
      times.push(Date.now());
      throw new Error('never');
    };
    const [id = none] = await world.owe(1, 'deliver-announcement');
    await eventually('it is dead', async () => {
      const [place] = (await world.jobs.places('news', [id])) ?? [];
      return place === 'dead' || undefined;
    });
    const [first = 0, second = 0] = times;
    expect(times).toHaveLength(2);
    expect(second - first).toBeGreaterThanOrEqual(60);
  });

  test('a queue of many keeps nobody waiting in another', async () => {
    const world = await start({ concurrency: 5 });
    let finish: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (finish = resolve));
    world.diary.doing = (_id, name) => (name === 'deliver-message' ? Promise.resolve() : held);
    await world.owe(40, 'issue-notice');
    await world.owe(40, 'deliver-announcement');
    const [code = none] = await world.owe(1);
    // Nothing of the other queues has come to its end by then.
    await eventually('the mail is done', () => world.diary.lines.includes(code) || undefined);
    expect(world.diary.lines.length).toBeLessThanOrEqual(1 + 2 + 1);
    finish();
    await eventually('the others are done', () => world.diary.lines.length >= 81 || undefined);
  });

  test('a job that must wait for long comes at once when it is called', async () => {
    const world = await start({ concurrency: 1 });
    let came = 0;
    world.diary.doing = async () => {
      came += 1;
      if (came === 1) throw new ComeAgain(600_000);
    };
    const [id = none] = await world.owe(1);
    await eventually('it came in vain', () => came === 1 || undefined);
    await eventually('it is done', async () => {
      await world.jobs.hurry('mails', id);
      return came === 2 || undefined;
    });
    await eventually('the queue knows it no more', async () => {
      await world.jobs.hurry('mails', id);
      return (await world.jobs.places('mails', [id]))?.[0] === 'gone' || undefined;
    });
  });

  test('a job that fails each time is left for a person, and holds up nobody', async () => {
    const world = await start({ concurrency: 1 });
    const [poison = none] = await world.owe(1);
    world.diary.doing = async (id) => {
      if (id === poison) throw new Error('never');
    };
    const others = await world.owe(20);
    await eventually(
      'the others are done',
      () => world.diary.lines.includes(others.at(-1) ?? '') || undefined,
    );
    await eventually('the poison is dead', async () => {
      const [place] = (await world.jobs.places('mails', [poison])) ?? [];
      return place === 'dead' || undefined;
    });
    expect(world.diary.lines.filter((id) => id === poison)).toHaveLength(3);
    expect(world.diary.lines.filter((id) => id !== poison)).toEqual(others);
  });

  test('a dead job is told with its reason, and run again when somebody wants it', async () => {
    const world = await start({ concurrency: 1 });
    const [poison = none] = await world.owe(1);
    world.diary.doing = async () => {
      throw new Error('550 山田 太郎 <taro@example.jp> is not known here');
    };
    const told = await eventually('it is told', async () => {
      await world.watch.run();
      const [job] = await world.dataSource.query<{ id: string; failure: string; attempts: number }[]>(
        `select id, failure, attempts from dead_job where subject_id = $1 and state = 'open'`,
        [poison],
      );
      return job;
    });
    expect(told).toMatchObject({ failure: '550 … is not known here', attempts: 3 });
    const deadNow = async (): Promise<number> => {
      await world.watch.run();
      const [look] = await world.dataSource.query<{ dead: number }[]>(
        `select dead from queue_look where queue = 'mails'`,
      );
      return look?.dead ?? 0;
    };
    // Counted again: it may have died between the count and the list of the first look.
    const before = await deadNow();

    world.diary.doing = async () => undefined;
    await world.dataSource.query(`update dead_job set state = 'wanted', settled_at = now() where id = $1`, [
      told.id,
    ]);
    await world.watch.run();
    await eventually('it is done', () => world.diary.lines.length === 4 || undefined);
    await eventually(
      'the queue has one dead job less',
      async () => (await deadNow()) === before - 1 || undefined,
    );
  });

  test('an outbox row that is moved twice is one job', async () => {
    const world = await start({ concurrency: 1 });
    let finish: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (finish = resolve));
    world.diary.doing = () => held;
    await world.owe(1);
    const [second = none] = await world.owe(1);
    await eventually('both are in the queue', async () => (await world.outboxCount()) === 0 || undefined);
    await world.dataSource.query(
      `insert into outbox (id, queue, name, subject_id) values ($1, 'mails', 'deliver-message', $1)`,
      [second],
    );
    await eventually('it was moved again', async () => (await world.outboxCount()) === 0 || undefined);
    finish();
    const [third] = await world.owe(1);
    await eventually('the last is done', () => world.diary.lines.includes(third ?? '') || undefined);
    expect(world.diary.lines.filter((id) => id === second)).toHaveLength(1);
  });

  test('a stop waits for the job that runs; the next process does the rest', async () => {
    const world = await start({ concurrency: 1 });
    let finished = false;
    let begun: () => void = () => undefined;
    const running = new Promise<void>((resolve) => (begun = resolve));
    let finish: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (finish = resolve));
    world.diary.doing = async () => {
      begun();
      await held;
      finished = true;
    };
    const ids = await world.owe(3);
    await running;
    await eventually('all are in the queue', async () => (await world.outboxCount()) === 0 || undefined);
    const stopping = stop(world);
    finish();
    await stopping;
    expect(finished).toBe(true);

    const next = await start();
    const lines = (): readonly string[] => [...world.diary.lines, ...next.diary.lines];
    await eventually('the rest is done', () => lines().length >= 3 || undefined);
    expect(lines()).toEqual(ids);
  });

  test('jobs that only a newer release knows are left to it', async () => {
    const world = await start();
    await world.dataSource.query(
      `insert into outbox (id, queue, name, subject_id) values ($1, 'mails', 'fold-paper-cranes', $1)`,
      [none],
    );
    const [known] = await world.owe(1);
    await eventually('the known one is done', () => world.diary.lines.includes(known ?? '') || undefined);
    // Redis has a job before the row it came from is gone.
    await eventually('the known one has left', async () => (await world.outboxCount()) <= 1 || undefined);
    expect(await world.outboxCount()).toBe(1);
  });
});

(hasRedis ? describe : describe.skip)('a Redis that comes and goes (skipped where none is installed)', () => {
  it('costs no job: what it lost is brought again, and what it missed waits', async () => {
    const database = await createTestDatabase();
    const port = await freePort();
    const world = await startJobWorld({ databaseUrl: database.url, redisUrl: `redis://127.0.0.1:${port}` });
    const early = await world.owe(50);

    const first = await startRedis({ port });
    await eventually('the early ones are done', () => world.diary.lines.length >= 50 || undefined);
    expect([...world.diary.lines].sort()).toEqual(early);

    process.kill(first?.pid ?? 0, 'SIGKILL');
    await first?.stop();
    const late = await world.owe(50);
    const second = await startRedis({ port });
    await eventually('the late ones are done', () => world.diary.lines.length >= 100 || undefined);
    expect([...world.diary.lines].sort()).toEqual([...early, ...late]);

    await world.stop();
    await second?.stop();
    await database.drop();
  });
});

describe('the register of jobs', () => {
  @Injectable()
  class Half {
    @OnJob('deliver-message')
    async run(): Promise<void> {
      throw new Error('never run');
    }
  }

  async function boot(handlers: JobWorldOptions['handlers']): Promise<void> {
    const database = await createTestDatabase();
    try {
      const module = await compileJobWorld({ databaseUrl: database.url, handlers: handlers ?? [] });
      await module.init().finally(() => module.close());
    } finally {
      await database.drop();
    }
  }

  it('refuses to start when nobody carries out a kind of job', async () => {
    await expect(boot([Half])).rejects.toThrow("No handler is marked @OnJob('issue-notice').");
  });

  it('refuses to start when two carry out the same', async () => {
    await expect(boot([Diary, Half])).rejects.toThrow(
      'Job deliver-message has 2 handlers: Diary.deliver, Half.run.',
    );
  });
});

it('a server that was away for ten minutes is asked again within one more', () => {
  const minute = 60_000;
  const tried = jobSettings.pauses.map((_, n) =>
    jobSettings.pauses.slice(0, n + 1).reduce((sum, pause) => sum + pause, 0),
  );
  expect(tried.filter((at) => at > 10 * minute && at <= 11 * minute)).not.toEqual([]);
  // And until then often enough that a short trouble is no delay.
  expect(tried.filter((at) => at <= minute).length).toBeGreaterThanOrEqual(3);
});
