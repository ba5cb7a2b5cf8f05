import type { DeskApplicationView, QueuePage } from '../../src/applications/desk.dto.js';
import type { BatchView, BatchWork } from '../../src/batches/batch.dto.js';
import { RunBatches } from '../../src/batches/run-batches.js';
import type { DraftView } from '../../src/drafts/draft.dto.js';
import type { ProblemDetails } from '../../src/http/problem.dto.js';
import type { Chance } from '../faults/chance.js';
import type { TestApp } from '../server/support/test-app.js';
import type { Answer } from '../server/support/visitor.js';
import { type Applied, pick } from './applications.js';
import { workdayAfter } from './calendar.js';
import type { Official } from './people.js';

type ActionView = DeskApplicationView['actions'][number];
type Row = QueuePage['rows'][number];

/** What each day leaves to chance; later there is no more new trouble, and the office comes to an end of its work. */
export interface Mood {
  readonly today: string;
  /** Share of the cases with which something else is done than the usual. */
  readonly trouble: number;
}

/** What an official may be told although they did nothing wrong: a colleague was faster, or a supervisor is needed. */
const everyday = ['application-changed', 'second-correction'];

/** Officials at their work, by what their queues offer them. */
export class Office {
  /** Code of the refusal → how often. */
  readonly refusals = new Map<string, number>();
  /** What was done → how often. */
  readonly deeds = new Map<string, number>();
  /** Whose second request for correction waits for a supervisor. */
  private readonly waiting = new Set<string>();
  /** Application → who put it aside, until when. */
  private readonly aside = new Map<string, { readonly owner: string; readonly reviewOn: string }>();

  constructor(
    private readonly test: TestApp,
    readonly officials: readonly Official[],
    private readonly chance: Chance,
  ) {}

  official(login: string): Official {
    const found = this.officials.find((one) => one.login === login);
    if (!found) throw new Error(`Nobody is called ${login}.`);
    return found;
  }

  /** One official goes through the queues; others are at theirs meanwhile. */
  async work(official: Official, mood: Mood, most: number): Promise<void> {
    await this.takeUp(official, mood);
    await this.supervise(official);
    const seen = new Set<string>();
    for (const queue of ['returned', 'mine', 'unassigned']) {
      // Not all begin with the same one.
      for (const row of this.shuffled(await this.queue(official, queue))) {
        if (seen.size >= most) return;
        if (seen.has(row.id) || row.onHold) continue;
        if (row.assignee !== null && row.assignee.id !== official.id && mood.trouble > 0) continue;
        seen.add(row.id);
        await this.look(official, row.id, mood);
      }
    }
  }

  async queue({ browser }: Official, key: string): Promise<readonly Row[]> {
    const { status, body } = await browser.get<QueuePage>(`/api/desk/applications?queue=${key}`);
    if (status !== 200) throw new Error(`${key}: ${JSON.stringify(body)}`);
    return body.rows;
  }

  async open({ browser }: Official, id: string): Promise<DeskApplicationView> {
    const { status, body } = await browser.get<DeskApplicationView>(`/api/desk/applications/${id}`);
    if (status !== 200) throw new Error(`${id}: ${JSON.stringify(body)}`);
    return body;
  }

  take(
    { browser }: Official,
    view: Pick<DeskApplicationView, 'id' | 'lock'>,
    action: string,
    given: object = {},
  ): Promise<Answer<DeskApplicationView | ProblemDetails>> {
    return browser.post(`/api/desk/applications/${view.id}/actions/${action}`, { lock: view.lock, ...given });
  }

  /** Everything in one stage, decided at once. */
  async decideAll(
    official: Official,
    stage: string,
    work: Extract<BatchWork, { kind: 'action' }>,
  ): Promise<void> {
    const place = { queue: `stage:${work.procedureId}:${stage}`, sort: 'due', only: [] };
    const begun = await official.browser.post<BatchView & ProblemDetails>('/api/desk/batches', { place });
    if (begun.body.code === 'batch-empty') return;
    const path = `/api/desk/batches/${begun.body.id}`;
    const run = this.test.app.get(RunBatches);
    await official.browser.post(`${path}/check`, { work });
    await run.run();
    await official.browser.post(`${path}/start`, { minutes: 0 });
    await run.run();
    const { body } = await official.browser.get<BatchView>(path);
    if (body.state !== 'done') throw new Error(`A batch ended as ${body.state}.`);
    for (const { code, count } of body.outcomes) {
      if (code === 'done') this.count(this.deeds, `batch ${work.action}`, count);
      else this.count(this.refusals, code, count);
    }
  }

