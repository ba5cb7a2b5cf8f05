import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type {
  CarriedAnswers,
  DraftView,
  OnceCheck,
  Receipt,
  SavedDraft,
} from '../../src/drafts/draft.dto.js';
import { PublishProcedure } from '../../src/procedures/publish-procedure.js';
import { versionHash } from '../../src/procedures/version-hash.js';
import { type Edits, version } from '../engine/versions/small-version.js';
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
