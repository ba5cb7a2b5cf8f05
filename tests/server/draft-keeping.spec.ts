import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type {
  CarriedAnswers,
  DraftView,
  OnceCheck,
  Receipt,
  SavedDraft,
} from '../../src/drafts/draft.dto.js';
import type { ProcedureView } from '../../src/procedures/procedure.dto.js';
import type { MoveList } from '../../src/moves/moves.dto.js';
import { RunMoves } from '../../src/moves/run-moves.js';
import { PublishProcedure } from '../../src/procedures/publish-procedure.js';
import { contentHash, versionHash } from '../../src/procedures/version-hash.js';
import { type Edits, version } from '../engine/versions/small-version.js';
import { circuit, owner, words } from './support/moving-circuit.js';
import { startTestApp, type TestApp } from './support/test-app.js';
import type { Visitor } from './support/visitor.js';

/** 応援金 that is open today. */
const open: Edits = {
  'procedure.json#/acceptanceWindow': {
    opensAt: '2021-11-01T00:00:00+09:00',
    closesAt: '2035-03-31T23:59:59+09:00',
    graceMinutes: 30,
  },
};
const files = (edits: Edits = {}) => version({ ...open, ...edits }).files;

let test: TestApp;
let applicant: Visitor;
beforeAll(async () => {
  test = await startTestApp();
  applicant = await test.applicant();
});
afterAll(() => test.stop());
/** Each test begins with the first version in force, its window as published, and without a draft. */
beforeEach(async () => {
  await publish(files());
  await test.dataSource.query(`update procedure set closes_at = null where id = 'shop-grant'`);
  await test.dataSource.query(`delete from draft where procedure_id = 'shop-grant' and state = 'open'`);
});

async function publish(folder: ReturnType<typeof files>): Promise<string> {
  const published = await test.app.get(PublishProcedure, { strict: false }).run(folder);
  if (!published.ok) throw new Error(JSON.stringify(published.problems));
  return published.hash;
}

const start = (person: Visitor = applicant, another?: boolean) =>
  person.post<DraftView>('/api/drafts', { procedureId: 'shop-grant', another });

const good = (name: string) => ({
  store: { name, kind: 'bar', tel: '0612345678', fax: '06-1234-5679' },
  sales: { band: 'A', rows: [{ _id: 'k1', month: '10', yen: 500000 }] },
});

/** A draft with these answers, saved. */
async function filled(answers: object, person: Visitor = applicant) {
  const { body: draft } = await start(person, true);
  const saved = await person.put<SavedDraft>(`/api/drafts/${draft.id}`, { revision: 0, answers });
  return { id: draft.id, ...saved.body };
}

const show = async (id: string) => (await applicant.get<DraftView>(`/api/drafts/${id}`)).body;
const move = (draft: { id: string; revision: number }) =>
  applicant.post<DraftView>(`/api/drafts/${draft.id}/move`, { revision: draft.revision });
const submit = (draft: { id: string; revision: number }) =>
  applicant.post<Receipt>(`/api/drafts/${draft.id}/submit`, { revision: draft.revision });

describe('beginning again', () => {
  it('gives the draft that is open, and another one only to whoever asks for it', async () => {
    const first = await start();
    const again = await start();
    const another = await start(applicant, true);
    expect([first.status, again.status, another.status]).toEqual([201, 200, 201]);
    expect(again.body.id).toBe(first.body.id);
    expect(another.body.id).not.toBe(first.body.id);
  });

  it('twice at the same moment is one draft', async () => {
    const answers = await Promise.all([start(), start(), start()]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 201]);
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
  });

  it('is refused where each person may apply once', async () => {
    await publish(
      files({
        'form.schema.json#/properties/store/properties/name': {
          type: 'string',
          title: '店名',
          maxLength: 80,
          'x-prefill': 'profile.name',
        },
      }),
    );
    expect((await start()).status).toBe(201);
    expect(await start(applicant, true)).toMatchObject({ status: 409, body: { code: 'one-draft-only' } });
    expect((await start()).status).toBe(200);
  });
});

describe('what may be applied for once', () => {
  it('is told as soon as the answers say so: to its owner with the application, to others that it is there', async () => {
    const held = await filled(good('早押亭'));
    expect((await submit(held)).status).toBe(201);
    const [own, theirs] = [await start(applicant), await start(await test.applicant('kitano@example.jp'))];
    const check = (person: Visitor, draft: DraftView, answers?: object) =>
      person.post<OnceCheck>(`/api/drafts/${draft.id}/once-check`, { answers });
    expect(own.body.onceKeyPages).toEqual(['store']);
    expect((await check(applicant, own.body)).body).toEqual({ heldBy: null });
    const mine = await check(applicant, own.body, { store: { name: '早押亭' } });
    expect(mine.body.heldBy).toMatchObject({ mine: true, number: expect.stringMatching(/^0009/) });
    const other = await check(await test.applicant('kitano@example.jp'), theirs.body, {
      store: { name: '早押亭' },
    });
    expect(other.body).toEqual({ heldBy: { mine: false } });
    expect((await check(applicant, own.body, { store: { name: '別の店' } })).body).toEqual({ heldBy: null });
  });
});

