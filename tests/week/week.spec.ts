import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { QueueList } from '../../src/applications/desk.dto.js';
import { FireTimers } from '../../src/applications/fire-timers.js';
import { LiftHolds } from '../../src/applications/lift-holds.js';
import { exportLog } from '../../src/audit/export-log.js';
import { KeyFileSigner } from '../../src/audit/key-file-signer.js';
import { SealEvents } from '../../src/audit/seal-events.js';
import { CONFIG, type Config } from '../../src/config/config.js';
import { ReleaseEnded } from '../../src/staff/release-ended.js';
import { Chance } from '../faults/chance.js';
import { sealable } from '../server/support/audit-world.js';
import { readSealedLog } from '../server/support/sealed-log.js';
import { startTestApp, type TestApp } from '../server/support/test-app.js';
import { Applications, type Applied } from './applications.js';
import { dayAfter, isWorkday } from './calendar.js';
import { type Away, Judge, readCases, type StoredCase } from './judge.js';
import { type MovedClock, moveClockOf } from './moved-clock.js';
import { answerCorrection, type Mood, Office } from './office.js';
import { employ, gatherApplicants, signInAgain } from './people.js';
import { Temptations } from './temptations.js';

/** Repeats a run that failed: WEEK_SEED=… npm test -- tests/week */
const seed = Number(process.env['WEEK_SEED'] ?? Date.now() % 1_000_000);
const applications = 500;
const firstDay = '2027-04-26';
/** Days on which new ones arrive; on the others what is left is brought to its end. */
const busyDays = 5;
const away: Away = { login: 'mutsumi', substitute: 'momose', from: '2027-04-28', to: '2027-04-30' };

