import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { civilDateInJapan } from '#engine';
import type { StaffAsker } from '../access/asker.js';
import { StaffAskers } from '../access/staff-askers.js';
import { KeepDeskFile } from '../desk-files/keep-desk-file.js';
import { FileStore } from '../files/file-store.js';
import type { Outcome } from '../http/refusal.js';
import { BeginPaper } from '../paper-applications/begin-paper.js';
import { SubmitPaper } from '../paper-applications/submit-paper.js';
import { ProceduresQueries } from '../procedures/procedures.queries.js';
import type { DemoPerson } from './demo-scene.js';
import { goldSticker } from './demo-scene.js';
import { answersOf, withFiles } from './play-scene.js';
import { sampleDocument } from './sample-document.js';
import { samplePicture } from './sample-picture.js';

const shimizu: DemoPerson = {
  mail: '',
  name: '清水 ウメ',
  kana: 'シミズ ウメ',
  place: { postal: '5560003', address: '大阪府大阪市浪速区恵美須西1-2-3' },
  phone: '0666330011',
};

/** One application that came by post and is in review with its scan; its confirmation waits to leave as a letter. */
@Injectable()
export class MakeDemoPapers {
  constructor(
    private readonly dataSource: DataSource,
    private readonly askers: StaffAskers,
    private readonly procedures: ProceduresQueries,
    private readonly store: FileStore,
    private readonly begin: BeginPaper,
    private readonly keep: KeepDeskFile,
    private readonly submit: SubmitPaper,
  ) {}

  /** On the first start only. */
  async run(): Promise<void> {
    const [any] = await this.dataSource.query<unknown[]>('select 1 from application where paper limit 1');
    const scene = goldSticker(
      shimizu,
      { name: '喫茶ウメ', kana: 'キッサウメ', address: '浪速区恵美須西1-2-3' },
      { age: 0, steps: [] },
    );
    const current = await this.procedures.current(scene.procedureId);
    const example = current?.version.files[scene.example];
    if (any || !current || example === undefined) return;
    const sato = await this.official('sato');
    const now = new Date();
    const begun = await this.begin.run(sato, {
      procedureId: scene.procedureId,
      arrivedOn: civilDateInJapan(now.toISOString()),
      brought: 'post',
      applicant: {
        kind: 'letters',
        as: 'individual',
        name: shimizu.name,
        ...shimizu.place,
        phone: shimizu.phone,
      },
    });
    // An office that takes no applications now, or none on paper, has a demo without it.
    if (!begun.ok) return;
    const id = begun.value;
    const pictures = await Promise.all([3, 5].map((seed) => this.store.put(samplePicture(seed))));
    const paper = await this.store.put(sampleDocument(1));
    const { answers, files } = withFiles(current.version.procedure.form, answersOf(example, scene), {
      pictures,
      paper,
    });
    await this.dataSource.query(
      `insert into attachment (id, draft_id, field, name, media_type, bytes, sha256)
       select f.id, $1, f.field, f.name, f."mediaType", f.bytes, f.sha256 from jsonb_to_recordset($2::jsonb)
         as f(id uuid, field text, name text, "mediaType" text, bytes int, sha256 text)`,
      [id, JSON.stringify(files)],
    );
    const scan = { name: '申請書.pdf', content: Readable.from([sampleDocument(2)]), cut: () => false };
    orThrow(await this.keep.run({ column: 'paper_draft_id', id, staffId: sato.id }, async () => scan));
    orThrow(await this.submit.run(sato, id, { revision: 0, answers, setAside: [] }));
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
