import { expect } from '@jest/globals';
import { isBankDay } from '#engine';
import type { DeskApplicationView } from '../../../src/applications/desk.dto.js';
import type { Receipt } from '../../../src/drafts/draft.dto.js';
import type { ProblemDetails } from '../../../src/http/problem.dto.js';
import type { PaymentBatchView, PaymentRows } from '../../../src/payments/payment-batch.dto.js';
import { RunPayments } from '../../../src/payments/run-payments.js';
import { fillJitanDraft } from './jitan-answers.js';
import type { TestApp } from './test-app.js';
import type { Answer, Visitor } from './visitor.js';

/** Days after today, in Japan, on which banks work. */
export function bankDayAhead(): string {
  for (let ahead = 2; ; ahead++) {
    const day = new Date(Date.now() + (ahead * 24 + 9) * 3_600_000).toISOString().slice(0, 10);
    if (isBankDay(day)) return day;
  }
}

export const todayInJapan = (): string => new Date(Date.now() + 9 * 3_600_000).toISOString().slice(0, 10);

type Person = 'naniwa' | 'kitano' | 'sato' | 'suzuki' | 'tanaka' | 'ito' | 'matsumoto';
type Stepped = PaymentBatchView & ProblemDetails;

/** Applicants whose money is decided, two accountants, and a worker that works when it is told to. */
export class PaymentWorld {
  /** The account that is paid from, once there is one. */
  profileId = '';
  readonly payOn = bankDayAhead();

  private constructor(
    readonly test: TestApp,
    readonly people: Readonly<Record<Person, Visitor>>,
  ) {}

  static async open(test: TestApp): Promise<PaymentWorld> {
    return new PaymentWorld(test, {
      naniwa: await test.applicant(),
      kitano: await test.applicant('kitano@example.jp'),
      sato: await test.official('sato'),
      suzuki: await test.official('suzuki'),
      tanaka: await test.official('tanaka'),
      ito: await test.official('ito'),
      matsumoto: await test.official('matsumoto'),
    });
  }

  /** What the worker process does meanwhile. */
  work(): Promise<void> {
    return this.test.app.get(RunPayments).run();
  }

  async look(id: string): Promise<DeskApplicationView> {
    return (await this.people.ito.get<DeskApplicationView>(`/api/desk/applications/${id}`)).body;
  }

  private async act(who: Person, id: string, action: string, more: object = {}): Promise<void> {
    const person = this.people[who];
    const { lock } = (await person.get<DeskApplicationView>(`/api/desk/applications/${id}`)).body;
    const answer = await person.post(`/api/desk/applications/${id}/actions/${action}`, { lock, ...more });
    expect(answer).toMatchObject({ status: 200 });
  }

  /** An application whose money is decided. The holder of its account is the applicant of the example. */
  async decided(store: string, who: 'naniwa' | 'kitano' = 'naniwa', bank: object = {}): Promise<Receipt> {
    const person = this.people[who];
    const draft = await fillJitanDraft(person, store);
    const { body: saved } = await person.put<{ revision: number }>(`/api/drafts/${draft.id}`, {
      revision: draft.revision,
      answers: { ...draft.answers, bank: { ...draft.answers['bank'], ...bank } },
    });
    const { body: receipt, status } = await person.post<Receipt>(`/api/drafts/${draft.id}/submit`, {
      revision: saved.revision,
    });
    expect(status).toBe(201);
    await this.act('sato', receipt.applicationId, 'pass');
    await this.act('suzuki', receipt.applicationId, 'recommend', { fields: {} });
    await this.act('tanaka', receipt.applicationId, 'approve', { fields: { payment_on: '2027-01-29' } });
    return receipt;
  }

  hold(id: string): Promise<void> {
    return this.holding(id, 'hold', { reason: '名義を確かめている', reviewOn: this.payOn });
  }

  takeUp(id: string): Promise<void> {
    return this.holding(id, 'release', {});
  }

  private async holding(id: string, verb: 'hold' | 'release', more: object): Promise<void> {
    const { lock } = await this.look(id);
    const answer = await this.people.ito.post(`/api/desk/applications/${id}/${verb}`, { lock, ...more });
    expect(answer).toMatchObject({ status: 200 });
  }

  /** A request to begin a batch, whatever is answered. */
  request(ids: readonly string[], who: Visitor = this.people.ito): Promise<Answer<Stepped>> {
    const { payOn, profileId } = this;
    return who.post('/api/desk/payments', { procedureId: 'jitan-9', payOn, profileId, from: { ids } });
  }

  /** A batch whose payments have been looked at. */
  async begin(ids: readonly string[]): Promise<PaymentBatchView> {
    const { body, status } = await this.request(ids);
    expect(status).toBe(201);
    await this.work();
    return this.read(body.id);
  }

  async read(id: string, who: Visitor = this.people.ito): Promise<PaymentBatchView> {
    return (await who.get<PaymentBatchView>(`/api/desk/payments/${id}`)).body;
  }

  async rows(id: string, only = ''): Promise<PaymentRows['rows']> {
    const query = only && `?only=${only}`;
    return (await this.people.ito.get<PaymentRows>(`/api/desk/payments/${id}/rows${query}`)).body.rows;
  }

  step(who: Visitor, id: string, verb: string, body?: object): Promise<Answer<Stepped>> {
    return who.post<Stepped>(`/api/desk/payments/${id}/${verb}`, body);
  }

  /** Accepts every open warning, by name. */
  async acceptAll(id: string): Promise<void> {
    for (const { n, findings } of await this.rows(id, 'warnings')) {
      for (const { key, accepted } of findings) {
        if (accepted) continue;
        const reason = '本人に電話で確かめた。';
        const answer = await this.step(this.people.ito, id, `rows/${n}/accept`, { key, reason });
        expect(answer).toMatchObject({ status: 204 });
      }
    }
  }

  async release(id: string): Promise<Answer<Stepped>> {
    const { ito, matsumoto } = this.people;
    await this.acceptAll(id);
    expect(await this.step(ito, id, 'submit')).toMatchObject({ status: 200, body: { state: 'checked' } });
    const { digest } = await this.read(id, matsumoto);
    return this.step(matsumoto, id, 'release', { digest });
  }

  /** Byte for byte, as a browser saves it. */
  async file(id: string, part: number): Promise<Buffer> {
    const answer = await this.test.app.inject({
      method: 'GET',
      url: `/api/desk/payments/${id}/files/${part}`,
      headers: { cookie: this.people.ito.cookie ?? '' },
    });
    expect(answer.statusCode).toBe(200);
    return answer.rawPayload;
  }

  /** As if the days until the bank pays had gone by. */
  async letDaysPass(id: string): Promise<void> {
    await this.test.dataSource.query(
      `update payment_batch set pay_on = (now() at time zone 'Asia/Tokyo')::date where id = $1`,
      [id],
    );
  }
}