describe('what may be applied for every year', () => {
  const yearly = (opens: string, closes: string) =>
    files({
      'procedure.json#/acceptanceWindow': { everyYear: { opens, closes, firstYear: 2021 } },
    });

  it('may be applied for once in each', async () => {
    await publish(yearly('01-01T00:00', '12-31T23:59'));
    const shown = (await applicant.get<ProcedureView>('/api/procedures/shop-grant')).body;
    expect([shown.state, shown.everyYear, shown.opensAt.slice(4)]).toEqual([
      'open',
      { opens: '01-01T00:00', closes: '12-31T23:59', lastYear: null },
      '-01-01T00:00:00+09:00',
    ]);
    expect((await submit(await filled(good('毎年亭')))).status).toBe(201);
    expect(await submit(await filled(good('毎年亭')))).toMatchObject({ status: 409 });
    // Today lies in what opened at the end of last year.
    await publish(yearly('12-31T23:59', '12-31T23:58'));
    expect((await submit(await filled(good('毎年亭')))).status).toBe(201);
  });

  it('is not begun between two years, and says when it opens again', async () => {
    await publish(
      files({
        'procedure.json#/acceptanceWindow': {
          everyYear: { opens: '04-01T09:00', closes: '05-31T17:30', firstYear: 2034 },
        },
      }),
    );
    const refused = await start(applicant, true);
    expect(refused).toMatchObject({ status: 409, body: { code: 'acceptance-not-open' } });
    expect(JSON.stringify(refused.body)).toContain('2034-04-01 09:00:00');
  });
});

describe('the window closes while somebody fills in', () => {
  /** Moves the close so many minutes from the database's now. */
  const closeIn = (minutes: number) =>
    test.dataSource.query(
      `update procedure set closes_at = now() + $1::int * interval '1 minute' where id = 'shop-grant'`,
      [minutes],
    );

  it('what was begun before is accepted within the grace, and told until when', async () => {
    const draft = await filled(good('滑込亭'));
    await test.dataSource.query(`update draft set created_at = now() - interval '1 hour' where id = $1`, [
      draft.id,
    ]);
    await closeIn(-10);
    const { closesAt, graceEndsAt, now } = await show(draft.id);
    expect(Date.parse(graceEndsAt) - Date.parse(closesAt)).toBe(30 * 60_000);
    expect(Date.parse(closesAt)).toBeLessThan(Date.parse(now));
    expect((await start(applicant, true)).body).toMatchObject({ code: 'acceptance-closed' });
    expect((await submit(draft)).status).toBe(201);
  });

  it('nothing is accepted after the grace; the answers stay and can still be saved', async () => {
    const draft = await filled(good('間不合亭'));
    await test.dataSource.query(`update draft set created_at = now() - interval '1 hour' where id = $1`, [
      draft.id,
    ]);
    await closeIn(-31);
    expect(await submit(draft)).toMatchObject({ status: 409, body: { code: 'acceptance-closed' } });
    const saved = await applicant.put<SavedDraft>(`/api/drafts/${draft.id}`, {
      revision: draft.revision,
      answers: good('間不合亭二'),
    });
    expect(saved.status).toBe(200);
    expect((await start()).body.id).toBe(draft.id);
  });
});

