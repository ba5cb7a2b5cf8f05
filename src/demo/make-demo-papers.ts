import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Answers, civilDateInJapan } from '#engine';
import type { StaffAsker } from '../access/asker.js';
import { StaffAskers } from '../access/staff-askers.js';
import { valueAt } from '../applications/answer-at.js';
import { KeepDeskFile } from '../desk-files/keep-desk-file.js';
import { SaveDraft } from '../drafts/save-draft.js';
import { FileStore } from '../files/file-store.js';
import type { Outcome } from '../http/refusal.js';
import { AskCheck } from '../paper-applications/ask-check.js';
import { BeginPaper } from '../paper-applications/begin-paper.js';
import { RememberReader } from '../paper-applications/remember-reader.js';
import { SubmitPaper } from '../paper-applications/submit-paper.js';
import { TypeAgain } from '../paper-applications/type-again.js';
import { ProceduresQueries } from '../procedures/procedures.queries.js';
import type { DemoPerson } from './demo-scene.js';
import { goldSticker } from './demo-scene.js';
import { answersOf, withFiles } from './play-scene.js';
import { sampleDocument, samplePaper } from './sample-document.js';
import { samplePicture } from './sample-picture.js';

const shimizu: DemoPerson = {
  mail: '',
  name: '清水 ウメ',
  kana: 'シミズ ウメ',
  place: { postal: '5560003', address: '大阪府大阪市浪速区恵美須西1-2-3' },
  phone: '0666330011',
};
const tsuda: DemoPerson = {
  mail: '',
  name: '津田 茂',
  kana: 'ツダ シゲル',
  place: { postal: '5560011', address: '大阪府大阪市浪速区難波中3-4-5' },
  phone: '0666330022',
};

/** What one official has keyed in whole, with its scan, and shown to nobody yet. */
interface KeyedIn {
  readonly id: string;
  readonly revision: number;
  readonly answers: Answers;
}

/**
 * One application that came by post and is in review with its scan, its confirmation waiting to leave as a letter; and
 * one that waits for the second official, who keys in once more what is keyed in twice.
 */
@Injectable()
export class MakeDemoPapers {
  constructor(
    private readonly dataSource: DataSource,
    private readonly askers: StaffAskers,
    private readonly procedures: ProceduresQueries,
    private readonly store: FileStore,
    private readonly begin: BeginPaper,
    private readonly keep: KeepDeskFile,
    private readonly save: SaveDraft,
    private readonly seen: RememberReader,
    private readonly ask: AskCheck,
    private readonly type: TypeAgain,
    private readonly submit: SubmitPaper,
  ) {}

  /** On the first start only. */
  async run(): Promise<void> {
    const [any] = await this.dataSource.query<unknown[]>('select 1 from application where paper limit 1');
    if (any) return;
    const [sato, suzuki] = [await this.official('sato'), await this.official('suzuki')];
    const received = await this.keyIn(sato, shimizu, {
      name: '喫茶ウメ',
      kana: 'キッサウメ',
      address: '浪速区恵美須西1-2-3',
    });
    // An office that takes no applications now, or none on paper, has a demo without it.
    if (!received) return;
    const { id, revision, answers } = received;
    orThrow(await this.ask.run(sato, id));
    orThrow(await this.type.run(suzuki, id, { answers: twice(answers) }));
    orThrow(await this.submit.run(sato, id, { revision, answers, setAside: [] }));
    const waiting = await this.keyIn(sato, tsuda, {
      name: '味処 津田',
      kana: 'アジドコロ ツダ',
      address: '浪速区難波中3-4-5',
    });
    if (waiting) orThrow(await this.ask.run(sato, waiting.id));
  }

  private async keyIn(
    by: StaffAsker,
    person: DemoPerson,
    shop: Parameters<typeof goldSticker>[1],
  ): Promise<KeyedIn | null> {
    const scene = goldSticker(person, shop, { age: 0, steps: [] });
    const current = await this.procedures.current(scene.procedureId);
    const example = current?.version.files[scene.example];
    if (!current || example === undefined) return null;
    const begun = await this.begin.run(by, {
      procedureId: scene.procedureId,
      arrivedOn: civilDateInJapan(new Date().toISOString()),
      brought: 'post',
      applicant: {
        kind: 'letters',
        as: 'individual',
        name: person.name,
        ...person.place,
        phone: person.phone,
      },
    });
    if (!begun.ok) return null;
    const id = begun.value;
    await this.seen.run(by.id, id);
    const pictures = await Promise.all([3, 5].map((seed) => this.store.put(samplePicture(seed))));
    const paper = await this.store.put(sampleDocument(1));
    const { answers, files } = withFiles(current.version.procedure.form, answersOf(example, scene), {
      pictures,
      paper,
    });
    const [draft] = await this.dataSource.query<[{ applicant_id: string; revision: number }]>(
      `with kept as (
         insert into attachment (id, draft_id, field, name, media_type, bytes, sha256)
         select f.id, $1, f.field, f.name, f."mediaType", f.bytes, f.sha256 from jsonb_to_recordset($2::jsonb)
           as f(id uuid, field text, name text, "mediaType" text, bytes int, sha256 text))
       select applicant_id, revision from draft where id = $1`,
      [id, JSON.stringify(files)],
    );
    const [contact = '', visit = ''] = Object.values(twice(answers));
    const form = samplePaper('GOLD STICKER: APPLICATION', [
      `Telephone in the daytime      ${contact}`,
      `Telephone on the day of the visit      ${visit}`,
    ]);
    const scan = { name: '申請書.pdf', content: Readable.from([form]), cut: () => false };
    orThrow(await this.keep.run({ column: 'paper_draft_id', id, staffId: by.id }, async () => scan));
    const { revision } = orThrow(
      await this.save.run(draft.applicant_id, id, { revision: draft.revision, answers }),
    );
    return { id, revision, answers };
  }

  private async official(login: string): Promise<StaffAsker> {
    const [row] = await this.dataSource.query<{ id: string }[]>('select id from staff where login = $1', [
      login,
    ]);
    const asker = row && (await this.askers.find(row.id));
    if (!asker) throw new Error(`There is no official ${login}.`);
    return asker;
  }
}

function orThrow<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.code);
  return outcome.value;
}

/** What the procedure has keyed in twice, read the same by both. */
function twice(answers: Answers): Readonly<Record<string, string>> {
  const paths = ['applicant.contact_tel', 'visit.contact_tel'];
  return Object.fromEntries(paths.map((path) => [path, String(valueAt(answers, path) ?? '')]));
}
