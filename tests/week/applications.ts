import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DraftView, Receipt } from '../../src/drafts/draft.dto.js';
import type { AttachmentView } from '../../src/drafts/draft.dto.js';
import type { Chance } from '../faults/chance.js';
import { png } from '../server/support/jitan-answers.js';
import type { TestApp } from '../server/support/test-app.js';
import type { Visitor } from '../server/support/visitor.js';

type Pages = Record<string, Record<string, unknown>>;

/** An application, and who may speak for it. */
export interface Applied {
  readonly id: string;
  readonly procedureId: string;
  readonly applicant: Visitor;
}

/** Kinds of applicants: examples of both procedures that differ in amount, lane and person. */
const kinds = {
  'jitan-9': [
    '01-sales-floor',
    '02-sales-step',
    '03-sales-cap',
    '04-decrease',
    '07-white-2019',
    '15-fast-lane',
  ],
  'gold-sticker': ['01-certified', '05-karaoke-hospitality', '16-sole-proprietor'],
} as const;
type ProcedureId = keyof typeof kinds;

/** Applications by the seed: three of five for the grant, the others for the certificate. */
export class Applications {
  private count = 0;
  private file: AttachmentView | null = null;

  constructor(
    private readonly test: TestApp,
    private readonly applicants: readonly Visitor[],
    private readonly chance: Chance,
  ) {}

  async arrive(): Promise<Applied> {
    const n = (this.count += 1);
    const procedureId: ProcedureId = this.chance.happens(0.6) ? 'jitan-9' : 'gold-sticker';
    const applicant = this.applicants[n % this.applicants.length];
    const kind = pick(this.chance, kinds[procedureId]);
    if (!applicant || !kind) throw new Error('Somebody applies for something.');
    const { body: draft } = await applicant.post<DraftView>('/api/drafts', { procedureId, another: true });
    const { answers, files } = withFiles(answersOf(procedureId, kind, n));
    await this.attach(applicant, draft.id, files);
    const sent = await applicant.post<Receipt>(`/api/drafts/${draft.id}/submit`, {
      revision: draft.revision,
      answers,
    });
    if (sent.status !== 201) throw new Error(`${kind}: ${JSON.stringify(sent.body)}`);
    return { id: sent.body.applicationId, procedureId, applicant };
  }

  /** The first file goes over the wire; the others are the same bytes again. */
  private async attach(applicant: Visitor, draftId: string, files: readonly NamedFile[]): Promise<void> {
    if (!this.file) {
      const [{ field }] = files as [NamedFile];
      const path = `/api/drafts/${draftId}/attachments?field=${field}`;
      this.file = (await applicant.upload<AttachmentView>(path, 'shop.png', png)).body;
    }
    await this.test.dataSource.query(
      `insert into attachment (id, draft_id, field, name, media_type, bytes, sha256)
       select f.id, $1, f.field, o.name, o.media_type, o.bytes, o.sha256
       from attachment o, jsonb_to_recordset($3::jsonb) as f(id uuid, field text) where o.id = $2`,
      [draftId, this.file.id, JSON.stringify(files)],
    );
  }
}

interface NamedFile {
  readonly id: string;
  readonly field: string;
}

function answersOf(procedureId: ProcedureId, kind: string, n: number): Pages {
  const file = join('procedures', procedureId, 'examples', `${kind}.json`);
  const { answers } = JSON.parse(readFileSync(file, 'utf8')) as { answers: Pages };
  const name = `週間食堂${n}号店`;
  const store = { ...answers['store'], name };
  return procedureId === 'jitan-9'
    ? {
        ...answers,
        store,
        permit: { ...answers['permit'], valid_to: '2030-05-31', store_name: name },
      }
    : { ...answers, store, facility: { ...answers['facility'], permit_to: '2030-05-31' } };
}

/** The same answers with files of their own, and the question of each. */
function withFiles(answers: Pages): { readonly answers: Pages; readonly files: readonly NamedFile[] } {
  const files: NamedFile[] = [];
  const walk = (value: unknown, path: readonly string[]): unknown => {
    if (Array.isArray(value) && value.length > 0 && value.every(isUuid)) {
      return value.map(() => {
        const id = randomUUID();
        files.push({ id, field: path.join('.') });
        return id;
      });
    }
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [key, walk(inner, [...path, key])]),
    );
  };
  return { answers: walk(answers, []) as Pages, files };
}

function isUuid(value: unknown): boolean {
  return typeof value === 'string' && /^[0-9a-f-]{36}$/.test(value);
}

export function pick<T>(chance: Chance, among: readonly T[]): T | undefined {
  return among[Math.floor(chance.next() * among.length)];
}
