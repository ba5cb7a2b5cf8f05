import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ApplicantApplicationView } from '../../src/applications/application.dto.js';
import type { DraftView } from '../../src/drafts/draft.dto.js';
import type { PaymentRowView, PaymentsOverview, WaitingList } from '../../src/payments/payment-batch.dto.js';
import type { ProfileList, ProfileSettings } from '../../src/payments/payment-profile.dto.js';
import { PaymentWorld, todayInJapan } from './support/payment-world.js';
import { startTestApp, type TestApp } from './support/test-app.js';
import { readTransferFile } from './support/transfer-file.js';

const settings: ProfileSettings = {
  title: '大阪府 協力金口座',
  clientCode: '0012345678',
  clientName: 'オオサカフ キヨウリヨクキン',
  bankCode: '0010',
  branchCode: '101',
  accountType: '1',
  accountNumber: '7654321',
  slash: false,
  newline: true,
  endMark: false,
  clearingHouse: 'spaces',
  headerAccount: true,
  rowsPerFile: 2,
};

let test: TestApp;
let world: PaymentWorld;
let people: PaymentWorld['people'];
let payOn: string;
const today = todayInJapan();

beforeAll(async () => {
  test = await startTestApp();
  world = await PaymentWorld.open(test);
  ({ people, payOn } = world);
});
afterAll(() => test.stop());

const codes = (row: PaymentRowView | undefined) => row?.findings.map(({ code }) => code);

describe('an account to pay from', () => {
  it('is in force once a second person agrees to it, and not before', async () => {
    const { body: proposed } = await people.ito.post<ProfileList>('/api/desk/payment-profiles', { settings });
    const [profile] = proposed.profiles;
    world.profileId = profile?.id ?? '';
    expect(profile).toMatchObject({ inForce: null, proposed: { n: 1, mine: true, bankName: 'りそな銀行' } });
    const at = `/api/desk/payment-profiles/${world.profileId}`;
    expect(await people.ito.post(`${at}/confirm`, { n: 1 })).toMatchObject({
      status: 403,
      body: { code: 'payment-profile-own' },
    });
    const plan = { procedureId: 'jitan-9', payOn, profileId: world.profileId, from: { most: 1 } };
    expect((await people.ito.post('/api/desk/payments', plan)).body).toMatchObject({
      code: 'payment-profile-unknown',
    });
    const { body: agreed } = await people.matsumoto.post<ProfileList>(`${at}/confirm`, { n: 1 });
    expect(agreed.profiles[0]).toMatchObject({
      inForce: { settings, decidedBy: '松本 由美' },
      proposed: null,
    });
    // A change of it is a proposal again.
    const changed = { settings: { ...settings, rowsPerFile: 100 }, ends: false };
    await people.matsumoto.post(at, changed);
    expect((await people.matsumoto.post(at, changed)).body).toMatchObject({
      code: 'payment-profile-pending',
    });
    expect((await people.ito.post(`${at}/confirm`, { n: 1 })).body).toMatchObject({
      code: 'payment-profile-changed',
    });
    const { body: back } = await people.ito.post<ProfileList>(`${at}/withdraw`, { n: 2 });
    expect(back.profiles[0]).toMatchObject({ inForce: { n: 1 }, proposed: null });
  });

  it('has a name that the bank can read, at a branch that there is', async () => {
    const wrong = { settings: { ...settings, clientName: '大阪府' } };
    expect((await people.ito.post('/api/desk/payment-profiles', wrong)).body).toMatchObject({
      code: 'payment-profile-name',
      params: { letters: '大 阪 府' },
    });
    const nowhere = { settings: { ...settings, branchCode: '999' } };
    expect((await people.ito.post('/api/desk/payment-profiles', nowhere)).body).toMatchObject({
      code: 'payment-profile-bank',
    });
  });

  it('and payments are the business of nobody else', async () => {
    const { sato } = people;
    expect((await sato.get('/api/desk/places')).body).toMatchObject({ payments: false });
    expect((await people.ito.get('/api/desk/places')).body).toMatchObject({ payments: true });
    expect((await sato.get('/api/desk/payments')).body).toEqual({ procedures: [], batches: [] });
    expect((await sato.get('/api/desk/payment-profiles')).body).toEqual({ profiles: [], mayChange: false });
    expect((await sato.post('/api/desk/payment-profiles', { settings })).status).toBe(404);
    const plan = { procedureId: 'jitan-9', payOn, profileId: world.profileId, from: { most: 1 } };
    expect((await sato.post('/api/desk/payments', plan)).status).toBe(404);
  });
});

