import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FireTimers } from '../../src/applications/fire-timers.js';
import { LiftHolds } from '../../src/applications/lift-holds.js';
import { ReleaseEnded } from '../../src/staff/release-ended.js';
import type { ApplicantApplicationView } from '../../src/applications/application.dto.js';
import type { DeskApplicationView, QueuePage } from '../../src/applications/desk.dto.js';
import type { Receipt } from '../../src/drafts/draft.dto.js';
import type { AbsenceList } from '../../src/staff/absence.dto.js';
import { fillJitanDraft } from './support/jitan-answers.js';
import { startTestApp, type TestApp } from './support/test-app.js';
import type { Visitor } from './support/visitor.js';

const DAY = 24 * 60 * 60 * 1_000;
const publicReason = '許可証の写しが不鮮明で、有効期限を確かめられませんでした。';

describe('the circuit of a review', () => {
  let test: TestApp;
  let applicant: Visitor;
  beforeAll(async () => {
    test = await startTestApp();
    applicant = await test.applicant();
  });
  afterAll(() => test.stop());

  const submitted = async (store: string): Promise<string> => {
    const draft = await fillJitanDraft(applicant, store);
    const { body } = await applicant.post<Receipt>(`/api/drafts/${draft.id}/submit`, {
      revision: draft.revision,
    });
    return body.applicationId;
  };
  const view = async (login: string, id: string): Promise<DeskApplicationView> => {
    const official = await test.official(login);
    return (await official.get<DeskApplicationView>(`/api/desk/applications/${id}`)).body;
  };
  const take = async (login: string, id: string, action: string, given: object = {}) => {
    const official = await test.official(login);
    const { lock } = await view(login, id);
    return official.post<DeskApplicationView>(`/api/desk/applications/${id}/actions/${action}`, {
      lock,
      ...given,
    });
  };
  const change = async (login: string, id: string, value: number | null, given: object = {}) => {
    const official = await test.official(login);
    const { lock } = await view(login, id);
    return official.post<DeskApplicationView>(`/api/desk/applications/${id}/overrides`, {
      lock,
      path: '/sales/payable',
      value,
      reason: '売上台帳と合わない。',
      publicReason: '売上台帳で計算し直した額に改めました。',
      ...given,
    });
  };
  const unassigned = async (login: string): Promise<readonly string[]> => {
    const official = await test.official(login);
    const { body } = await official.get<QueuePage>('/api/desk/applications?queue=unassigned');
    return body.rows.map(({ subject }) => subject);
  };

  const today = new Date(Date.now() + 9 * 60 * 60 * 1_000).toISOString().slice(0, 10);
  const awayUntilTonight = async (login: string, substitute: string): Promise<string> => {
    const official = await test.official(login);
    const { body: list } = await official.get<AbsenceList>('/api/desk/absences');
    const substituteId = list.colleagues.find(({ name }) => name === substitute)?.id;
    const away = { fromOn: today, toOn: today, substituteId };
    const { status, body } = await official.post<AbsenceList>('/api/desk/absences', away);
    if (status !== 201) throw new Error(JSON.stringify(body));
    return body.absences.at(-1)?.id ?? '';
  };

  describe('with time', () => {
    const at = (date: string, days: number) => new Date(Date.parse(`${date}T00:00:00+09:00`) + days * DAY);

    it('reminds once before a correction is due, and goes on when nobody answered', async () => {
      const id = await submitted('なにわ酒場 時計店');
      const asked = await take('sato', id, 'ask_correction', {
        reason: '不鮮明',
        publicReason,
        targets: [{ path: '/permit/valid_to', comment: '許可証の日付をご確認ください。' }],
      });
      const dueOn = asked.body.dueOn ?? '';
      const timers = test.app.get(FireTimers);
      const sent = async () => (await view('sato', id)).notices.map(({ template }) => template);

      expect(await timers.run()).toBe(0);
      const twoWorkers = await Promise.all([timers.run(at(dueOn, 0)), timers.run(at(dueOn, 0))]);
      expect(twoWorkers.sort()).toEqual([0, 1]);
      expect(await sent()).toContain('correction-reminder');
      expect(await timers.run(at(dueOn, 0))).toBe(0);

      expect(await timers.run(at(dueOn, 1))).toBe(1);
      const after = await view('suzuki', id);
      expect(after).toMatchObject({ stage: 'second_review', correction: null });
      expect(after.history.slice(-2).map(({ type, title, actorName }) => [type, title, actorName])).toEqual([
        ['timer', '補正の期限が近いことのお知らせ', '自動処理'],
        ['timer', '補正の期限が過ぎたので二次審査へ', '自動処理'],
      ]);
      const { body } = await applicant.get<ApplicantApplicationView>(`/api/applications/${id}`);
      expect(body.steps.at(-1)?.publicReason).toMatch(/期限までになかったため/);
      expect((await sent()).filter((template) => template === 'correction-reminder')).toHaveLength(1);
    });

    it('says what of the processing period is used, and when it should end', async () => {
      const id = await submitted('なにわ酒場 期間店');
      const { clock } = await view('sato', id);
      expect(clock).toMatchObject({
        days: 'working',
        used: 0,
        extended: 0,
        running: true,
        outlook: 'in-time',
      });
      expect(clock.limitOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      expect((clock.forecastOn ?? '') <= (clock.limitOn ?? '')).toBe(true);
    });

    it('leaves the timers of other applications alone when one cannot be fired', async () => {
      const [broken, sound] = [await submitted('なにわ酒場 壊れ店'), await submitted('なにわ酒場 無事店')];
      await test.dataSource.query(
        `update application set next_timer_at = now() - interval '1 hour', version_hash = version_hash,
           state = jsonb_set(state, '{stage}', '"no_such_stage"') where id = $1`,
        [broken],
      );
      await test.dataSource.query(`update application set next_timer_at = now() where id = $1`, [sound]);
      await test.app.get(FireTimers).run();
      const rows = await test.dataSource.query<{ id: string; later: boolean | null }[]>(
        `select id, next_timer_at > now() as later from application where id = any($1) order by id`,
        [[broken, sound]],
      );
      expect(rows).toEqual([
        { id: broken, later: true },
        { id: sound, later: null },
      ]);
    });
  });

  describe('with approvers', () => {
    it('waits for the one whose turn it is, and a substitute may say yes in the place of one who is away', async () => {
      const id = await submitted('なにわ酒場 決裁店');
      await take('sato', id, 'pass');
      // More than the amount from which the director decides, too.
      expect(await change('suzuki', id, 3_000_000)).toMatchObject({ status: 200 });
      expect(await take('suzuki', id, 'recommend')).toMatchObject({ status: 200 });
      expect((await view('tanaka', id)).approval).toMatchObject({
        order: 'serial',
        steps: [
          { title: '課長', isTurn: true, approved: null },
          { title: '部長', isTurn: false, approved: null },
        ],
      });
      expect([await unassigned('tanaka'), await unassigned('yamamoto')]).toEqual([['なにわ酒場 決裁店'], []]);
      const early = await take('yamamoto', id, 'approve', { fields: { payment_on: '2027-01-29' } });
      expect(early).toMatchObject({ status: 409, body: { code: 'not-your-turn' } });

      const first = await take('tanaka', id, 'approve', { fields: { payment_on: '2027-01-29' } });
      expect(first.body).toMatchObject({ stage: 'decision', assignee: null });
      expect(first.body.notices.map(({ template }) => template)).not.toContain('grant-decision');
      expect(first.body.approval?.steps).toMatchObject([
        { title: '課長', isTurn: false, approved: { by: '田中 律子', onBehalfOf: null } },
        { title: '部長', isTurn: true, approved: null },
      ]);
      expect([await unassigned('tanaka'), await unassigned('yamamoto')]).toEqual([[], ['なにわ酒場 決裁店']]);
      const { body: seen } = await applicant.get<ApplicantApplicationView>(`/api/applications/${id}`);
      expect(seen.steps.map(({ title }) => title)).not.toContain('支給を決定する');

      await awayUntilTonight('yamamoto', '高橋 誠');
      expect(await unassigned('takahashi')).toEqual(['なにわ酒場 決裁店']);

      const decided = await take('takahashi', id, 'approve', { fields: { payment_on: '2027-01-29' } });
      expect(decided).toMatchObject({ status: 200, body: { stage: 'payout' } });
      expect(decided.body.history.at(-1)).toMatchObject({ actorName: '高橋 誠', onBehalfOf: '山本 和夫' });
      expect(decided.body.notices.map(({ template }) => template)).toContain('grant-decision');
    });
  });

  describe('with an amount that an official changes', () => {
    it('reads the changed amount everywhere, tells both sides why, and goes back to what was computed', async () => {
      const id = await submitted('なにわ酒場 変更店');
      expect((await view('sato', id)).overridable).toEqual([]);
      expect(await change('sato', id, 500_000)).toMatchObject({
        status: 409,
        body: { code: 'action-not-available' },
      });
      await take('sato', id, 'pass');
      const before = await view('suzuki', id);
      expect(before.overridable).toMatchObject([
        { path: '/sales/payable', computed: 600_000, isShown: true, refused: null },
      ]);
      expect(await change('tanaka', id, 500_000)).toMatchObject({ body: { code: 'role-missing' } });
      expect(await change('suzuki', id, 500_000, { publicReason: ' ' })).toMatchObject({
        status: 422,
        body: { code: 'public-reason-required' },
      });
      const { body: changed } = await change('suzuki', id, 500_000);
      expect(changed.overrides).toMatchObject([
        { computed: 600_000, value: 500_000, by: '鈴木 恵', reason: '売上台帳と合わない。', ended: null },
      ]);
      expect(changed.history.at(-1)).toMatchObject({ type: 'overridden', about: '今回お支払いする額' });
      expect(changed.highlights).toContainEqual({ title: '支給予定額', text: '500,000円' });
      const { body: seen } = await applicant.get<ApplicantApplicationView>(`/api/applications/${id}`);
      expect(seen.changedByOffice).toMatchObject([
        { computed: '600,000円', value: '500,000円', reason: '売上台帳で計算し直した額に改めました。' },
      ]);
      expect(JSON.stringify(seen)).not.toContain('売上台帳と合わない。');

      const { body: sales } = await applicant.get<ApplicantApplicationView>(`/api/applications/${id}`);
      expect(sales.answers['sales']).toMatchObject({ payable: 600_000 });
      await change('suzuki', id, null, { publicReason: '' });
      expect((await view('suzuki', id)).highlights).toContainEqual({
        title: '支給予定額',
        text: '600,000円',
      });
      expect((await view('suzuki', id)).overrides).toMatchObject([{ ended: { because: 'taken-back' } }]);
    });
  });

  describe('in lists', () => {
    const lists = async (login: string, query: string) => {
      const official = await test.official(login);
      return official.get<QueuePage>(`/api/desk/${query}`);
    };
    const stage = 'applications?queue=stage:jitan-9:second_review';

    it('sorts a stage by a listed answer page by page, and shows what is asked for as it counts now', async () => {
      const ids: string[] = [];
      for (const name of ['並び一号店', '並び二号店', '並び三号店']) {
        const id = await submitted(`なにわ酒場 ${name}`);
        await take('sato', id, 'pass');
        ids.push(id);
      }
      await change('suzuki', ids[0] ?? '', 450_000);
      await change('suzuki', ids[2] ?? '', 9_500_000);
      // One that came before the question was listed is still in the list.
      await test.dataSource.query(`delete from application_listed where application_id = $1`, [ids[1]]);
      const order = async (sort: string) => {
        const { body } = await lists(
          'suzuki',
          `${stage}&sort=field:sales.payable:${sort}&columns=sales.payable`,
        );
        return body.rows
          .filter(({ id }) => ids.includes(id))
          .map(({ id, values }) => [ids.indexOf(id), values['sales.payable'] ?? null]);
      };
      expect(await order('up')).toEqual([
        [0, '450,000円'],
        [2, '9,500,000円'],
        [1, null],
      ]);
      expect(await order('down')).toEqual([
        [2, '9,500,000円'],
        [0, '450,000円'],
        [1, null],
      ]);
      const wrong = await lists('suzuki', `${stage}&columns=bank.account_no`);
      expect(wrong).toMatchObject({ status: 422 });
      expect(await lists('suzuki', `${stage}&sort=field:store.tel:up`)).toMatchObject({ status: 422 });
      expect(await lists('suzuki', 'applications?queue=mine&sort=field:sales.payable:up')).toMatchObject({
        status: 422,
      });
    });

    it('finds by one question, by what counts now, and leaves lists at the end', async () => {
      const id = await submitted('なにわ酒場 捜し店');
      await take('sato', id, 'pass');
      await change('suzuki', id, 734_100);
      const found = async (text: string) =>
        (await lists('suzuki', `search?q=${encodeURIComponent(text)}`)).body.rows.map((row) => row.id);
      expect(await found('今回お支払いする額：734,100')).toEqual([id]);
      expect(await found('今回お支払いする額:７３４１００円')).toEqual([id]);
      expect(await found('営業許可番号：734100')).toEqual([]);
      expect(await found('口座番号：0123456')).toEqual([]);
      const rows = async () => {
        const [row] = await test.dataSource.query<[{ count: number }]>(
          'select count(*)::int as count from application_listed where application_id = $1',
          [id],
        );
        return row.count;
      };
      expect(await rows()).toBeGreaterThan(0);
      await applicant.post(`/api/applications/${id}/withdraw`, { reason: '店を閉めたため' });
      expect(await rows()).toBe(0);
      expect(await found('今回お支払いする額：734,100')).toEqual([id]);
    });
  });

  describe('explained to officials', () => {
    it('says which condition led here, what spoke against another way, and what an official gave as a reason', async () => {
      const id = await submitted('なにわ酒場 理由店');
      const { stageReason: first, history } = await view('sato', id);
      expect(history[first?.step ?? -1]).toMatchObject({ type: 'checked', toTitle: '一次審査（形式）' });
      expect(first).toMatchObject({
        reasons: { ja: ['「市町村」が「大阪市」'], en: ['“City, town or village” is “Osaka City”'] },
        passedOver: [
          {
            titles: ['簡易ルート（前回と照合）'],
            reasons: {
              ja: ['「これまでに、このお店で大阪府の協力金を申請しましたか」が「今回が初めて」'],
              en: [
                '“Have you applied for an Osaka Prefecture support grant for this shop before?” is “This is the first time”',
              ],
            },
          },
        ],
      });
      await take('sato', id, 'pass');
      const given = { reason: '許可証の店名が申請と違う。' };
      const { body } = await take('suzuki', id, 'investigate', given);
      expect(body.stageReason).toMatchObject({ reasons: { ja: [], en: [] }, passedOver: [] });
      expect(body.history[body.stageReason?.step ?? -1]).toMatchObject({
        title: '疑義調査に回す',
        reason: '許可証の店名が申請と違う。',
      });
    });
  });

  describe('with somebody away', () => {
    it('does not show a substitute what nobody may do in another’s place', async () => {
      const id = await submitted('なにわ酒場 会計店');
      await take('sato', id, 'pass');
      await take('suzuki', id, 'recommend', { fields: {} });
      const decided = await take('tanaka', id, 'approve', { fields: { payment_on: '2027-01-29' } });
      expect(decided.body.stage).toBe('payout');
      await awayUntilTonight('ito', '佐藤 健');

      expect(await unassigned('ito')).toContain('なにわ酒場 会計店');
      expect(await unassigned('sato')).not.toContain('なにわ酒場 会計店');
      expect(await view('sato', id)).toMatchObject({ mayAssign: false, mayHold: false, actions: [] });
      const substitute = await test.official('sato');
      const claimed = await substitute.post(`/api/desk/applications/${id}/assign`, { assigneeId: 'me' });
      expect(claimed).toMatchObject({ status: 403, body: { code: 'role-missing' } });
    });

    describe('whose substitute', () => {
      const toDecision = async (store: string): Promise<string> => {
        const id = await submitted(store);
        await take('sato', id, 'pass');
        await take('suzuki', id, 'recommend', { fields: {} });
        return id;
      };

      it('put a case aside, and is not the substitute any more: it is taken up on the day it was set for', async () => {
        const id = await toDecision('なにわ酒場 保留店');
        const taken = await toDecision('なにわ酒場 預かり店');
        const absence = await awayUntilTonight('tanaka', '高橋 誠');
        const substitute = await test.official('takahashi');
        const { lock } = await view('takahashi', id);
        const hold = { lock, reason: '保健所の回答を待つ。', reviewOn: today };
        expect(await substitute.post(`/api/desk/applications/${id}/hold`, hold)).toMatchObject({
          status: 200,
        });
        await substitute.post(`/api/desk/applications/${taken}/assign`, { assigneeId: 'me' });
        const [holds, ended] = [test.app.get(LiftHolds), test.app.get(ReleaseEnded)];
        expect([await holds.run(), await ended.run()]).toEqual([0, 0]);

        await (await test.official('tanaka')).delete(`/api/desk/absences/${absence}`);
        expect(await view('takahashi', id)).toMatchObject({ mayHold: false });
        expect([await holds.run(), await ended.run()]).toEqual([1, 1]);
        const after = await view('tanaka', id);
        expect(after.hold).toBeNull();
        expect(after.history.at(-1)).toMatchObject({
          title: '保留の解除',
          actorKind: 'system',
          reason:
            '保留にした職員がこの段階を担当できなくなったため、見直しの日に自動で解除しました。担当の班で確かめてください。',
        });
        expect((await view('tanaka', taken)).assignee).toBeNull();
        expect([await holds.run(), await ended.run()]).toEqual([0, 0]);
      });

      it('is locked out leaves the cases to the team, and both sides are told', async () => {
        const id = await submitted('なにわ酒場 代理停止店');
        const official = await test.official('sato');
        await official.post(`/api/desk/applications/${id}/assign`, { assigneeId: 'me' });
        const absence = await awayUntilTonight('sato', '高橋 誠');
        const ended = test.app.get(ReleaseEnded);
        expect(await ended.run()).toBe(0);

        const lock = (at: string) =>
          test.dataSource.query(`update staff set disabled_at = ${at} where login = 'takahashi'`);
        await lock('now()');
        expect(await ended.run()).toBe(1);
        expect((await view('sato', id)).assignee).toBeNull();
        const { body: own } = await official.get<AbsenceList>('/api/desk/absences');
        expect(own.absences).toMatchObject([{ id: absence, alone: true }]);
        await lock('null');
        const { body: again } = await official.get<AbsenceList>('/api/desk/absences');
        expect(again.absences).toMatchObject([{ id: absence, alone: false }]);
        await official.delete(`/api/desk/absences/${absence}`);
      });

      it('has moved to another office acts in nobody’s place', async () => {
        const id = await toDecision('なにわ酒場 異動店');
        const absence = await awayUntilTonight('tanaka', '高橋 誠');
        expect(await unassigned('takahashi')).toContain('なにわ酒場 異動店');
        await test.dataSource.query(
          `update staff_role set to_on = current_date - 2 where staff_id = (select id from staff where login = 'takahashi')`,
        );
        const mover = await test.official('takahashi');
        expect(await mover.get(`/api/desk/applications/${id}`)).toMatchObject({ status: 404 });
        await test.dataSource.query(
          `update staff_role set to_on = null where staff_id = (select id from staff where login = 'takahashi')`,
        );
        await (await test.official('tanaka')).delete(`/api/desk/absences/${absence}`);
      });
    });

    it('takes an absence once for a day, with an end after its beginning, and only from its owner', async () => {
      const [tanaka, sato] = [await test.official('tanaka'), await test.official('sato')];
      const { body: list } = await tanaka.get<AbsenceList>('/api/desk/absences');
      const substituteId = list.colleagues[0]?.id;
      const away = { fromOn: '2031-08-10', toOn: '2031-08-14', substituteId };
      expect(await tanaka.post('/api/desk/absences', { ...away, toOn: '2031-08-01' })).toMatchObject({
        status: 422,
        body: { code: 'absence-ends-before' },
      });
      const added = await tanaka.post<AbsenceList>('/api/desk/absences', away);
      expect(added).toMatchObject({ status: 201, body: { absences: [{ toOn: '2031-08-14' }] } });
      expect(await tanaka.post('/api/desk/absences', { ...away, fromOn: '2031-08-14' })).toMatchObject({
        status: 409,
        body: { code: 'absence-overlaps' },
      });
      const id = added.body.absences[0]?.id ?? '';
      expect(await sato.delete(`/api/desk/absences/${id}`)).toMatchObject({ status: 404 });
      expect(await tanaka.delete(`/api/desk/absences/${id}`)).toMatchObject({ body: { absences: [] } });
    });
  });
});
