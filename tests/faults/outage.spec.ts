import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CaseDeliveries, DeliveriesView } from '../../src/deliveries/delivery.dto.js';
import type { Receipt } from '../../src/drafts/draft.dto.js';
import { jobSettings } from '../../src/jobs/job-settings.js';
import { type NoticeWorker, oweTo, startNoticeWorker, submitJitan } from '../server/support/notice-world.js';
import { openSmtpSink, type SmtpSink } from '../server/support/smtp-sink.js';
import { startTestApp, type TestApp } from '../server/support/test-app.js';
import type { Visitor } from '../server/support/visitor.js';
import { eventually } from '../support/eventually.js';
import { patience } from '../support/patience.js';

/** How long the mail server is really away, in minutes, with the pauses of production; otherwise both are moments. */
const away = Number(process.env.FAULT_OUTAGE ?? 0);
const minute = 60_000;
const mails = away > 0 ? 200 : 40;
const settings = away > 0 ? jobSettings : { pauses: Array.from({ length: 400 }, () => 25) };
const limit = patience + (away + 15) * minute;

describe('a mail server in trouble', () => {
  let app: TestApp;
  let worker: NoticeWorker;
  let sink: SmtpSink;
  let sato: Visitor;
  let receipt: Receipt;

  beforeAll(async () => {
    app = await startTestApp();
    sink = await openSmtpSink({ started: false });
    receipt = await submitJitan(app, 'なにわ酒場 法善寺店');
    await app.dataSource.query('delete from outbox');
    await app.dataSource.query(`update notice set state = 'ready'`);
    sato = await app.official('sato');
    worker = await startNoticeWorker(app, { SMTP_URL: sink.url, WORKER_CONCURRENCY: '8' }, settings);
  });
  afterAll(async () => {
    await worker.stop();
    await sink.stop();
    await app.stop();
  });

  const ofCase = async (): Promise<CaseDeliveries> =>
    (await sato.get<CaseDeliveries>(`/api/desk/applications/${receipt.applicationId}/deliveries`)).body;
  const counts = async (): Promise<DeliveriesView['counts']> =>
    (await sato.get<DeliveriesView>('/api/desk/deliveries')).body.counts;
  const holds = (what: string, condition: string, ids: readonly string[], ms = patience): Promise<true> =>
    eventually(
      what,
      async () => {
        const [row] = await app.dataSource.query<{ holds: boolean }[]>(
          `select ${condition} as holds from notice where id = any($1)`,
          [ids],
        );
        return row?.holds === true || undefined;
      },
      ms,
    );

  it(
    'that is away, then slow, breaks off and refuses every second mail: each arrives once, in order for each person, and what is shown is true all the time',
    async () => {
      const people = Array.from({ length: mails / 8 }, (_, n) => `person${n}@example.jp`);
      const recipients = Array.from({ length: mails }, (_, n) => people[n % people.length] ?? '');
      const ids = await oweTo(app, receipt.applicationId, recipients);
      const taken = new Set<string>();
      const lies: string[] = [];
      let looks = 0;
      let over = false;
      /** Looks at the desk all the time, as many officials together would. */
      const watching = (async () => {
        const left = new Set<string>();
        for (; !over; looks++) {
          const shown = (await ofCase()).mails.filter(({ id }) => ids.includes(id));
          if (shown.length !== ids.length) lies.push(`${shown.length} of ${ids.length} are shown`);
          for (const { id, recipients: to } of shown) {
            const state = to[0]?.state ?? 'nobody';
            if (state === 'sent') left.add(id);
            if (state === 'sent' ? !taken.has(id) : state !== 'queued' || left.has(id))
              lies.push(`${id} ${state}`);
          }
          if (away > 0) await wait(200);
        }
      })();
      let asked = 0;
      try {
        const begun = Date.now();
        await holds('it was tried', 'count(*) filter (where attempts > 1) > 0', ids);
        expect(await counts()).toEqual([{ state: 'queued', count: expect.any(Number) }]);
        await wait(Math.max(0, away * minute - (Date.now() - begun)));
        sink.onMail = async (mail) => {
          const id = mail.messageId?.slice(1, 37) ?? '';
          const nth = asked++;
          if (taken.has(id)) lies.push(`${id} twice`);
          if (nth % 2 === 0) return nth % 4 === 0 ? '451 Come back later' : '421 Too many at once';
          await wait(nth % 3 === 0 ? 120 : 10);
          taken.add(id);
          return undefined;
        };
        await sink.start();
        const back = Date.now();
        await holds('all have left', `bool_and(state <> 'queued')`, ids, limit);
        if (away > 0) {
          const seconds = Math.round((Date.now() - back) / 1_000);
          process.stdout.write(
            `${JSON.stringify({ away, mails, asked, looks, lies: lies.length, allSentAfterSeconds: seconds })}\n`,
          );
        }
      } finally {
        over = true;
        await watching;
      }
      expect(lies).toEqual([]);
      expect(sink.mails).toHaveLength(ids.length);
      for (const person of people) {
        const arrived = sink.mails
          .filter(({ envelope }) => envelope.to[0] === person)
          .map((mail) => mail.messageId?.slice(1, 37));
        expect(arrived).toEqual(ids.filter((_id, index) => recipients[index] === person));
      }
      expect(await counts()).toEqual([{ state: 'sent', count: ids.length }]);
    },
    2 * limit,
  );
});