describe('a new version while somebody fills in', () => {
  const renamedKind: Edits = {
    'form.schema.json#/properties/store/required': ['name', 'kind', 'owner'],
    'form.schema.json#/properties/store/properties/owner': { type: 'string', title: '責任者', maxLength: 40 },
    'form.schema.json#/properties/store/properties/kind/oneOf': [
      { const: 'pub', title: '居酒屋' },
      { const: 'cafe', title: 'カフェ' },
    ],
    'form.schema.json#/properties/store/properties/fax': undefined,
    'form.schema.json#/properties/store/properties/phone': {
      type: 'string',
      title: '電話番号',
      format: 'tel-jp',
    },
    'form.schema.json#/properties/store/properties/tel': undefined,
  };

  it('carries every answer over, asks again what changed, and shows what has no place any more', async () => {
    const draft = await filled(good('引継亭'));
    const hash = await publish(files(renamedKind));
    expect((await show(draft.id)).formChanged).toBe(true);
    expect(await submit(draft)).toMatchObject({ status: 409, body: { code: 'form-changed' } });
    const { status, body } = await move(draft);
    expect(status).toBe(200);
    expect(body).toMatchObject({ versionHash: hash, revision: draft.revision + 1, formChanged: false });
    expect(body.answers).toEqual({
      store: { name: '引継亭', kind: 'bar', phone: '0612345678' },
      sales: good('').sales,
    });
    expect(body.moved?.ask.map(({ path, was }) => [path, was?.ja])).toEqual([
      ['/store/kind', 'バー'],
      ['/store/owner', undefined],
    ]);
    expect(body.moved?.leftOver).toEqual([
      {
        label: { ja: 'お店　ファックス番号', en: 'お店, ファックス番号' },
        value: { ja: '06-1234-5679', en: '06-1234-5679' },
      },
    ]);
    expect(body.moved?.changes.map(({ ja }) => ja)).toContain(
      '「お店」に、必ず答える質問「責任者」が加わりました。',
    );
    expect((await move({ id: draft.id, revision: body.revision })).body.revision).toBe(body.revision);
  });

  it('carries over what was typed for the earlier one and never saved', async () => {
    const draft = await filled(good('途中亭'));
    const { versionHash: earlier } = await show(draft.id);
    await publish(files(renamedKind));
    await move(draft);
    const carried = await applicant.post<CarriedAnswers>(`/api/drafts/${draft.id}/carry`, {
      versionHash: earlier,
      sets: [{ store: { tel: '0699999999', name: '途中亭' } }],
    });
    expect(carried.body).toEqual({ sets: [{ store: { name: '途中亭', phone: '0699999999' } }] });
    const unknown = { versionHash: '0'.repeat(64), sets: [] };
    expect((await applicant.post(`/api/drafts/${draft.id}/carry`, unknown)).status).toBe(404);
  });

  it('does what the author’s plan says: here a draft with a fax number keeps its version', async () => {
    const [before, after] = [versionHash(files()), versionHash(files(renamedKind))];
    const plan = {
      from: before,
      to: after,
      steps: [
        { rename: { from: 'store.tel', to: 'store.phone' } },
        { map: { field: 'store.kind', values: { bar: 'pub' } } },
        { drop: 'store.fax' },
      ],
      default: { drafts: 'migrate', applications: 'pin' },
      rules: [
        { when: 'answers-lost', field: 'store.fax', do: 'pin' },
        { when: 'must-answer-again', of: 'drafts', do: 'ask-again' },
      ],
    };
    const [pinned, moving] = [
      await filled(good('据置亭')),
      await filled({ store: { name: '移行亭', kind: 'bar' } }),
    ];
    const hash = await publish({ ...files(renamedKind), 'migrations/1.json': JSON.stringify(plan) });
    const kept = await move(pinned);
    expect(kept.body).toMatchObject({ versionHash: before, formChanged: false, moved: null });
    expect((await submit({ ...pinned, revision: kept.body.revision })).status).toBe(201);
    const moved = await move(moving);
    expect(moved.body).toMatchObject({ versionHash: hash, answers: { store: { kind: 'pub' } } });
    expect(moved.body.moved?.ask.map(({ path }) => path)).toEqual(['/store/owner']);
  });

  it('that is taken back takes the move back, as long as nobody has worked on it', async () => {
    const draft = await filled(good('戻道亭'));
    const before = await show(draft.id);
    await publish(files(renamedKind));
    const there = (await move(draft)).body;
    await publish(files());
    const back = await move(there);
    expect([back.body.versionHash, back.body.answers]).toEqual([before.versionHash, before.answers]);
    expect(back.body.moved).toBeNull();
  });

  it('nobody can feel is no reason to ask anybody anything', async () => {
    const draft = await filled(good('無風亭'));
    const hash = await publish(files({ 'workflow.json#/stages/review/title': '一次審査' }));
    expect((await submit(draft)).status).toBe(201);
    const [row] = await test.dataSource.query<{ version_hash: string }[]>(
      'select version_hash from application where draft_id = $1',
      [draft.id],
    );
    expect(row?.version_hash).toBe(hash);
  });

  it('is not gone to from a revision that is no longer the last', async () => {
    const draft = await filled(good('旧版亭'));
    await publish(files(renamedKind));
    const refused = await move({ id: draft.id, revision: draft.revision - 1 });
    expect(refused).toMatchObject({ status: 409, body: { code: 'draft-changed-elsewhere' } });
  });
});