describe('a batch of payments', () => {
  it('goes from those that wait to 振込済 and 組戻し, and what came back is paid with the next', async () => {
    const [one, two, three] = [
      await world.decided('支払一号'),
      await world.decided('支払二号'),
      await world.decided('支払三号'),
    ];
    const ids = [one.applicationId, two.applicationId, three.applicationId];
    const { body: before } = await people.ito.get<PaymentsOverview>('/api/desk/payments');
    expect(before.procedures).toMatchObject([{ id: 'jitan-9', waiting: 3, pays: true, partial: false }]);
    const { body: list } = await people.ito.get<WaitingList>(
      '/api/desk/payments/waiting?procedureId=jitan-9',
    );
    const amounts = list.applications.map(({ amount }) => amount ?? 0);
    expect(before.procedures[0]?.amount).toBe(amounts.reduce((sum, amount) => sum + amount, 0));

    const batch = await world.begin(ids);
    expect(batch).toMatchObject({ state: 'draft', rows: 3, amount: before.procedures[0]?.amount });
    expect(await world.request(ids)).toMatchObject({ body: { code: 'payment-none' } });
    const listed = await world.rows(batch.id);
    expect(listed[0]).toMatchObject({ number: one.number, state: 'ready', newCode: '1', findings: [] });
    expect(listed[0]?.account).toEqual({
      bankName: 'ﾘｿﾅ',
      branchName: expect.any(String) as unknown,
      type: '1',
      number: '••••456',
      holder: 'ｶ)ｵｵｻｶｼﾖｸﾄﾞｳ',
    });
    // The number stands in the database, and cannot be read there.
    const stored = await test.dataSource.query<object[]>('select * from payment');
    expect(JSON.stringify(stored)).not.toContain('0123456');

    expect(await world.release(batch.id)).toMatchObject({ status: 200, body: { state: 'released' } });
    const { body: exported } = await world.step(people.ito, batch.id, 'export');
    expect(exported).toMatchObject({ state: 'exported', files: [{ rows: 2 }, { rows: 1 }] });
    const parts = [await world.file(batch.id, 1), await world.file(batch.id, 2)];
    expect(parts.map((bytes) => createHash('sha256').update(bytes).digest('hex'))).toEqual(
      exported.files.map(({ sha256 }) => sha256),
    );
    const [first, second] = parts.map((bytes) => readTransferFile(bytes, true));
    expect(first?.header).toEqual({
      kind: '1',
      type: '21',
      code: '0',
      client: '0012345678',
      clientName: 'ｵｵｻｶﾌ ｷﾖｳﾘﾖｸｷﾝ'.padEnd(40),
      day: payOn.slice(5).replace('-', ''),
      bank: '0010',
      bankName: 'ﾘｿﾅ'.padEnd(15),
      branch: '101',
      branchName: expect.stringMatching(/^\S+ *$/) as unknown,
      accountType: '1',
      account: '7654321',
      dummy: ' '.repeat(17),
    });
    expect(first?.transfers[0]).toEqual({
      kind: '2',
      bank: '0010',
      bankName: 'ﾘｿﾅ'.padEnd(15),
      branch: '101',
      branchName: first?.header['branchName'],
      clearing: '    ',
      accountType: '1',
      account: '0123456',
      holder: 'ｶ)ｵｵｻｶｼﾖｸﾄﾞｳ'.padEnd(30),
      amount: String(amounts[0]).padStart(10, '0'),
      newCode: '1',
      reference: String(listed[0]?.reference).padStart(10, '0'),
      reference2: '0000000000',
      transfer: '7',
      edi: ' ',
      dummy: ' '.repeat(7),
    });
    expect((first?.trailer.sum ?? 0) + (second?.trailer.sum ?? 0)).toBe(batch.amount);
    // Asked again, and asked for again: the same bytes, one file, each look at it in the history.
    await world.step(people.matsumoto, batch.id, 'export');
    expect((await world.file(batch.id, 1)).equals(parts[0] ?? Buffer.alloc(0))).toBe(true);
    expect((await world.read(batch.id)).events.filter(({ action }) => action === 'download')).toHaveLength(3);

    await world.letDaysPass(batch.id);
    const reference = String(listed[0]?.reference).padStart(10, '0');
    const table = `照会番号,結果,日付,理由\n${reference},済,${today.replaceAll('-', '/')},\n${two.number},組戻,${today},口座名義相違\n`;
    const unread = await world.step(people.ito, batch.id, 'results', {
      table: `${table}9999999999,済,${today}\n${three.number},?,${today}`,
      restPaidOn: null,
    });
    expect(unread).toMatchObject({
      status: 422,
      body: { code: 'payment-lines-unread', params: { count: 2 } },
    });
    expect(unread.body.problems?.map(({ text }) => text.ja)).toEqual([
      '4行目：この支払に番号 9999999999 がありません。',
      '5行目：結果（済・組戻し、または0〜9）が読めません。',
    ]);
    await world.step(people.ito, batch.id, 'results', { table, restPaidOn: today });
    await world.work();
    expect(await world.read(batch.id)).toMatchObject({
      state: 'closed',
      counts: { paid: 2, failed: 1, ready: 0, stuck: 0 },
    });
    const csv = (await people.ito.get<string>(`/api/desk/payments/${batch.id}/results`)).body.split('\r\n');
    expect(csv[0]).toBe('\u{FEFF}照会番号,申込番号,対象,申請者,金額,状態,日付,説明');
    expect(csv[2]).toContain(`組戻し,${today},組戻し（${today}）口座の名義が違う：口座名義相違`);

    // Both sides read it with its day.
    const { body: mine } = await people.naniwa.get<ApplicantApplicationView>(
      `/api/applications/${one.applicationId}`,
    );
    expect(mine.status.label).toBe('振込済');
    expect(mine.highlights.some(({ title }) => title === '振込日')).toBe(true);
    expect((await world.look(one.applicationId)).stage).toBe('paid');
    const returned = await world.look(two.applicationId);
    expect(returned.stage).toBe('account_correction');
    expect(returned.history.at(-1)?.reason).toContain('口座の名義が違う');

    // The applicant corrects the account; what came back is paid again, as a changed one.
    const { body: draft } = await people.naniwa.post<DraftView>(
      `/api/applications/${two.applicationId}/correction`,
    );
    const answers = draft.answers as Record<string, object>;
    const { body: saved } = await people.naniwa.put<{ revision: number }>(`/api/drafts/${draft.id}`, {
      revision: draft.revision,
      answers: { ...answers, bank: { ...answers['bank'], account_no: '0777777' } },
    });
    expect(
      await people.naniwa.post(`/api/drafts/${draft.id}/submit`, { revision: saved.revision }),
    ).toMatchObject({ status: 201 });
    const again = await world.begin([two.applicationId]);
    expect(await world.rows(again.id)).toMatchObject([
      { newCode: '2', account: { number: '••••777' }, state: 'ready' },
    ]);
    expect((await world.step(people.ito, again.id, 'cancel', { reason: 'あとで支払う' })).body.state).toBe(
      'cancelled',
    );
  });

  it('tells what speaks against a payment, and is released by a second person alone, once', async () => {
    const mine = await world.decided('同じ口座一号');
    const theirs = await world.decided('同じ口座二号', 'kitano', { holder_kana: 'ｷﾀﾉ ﾊﾙｶ' });
    const nowhere = await world.decided('支店なし', 'naniwa', { branch_code: '999' });
    const batch = await world.begin([mine.applicationId, theirs.applicationId, nowhere.applicationId]);
    const [one, two, three] = await world.rows(batch.id);
    expect(codes(one)).toEqual(['account-shared']);
    expect(codes(two)).toEqual(['holder-differs', 'account-shared']);
    expect(two?.findings[0]?.text.ja).toBe(
      '口座名義「ｷﾀﾉ ﾊﾙｶ」が、申請者のフリガナ「オオサカショクドウ」と合いません。',
    );
    expect(two?.findings[1]?.text.ja).toContain('別の申請者「株式会社なにわ酒場」');
    expect(three).toMatchObject({ state: 'out', findings: [{ code: 'branch-unknown', level: 'stop' }] });
    expect((await world.read(batch.id)).mayNotSubmit?.ja).toContain('確かめていない注意が3件');
    expect(await world.step(people.ito, batch.id, 'submit')).toMatchObject({
      status: 409,
      body: { code: 'payment-warnings-open' },
    });
    await world.acceptAll(batch.id);
    // Looked at again, what was accepted stays so while it is the same.
    await world.step(people.ito, batch.id, 'look-again');
    await world.work();
    expect((await world.read(batch.id)).counts).toMatchObject({ open: 0, accepted: 2 });

    const { body: checked } = await world.step(people.ito, batch.id, 'submit');
    expect(checked).toMatchObject({ state: 'checked', mayNotRelease: { en: expect.any(String) as unknown } });
    const digest = { digest: checked.digest };
    expect(await world.step(people.ito, batch.id, 'release', digest)).toMatchObject({
      status: 403,
      body: { code: 'payment-own-batch' },
    });
    expect(await world.step(people.matsumoto, batch.id, 'release', { digest: '0'.repeat(64) })).toMatchObject(
      {
        status: 409,
        body: { code: 'payment-changed' },
      },
    );
    // Somebody puts one of them on hold while it waits for the second person.
    await world.hold(mine.applicationId);
    expect(await world.step(people.matsumoto, batch.id, 'release', digest)).toMatchObject({
      status: 409,
      body: { code: 'payment-applications-changed', params: { count: 1, numbers: mine.number } },
    });
    await world.takeUp(mine.applicationId);
    // Two presses at the same moment: one releases it, the other is told so.
    const presses = await Promise.all([
      world.step(people.matsumoto, batch.id, 'release', digest),
      world.step(people.matsumoto, batch.id, 'release', digest),
    ]);
    expect(presses.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(presses.find(({ status }) => status === 409)?.body.code).toBe('payment-batch-moved-on');
    expect(await world.step(people.ito, batch.id, 'cancel', { reason: '取りやめ' })).toMatchObject({
      body: { code: 'payment-batch-moved-on' },
    });
  });

  it('survives a crash between the file and the mark: asked again, the same bytes come', async () => {
    const { applicationId } = await world.decided('停電亭');
    const batch = await world.begin([applicationId]);
    await world.release(batch.id);
    await test.dataSource.query(
      `create function stumble() returns trigger language plpgsql as $$ begin
         if new.state = 'exported' then raise exception 'stumble'; end if; return new; end $$;
       create trigger stumble before update on payment_batch for each row execute function stumble();`,
    );
    expect((await world.step(people.ito, batch.id, 'export')).status).toBe(500);
    expect(await world.read(batch.id)).toMatchObject({ state: 'released', files: [] });
    await test.dataSource.query('drop trigger stumble on payment_batch; drop function stumble();');
    const { body: made } = await world.step(people.ito, batch.id, 'export');
    const bytes = await world.file(batch.id, 1);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(made.files[0]?.sha256);
    // A worker that stumbles over one result does nothing twice.
    await world.letDaysPass(batch.id);
    await world.step(people.ito, batch.id, 'results', { table: '', restPaidOn: today });
    await world.work();
    await world.work();
    const { history } = await world.look(applicationId);
    expect(history.filter(({ title }) => title.includes('振込済みを記録'))).toHaveLength(1);
    expect((await world.read(batch.id)).state).toBe('closed');
  });

  it('takes what the bank says of one from an official’s hand, too, and tells what could not be carried out', async () => {
    const { applicationId } = await world.decided('手入力亭');
    const batch = await world.begin([applicationId]);
    await world.release(batch.id);
    await world.step(people.ito, batch.id, 'export');
    const early = { result: 'paid', on: today, code: null, note: '' };
    expect(
      (await world.step(people.ito, batch.id, 'rows/1/result', early)).body.problems?.[0]?.text.ja,
    ).toContain('振込指定日');
    await world.hold(applicationId);
    const returned = { result: 'failed', on: today, code: 'closed', note: '窓口より電話' };
    expect((await world.step(people.ito, batch.id, 'rows/1/result', returned)).status).toBe(204);
    await world.work();
    expect((await world.rows(batch.id, 'failed'))[0]).toMatchObject({ stuck: true, state: 'ready' });
    await world.takeUp(applicationId);
    await world.step(people.ito, batch.id, 'rows/1/result', returned);
    await world.work();
    expect(await world.rows(batch.id)).toMatchObject([{ state: 'failed', stuck: false, settledOn: today }]);
    expect((await world.look(applicationId)).stage).toBe('account_correction');
  });

  it('takes up again what the bank returns after it was recorded as paid, and after the batch was closed', async () => {
    const { applicationId: id, number } = await world.decided('あと戻り亭');
    const batch = await world.begin([id]);
    await world.release(batch.id);
    await world.step(people.ito, batch.id, 'export');
    await world.letDaysPass(batch.id);
    await world.step(people.ito, batch.id, 'results', { table: '', restPaidOn: today });
    await world.work();
    expect([(await world.look(id)).stage, (await world.read(batch.id)).state]).toEqual(['paid', 'closed']);

    const returned = { result: 'failed', on: today, code: 'closed', note: '3週間後に銀行から連絡' };
    const say = (said: object) => world.step(people.ito, batch.id, 'rows/1/result', said);
    expect((await say({ ...returned, result: 'paid', code: null })).body.code).toBe('payment-settled');
    expect((await say(returned)).status).toBe(204);
    expect((await say(returned)).body.code).toBe('payment-settled');
    const { stage, history, status } = await world.look(id);
    expect([stage, status.label]).toEqual(['account_correction', '振込先の確認をお願いしています']);
    expect(history.slice(-2)).toMatchObject([
      { title: '組戻し（振込済みのあと）', fromTitle: '振込済', toTitle: '振込待ち', actorName: '伊藤 翼' },
      {
        toTitle: '口座の補正待ち',
        reason: `組戻し（${today}）：口座が解約または取引停止。3週間後に銀行から連絡`,
      },
    ]);
    expect(await world.read(batch.id)).toMatchObject({ state: 'closed', counts: { paid: 0, failed: 1 } });
    const mails = await test.dataSource.query<{ kind: string }[]>(
      `select template as kind from notice where application_id = $1 and template = 'payment-failed'`,
      [id],
    );
    expect(mails).toHaveLength(1);

    // The applicant names another account, and accountants find it among what waits.
    const { body: draft } = await people.naniwa.post<DraftView>(`/api/applications/${id}/correction`);
    const answers = draft.answers as Record<string, object>;
    const { body: saved } = await people.naniwa.put<{ revision: number }>(`/api/drafts/${draft.id}`, {
      revision: draft.revision,
      answers: { ...answers, bank: { ...answers['bank'], account_no: '0888888' } },
    });
    await people.naniwa.post(`/api/drafts/${draft.id}/submit`, { revision: saved.revision });
    const { body: waiting } = await people.ito.get<WaitingList>(
      '/api/desk/payments/waiting?procedureId=jitan-9',
    );
    expect(waiting.applications.find((one) => one.number === number)).toMatchObject({ returned: true });
    const again = await world.begin([id]);
    expect(await world.rows(again.id)).toMatchObject([{ newCode: '2', account: { number: '••••888' } }]);
  });
});