  private async look(official: Official, id: string, mood: Mood): Promise<void> {
    const view = await this.open(official, id);
    if (view.hold) return;
    if (view.assignee !== null && view.assignee.id !== official.id && mood.trouble > 0) return;
    if (this.chance.happens(mood.trouble / 4) && (await this.handOver(official, view))) return;
    if (view.mayHold && this.chance.happens(mood.trouble / 4)) return this.hold(official, view, mood);
    const action = this.choose(view, mood);
    if (!action || this.waiting.has(view.id)) return;
    const answer = await this.take(official, view, action.name, this.fill(view, action, mood));
    if (answer.status === 200) return this.count(this.deeds, action.name);
    const { code } = answer.body as ProblemDetails;
    if (!everyday.includes(code))
      throw new Error(`${official.login} ${action.name}: ${JSON.stringify(answer.body)}`);
    this.count(this.refusals, code);
    if (code === 'second-correction') this.waiting.add(id);
  }

  /** Mostly what the procedure means to be done. */
  private choose({ actions }: DeskApplicationView, { trouble }: Mood): ActionView | undefined {
    const possible = actions.filter(({ refused }) => refused === null);
    const usual =
      possible.find(({ tone }) => tone === 'primary') ?? possible.find(({ tone }) => tone === 'danger');
    if (usual && !this.chance.happens(trouble)) return usual;
    const others = possible.filter((one) => one !== usual);
    return pick(this.chance, trouble > 0 && others.length > 0 ? others : possible);
  }

  private fill(view: DeskApplicationView, { requires }: ActionView, { today }: Mood): object {
    const reason = pick(this.chance, view.reasons);
    const points = this.chance.happens(0.5) ? 1 : 2;
    return {
      ...(requires.reason && { reason: reason?.title ?? '確認' }),
      ...(requires.publicReason && { publicReason: `${reason?.text ?? ''}${words}` }),
      ...(requires.targets && {
        targets: targets
          .filter(([page, name]) => isAnswered(view, page, name))
          .slice(0, points)
          .map(([page, name]) => ({ path: `/${page}/${name}`, comment: 'もう一度ご確認ください。' })),
      }),
      ...(requires.fields && { fields: this.fields(requires.fields, today) }),
    };
  }

  private fields(schema: Readonly<Record<string, unknown>>, today: string): Record<string, unknown> {
    const { properties, required = [] } = schema as unknown as StaffFields;
    // An amount of one's own now and then, high enough for the director.
    if (properties['amount'])
      return this.chance.happens(0.1)
        ? { amount: 3_100_000, amount_reason: '売上台帳で計算し直した額です。' }
        : {};
    return Object.fromEntries(
      required.map((name) => {
        const { const: only, oneOf, format, type } = properties[name] ?? {};
        if (only !== undefined) return [name, only];
        if (oneOf) return [name, pick(this.chance, oneOf)?.const];
        if (format === 'date') return [name, today];
        return [name, type === 'string' ? '窓口、電話、書類で確かめた。' : 1];
      }),
    );
  }

  private async handOver({ browser }: Official, { id, mayAssign }: DeskApplicationView): Promise<boolean> {
    if (!mayAssign) return false;
    const { body } = await browser.get<{ colleagues: { id: string }[] }>(
      `/api/desk/applications/${id}/colleagues`,
    );
    // The demo's officials are there, too, and on leave.
    const next = pick(
      this.chance,
      body.colleagues.filter((one) => this.officials.some((official) => official.id === one.id)),
    );
    if (!next) return false;
    const note = '電話で話した件です。続きをお願いします。';
    const { status } = await browser.post(`/api/desk/applications/${id}/assign`, {
      assigneeId: next.id,
      note,
    });
    if (status === 200) this.count(this.deeds, 'hand over');
    return true;
  }