describe('an application under review, when its procedure has a new version', () => {
  const first = files(circuit);
  const withPlan = (before: typeof first, after: typeof first): typeof first => ({
    ...after,
    'migrations/1.json': JSON.stringify({
      from: contentHash(before),
      to: contentHash(after),
      steps: [],
      default: { drafts: 'migrate', applications: 'pin' },
      rules: [
        { when: 'unaffected', of: 'applications', do: 'migrate' },
        { when: 'must-answer-again', of: 'applications', do: 'ask-again' },
      ],
    }),
  });
  const arrived = async (name: string): Promise<string> => {
    const { body } = await submit(await filled(good(name)));
    return body.applicationId;
  };
  const stored = async (ids: readonly string[]) =>
    test.dataSource.query<{ id: string; version_hash: string; stage: string; asked: unknown }[]>(
      `select id, version_hash, stage, state->'correction'->'targets'->0->'path' as asked from application
       where id = any($1) order by array_position($1, id)`,
      [ids],
    );
  const runMoves = () => test.app.get(RunMoves, { strict: false }).run();
  let aoki: Visitor;
  let hayashi: Visitor;
  beforeAll(async () => {
    [aoki, hayashi] = [await test.official('aoki'), await test.official('hayashi')];
  });
  const moves = async () => (await aoki.get<MoveList>('/api/builder/procedures/shop-grant/moves')).body.moves;
  beforeEach(() =>
    test.dataSource.query(`update application_move set state = 'done' where state = 'running'`),
  );

  it('follows where nothing is different for it, keeps what was decided, and says in its history that it moved', async () => {
    const before = await publish(first);
    const ids = [await arrived('追従亭'), await arrived('決定亭'), await arrived('補正亭')];
    // Decided beforehand, as its history tells.
    await test.dataSource.query(
      `insert into application_event (application_id, seq, at, type, from_stage, to_stage, action, actor_kind, actor_id)
       values ($1, 50, now(), 'action', 'decision', 'payout', 'grant', 'staff', 'x')`,
      [ids[1]],
    );
    await test.dataSource.query(
      `update application set state = jsonb_set(state, '{correction}', '{"origin": "review", "targets": []}') where id = $1`,
      [ids[2]],
    );
    const hash = await publish(withPlan(first, files({ ...circuit, ...words })));
    await Promise.all([runMoves(), runMoves()]);
    expect((await stored(ids)).map(({ version_hash: version }) => version)).toEqual([hash, before, before]);
    const [line] = await moves();
    expect(line).toMatchObject({ state: 'done', moved: 1, asked: 0 });
    const own = (line?.stays ?? []).filter(({ reason }) => reason === 'decided' || reason === 'correction');
    expect(own).toHaveLength(2);
    const told = await test.dataSource.query<{ type: string; lines: number }[]>(
      `select type, count(*)::int as lines from application_event where application_id = $1 and type = 'version-moved' group by type`,
      [ids[0]],
    );
    expect(told).toEqual([{ type: 'version-moved', lines: 1 }]);

    expect((await aoki.post(`/api/builder/moves/${line?.id}/take-back`, { reason: '誤り' })).status).toBe(
      403,
    );
    await hayashi.post(`/api/builder/moves/${line?.id}/take-back`, { reason: '公開の誤り' });
    await runMoves();
    expect((await stored(ids.slice(0, 1)))[0]?.version_hash).toBe(before);
    expect((await moves())[0]).toMatchObject({ state: 'taken-back', back: 1, mayTakeBack: false });
  });

  it('is asked for what is new, and what somebody has worked on is not taken back', async () => {
    const before = await publish(first);
    const ids = [await arrived('質問亭')];
    const second = withPlan(first, files({ ...circuit, ...owner }));
    const hash = await publish(second);
    await runMoves();
    expect(await stored(ids)).toEqual([{ id: ids[0], version_hash: before, stage: 'review', asked: null }]);
    expect((await moves())[0]?.stays.map(({ reason }) => reason)).toContain('cannot-ask');
    // Published in somebody's name, the office asks in that name.
    await publish(files(circuit));
    await test.dataSource.query(
      `insert into application_move (id, procedure_id, from_hash, to_hash, by_id, total, state, begun_at)
       select gen_random_uuid(), 'shop-grant', $1, $2, s.id, 1, 'running', now() from staff s where s.login = 'aoki'`,
      [before, hash],
    );
    await publish(second);
    await test.dataSource.query(
      `update application_move set state = 'done' where state = 'running' and by_id is null`,
    );
    await runMoves();
    expect(await stored(ids)).toEqual([
      { id: ids[0], version_hash: hash, stage: 'correction', asked: '/store/owner' },
    ]);
    const [line] = (await moves()).filter(({ asked }) => asked > 0);
    await hayashi.post(`/api/builder/moves/${line?.id}/take-back`, { reason: '公開の誤り' });
    await runMoves();
    expect((await moves()).find(({ id }) => id === line?.id)).toMatchObject({
      state: 'taken-back',
      back: 0,
    });
    expect((await stored(ids))[0]?.version_hash).toBe(hash);
  });
});