describe(`a week of the office, seed ${seed}`, () => {
  let test: TestApp;
  let clock: MovedClock;
  let office: Office;
  let temptations: Temptations;
  let arrivals: Applications;
  const chance = new Chance(seed);
  const cases: Applied[] = [];

  beforeAll(async () => {
    test = await startTestApp({}, async (url) => {
      clock = await moveClockOf(url, `${firstDay}T07:00:00+09:00`);
    });
    office = new Office(test, await employ(test), chance);
    temptations = new Temptations(test, office);
    arrivals = new Applications(test, await gatherApplicants(test, 20), chance);
  });
  afterAll(async () => {
    await clock.stop();
    await test.stop();
  });

  const openCases = async (): Promise<readonly StoredCase[]> =>
    (
      await readCases(
        test.dataSource,
        cases.map(({ id }) => id),
      )
    ).filter(({ open }) => open);

  /** What applicants do before the office opens. */
  async function morning(day: number): Promise<void> {
    if (day < busyDays) {
      for (let n = 0; n < applications / busyDays; n++) cases.push(await arrivals.arrive());
    }
    const asked = new Set(
      (await openCases()).filter(({ stage }) => isWithApplicant(stage)).map(({ id }) => id),
    );
    for (const one of cases) if (asked.has(one.id)) await answerCorrection(one, chance);
  }

  async function workday(mood: Mood, most: number): Promise<void> {
    const isAway = (login: string) =>
      login === away.login && away.from <= mood.today && mood.today <= away.to;
    const working = office.officials.filter(
      ({ login, roles }) => !isAway(login) && !Object.hasOwn(roles, '*'),
    );
    await Promise.all(working.map((official) => office.work(official, mood, most)));
    if (mood.trouble > 0)
      await temptations.of(
        await readCases(
          test.dataSource,
          cases.map(({ id }) => id),
        ),
      );
    const chief = isAway(away.login) ? away.substitute : away.login;
    // What is plain is done many at once, in the order of the review.
    const many: readonly (readonly [
      login: string,
      procedure: string,
      stage: string,
      action: string,
      fields?: object,
    ])[] = [
      ['ichii', 'jitan-9', 'first_review', 'pass'],
      ['nikaido', 'gold-sticker', 'document_review', 'pass'],
      ['mita', 'jitan-9', 'second_review', 'recommend', {}],
      [chief, 'jitan-9', 'decision', 'approve', { payment_on: mood.today }],
      [chief, 'gold-sticker', 'decision', 'certify'],
      ['yashiro', 'jitan-9', 'payout', 'record_paid', { paid_on: mood.today }],
    ];
    for (const [login, procedureId, stage, action, fields] of many)
      await office.decideAll(office.official(login), stage, {
        kind: 'action',
        procedureId,
        action,
        ...(fields && { fields: { ...fields } }),
      });
  }

  /** The numbers on the tabs, beside what the histories say. */
  async function countsHold(): Promise<void> {
    const open = await openCases();
    const { body } = await office.official('manda').browser.get<QueueList>('/api/desk/queues');
    const shown = new Map(body.queues.map(({ key, count }) => [key, count]));
    expect(shown.get('all-open')).toBe(open.length);
    expect(shown.get('on-hold')).toBe(open.filter(isAside).length);
    for (const [key, count] of shown) {
      const [, procedure, stage] = /^stage:([^:]+):(.+)$/.exec(key) ?? [];
      if (!procedure) continue;
      const stand = open.filter(
        (one) => one.procedure_id === procedure && one.events.at(-1)?.to_stage === stage,
      );
      expect([key, count]).toEqual([key, stand.length]);
    }
  }

  it('brings every application to its end, by the right people, for a reason, in counted time', async () => {
    const timers = test.app.get(FireTimers);
    const released = test.app.get(ReleaseEnded);
    const holds = test.app.get(LiftHolds);
    const leave = { fromOn: away.from, toOn: away.to, substituteId: office.official(away.substitute).id };
    let day = firstDay;
    for (let worked = 0; worked < 60; day = dayAfter(day)) {
      await clock.to(`${day}T00:05:00+09:00`);
      await timers.run();
      await released.run();
      await holds.run();
      if (!isWorkday(day)) continue;
      await clock.to(`${day}T08:30:00+09:00`);
      await signInAgain(test.dataSource);
      if (worked === 1) await office.official(away.login).browser.post('/api/desk/absences', leave);
      await morning(worked);
      await clock.to(`${day}T10:00:00+09:00`);
      await signInAgain(test.dataSource);
      const trouble = worked < busyDays ? 0.3 : worked < 8 ? 0.1 : 0;
      await workday({ today: day, trouble }, worked < busyDays ? 16 : 40);
      if (worked < busyDays) await countsHold();
      worked += 1;
      if (worked >= busyDays && (await openCases()).length === 0) break;
    }
    console.info(
      `seed ${seed}, ended on ${day}`,
      Object.fromEntries(office.deeds),
      Object.fromEntries(office.refusals),
    );

    const judge = new Judge(office.officials, [away]);
    const ended = await readCases(
      test.dataSource,
      cases.map(({ id }) => id),
    );
    expect(ended).toHaveLength(applications);
    expect(ended.flatMap((one) => judge.faultsOf(one))).toEqual([]);
    await countsHold();
  });

  it('has tried everything that must not be done, and was refused with the word for it', () => {
    expect(temptations.faults).toEqual([]);
    expect([...temptations.tried].filter(([, times]) => times === 0).map(([what]) => what)).toEqual([]);
  });

  it('leaves a sealed log that tells the same story line by line', async () => {
    const { dataSource, dataDir } = test;
    await sealable(dataSource);
    await new SealEvents(dataSource, new KeyFileSigner(null, dataDir), test.app.get<Config>(CONFIG)).run();
    const folder = mkdtempSync(join(tmpdir(), 'tetsuzuki-week-'));
    const { unsealed } = await exportLog(dataSource, folder);
    const told = readSealedLog(folder).map((body) => JSON.parse(body) as LoggedEvent);
    rmSync(folder, { recursive: true });
    expect(unsealed).toBe(0);
    const steps = new Map<string, string[]>();
    for (const { action, subject, detail } of told) {
      if (action !== 'application.advance') continue;
      const lines = (detail.steps ?? []).map((step) =>
        [step.seq, step.from, step.to, step.action, step.role].join(' '),
      );
      steps.set(subject.id, [...(steps.get(subject.id) ?? []), ...lines]);
    }
    const ended = await readCases(
      dataSource,
      cases.map(({ id }) => id),
    );
    for (const { id, events } of ended) {
      const lines = events
        .filter(
          ({ type, seq }) => type !== 'assigned' && type !== 'arrived' && !(type === 'checked' && seq === 2),
        )
        .map((event) => [event.seq, event.from_stage, event.to_stage, event.action, event.role].join(' '));
      expect([id, ...(steps.get(id) ?? [])]).toEqual([id, ...lines]);
    }
  });
});

interface LoggedEvent {
  readonly action: string;
  readonly subject: { readonly id: string };
  readonly detail: {
    readonly steps?: readonly {
      readonly seq: number;
      readonly from: string | null;
      readonly to: string;
      readonly action: string | null;
      readonly role: string | null;
    }[];
  };
}

function isWithApplicant(stage: string): boolean {
  return ['correction', 'remediation', 'account_correction'].includes(stage);
}

/** Put aside and not taken up since; a step of the applicant or the clock takes it up, too. */
function isAside({ events }: StoredCase): boolean {
  const last = events.filter(({ type }) => type !== 'assigned').at(-1);
  return last?.type === 'held';
}