  private async hold(
    { browser, login }: Official,
    view: DeskApplicationView,
    { today }: Mood,
  ): Promise<void> {
    const reviewOn = workdayAfter(today, 1);
    const { status, body } = await browser.post(`/api/desk/applications/${view.id}/hold`, {
      lock: view.lock,
      reason: '保健所の回答を待っています。',
      reviewOn,
    });
    this.count(status === 200 ? this.deeds : this.refusals, status === 200 ? 'hold' : body.code);
    if (status === 200) this.aside.set(view.id, { owner: login, reviewOn });
  }

  /** What an official put aside until today they take up again. */
  private async takeUp(official: Official, { today, trouble }: Mood): Promise<void> {
    for (const [id, { owner, reviewOn }] of [...this.aside]) {
      if (owner !== official.login || (trouble > 0 && reviewOn > today)) continue;
      const view = await this.open(official, id);
      if (!view.hold || !view.mayHold) {
        this.aside.delete(id);
        continue;
      }
      const { status } = await official.browser.post(`/api/desk/applications/${id}/release`, {
        lock: view.lock,
      });
      if (status !== 200) continue;
      this.aside.delete(id);
      this.count(this.deeds, 'release');
    }
  }

  /** Lets colleagues ask a second time, or tells them not to. */
  private async supervise(official: Official): Promise<void> {
    for (const id of [...this.waiting]) {
      const view = await this.open(official, id).catch(() => null);
      if (view?.secondCorrection?.mayPermit && this.chance.happens(0.7)) {
        const reason = '最初のお願いでは分からなかった点が見つかったため。';
        const path = `/api/desk/applications/${id}/correction-permission`;
        const { status } = await official.browser.post(path, { reason });
        if (status === 200) this.count(this.deeds, 'permit');
      }
      if (view?.secondCorrection?.mayPermit || view?.secondCorrection === null) this.waiting.delete(id);
    }
  }

  private shuffled<T>(list: readonly T[]): readonly T[] {
    return list
      .map((one) => ({ one, luck: this.chance.next() }))
      .sort((a, b) => a.luck - b.luck)
      .map(({ one }) => one);
  }

  private count(where: Map<string, number>, what: string, times = 1): void {
    where.set(what, (where.get(what) ?? 0) + times);
  }
}

/** Applicants, who answer what they are asked, or do not. */
export async function answerCorrection(
  applied: Applied,
  chance: Chance,
): Promise<'answered' | 'withdrawn' | 'waits'> {
  const { id, applicant } = applied;
  const luck = chance.next();
  if (luck < 0.03) {
    const { status } = await applicant.post(`/api/applications/${id}/withdraw`, {
      reason: '店を閉めることにしました。',
    });
    return status === 200 ? 'withdrawn' : 'waits';
  }
  if (luck > 0.35) return 'waits';
  const { body: draft } = await applicant.post<DraftView>(`/api/applications/${id}/correction`);
  const { status, body } = await applicant.post(`/api/drafts/${draft.id}/submit`, {
    revision: draft.revision,
    answers: draft.answers,
  });
  if (status >= 300) throw new Error(`A correction was refused: ${JSON.stringify(body)}`);
  return 'answered';
}

interface StaffFields {
  readonly properties: Readonly<
    Record<
      string,
      {
        readonly const?: unknown;
        readonly oneOf?: readonly { readonly const: unknown }[];
        readonly format?: string;
        readonly type?: string;
      }
    >
  >;
  readonly required?: readonly string[];
}

/** Questions of either procedure that somebody may be asked to look at again. */
const targets = [
  ['permit', 'valid_to'],
  ['facility', 'permit_to'],
  ['applicant', 'contact_tel'],
  ['store', 'tel'],
  ['bank', 'account_no'],
] as const;

const words =
  '書類を確かめたうえで、手続の決まりに従って次のとおりにいたします。ご不明の点はお問い合わせください。';

function isAnswered({ answers }: DeskApplicationView, page: string, name: string): boolean {
  const inside = answers[page];
  return typeof inside === 'object' && inside !== null && Object.hasOwn(inside, name);
}
