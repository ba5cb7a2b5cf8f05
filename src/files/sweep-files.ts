import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CONFIG, type Config } from '../config/config.js';
import { RepeatedWork } from '../jobs/repeated-work.js';
import { fileReferences } from './file-references.js';
import { FileStore } from './file-store.js';

const hour = 3_600_000;
const day = 24 * hour;
const sweepEvery = hour;
/** A file that was half sent waits so long for the rest. */
const patience = 7 * day;

export interface Swept {
  readonly uploads: number;
  readonly attachments: number;
  readonly contents: number;
}

/**
 * Throws away what nobody needs any more: uploads that were never finished, files of a submitted draft that no answer
 * named, and content that no row refers to since its last one went. Safe to run anywhere, at any time, twice at once.
 */
@Injectable()
export class SweepFiles extends RepeatedWork {
  constructor(
    private readonly dataSource: DataSource,
    private readonly store: FileStore,
    @Inject(CONFIG) config: Config,
  ) {
    super(config.role, { log: 'files', pause: sweepEvery, failure: 'Files could not be swept' });
  }

  protected async turn(): Promise<void> {
    const { uploads, attachments, contents } = await this.run(day, patience);
    if (uploads + attachments + contents > 0)
      this.logger.log(`Swept ${uploads} uploads, ${attachments} attachments, ${contents} files.`);
  }

  /**
   * @param age milliseconds that a file must have lain in the store: a writer keeps its content first and names it in a
   *   row a moment later
   * @param unfinishedAge milliseconds since the last piece of an upload came
   */
  async run(age: number, unfinishedAge: number): Promise<Swept> {
    const uploads = await this.sweepUploads(age, unfinishedAge);
    const attachments = await this.sweepUnnamed(age);
    return { uploads, attachments, contents: await this.sweepContents(age) };
  }

  private async sweepUploads(age: number, unfinishedAge: number): Promise<number> {
    const [gone] = await this.dataSource.query<[{ id: string }[], number]>(
      `delete from upload
       where touched_at <= clock_timestamp()
         - (case when attachment_id is null then $2 else $1 end)::float8 * interval '1 millisecond'
       returning id`,
      [age, unfinishedAge],
    );
    for (const { id } of gone) await this.store.dropPart(id);
    // Uploads also go with their draft; their pieces are told by their age.
    await this.store.dropPartsOlderThan(unfinishedAge + day);
    return gone.length;
  }

  /** A file that was taken away while the line was down, and so stayed on the server. */
  private async sweepUnnamed(age: number): Promise<number> {
    const [gone] = await this.dataSource.query<[unknown[], number]>(
      `delete from attachment f using draft d
       where d.id = f.draft_id and d.state = 'submitted' and f.application_id is null
         and d.saved_at <= clock_timestamp() - $1::float8 * interval '1 millisecond' returning f.id`,
      [age],
    );
    return gone.length;
  }

  private async sweepContents(age: number): Promise<number> {
    const released = await this.dataSource.query<{ sha256: string }[]>(
      `select sha256 from released_file
       where at <= clock_timestamp() - $1::float8 * interval '1 millisecond' order by at limit 1000`,
      [age],
    );
    let contents = 0;
    for (const { sha256 } of released) {
      if (this.isStopped) break;
      const removed = await this.store.remove(sha256, age, () => this.isNamed(sha256));
      if (removed) contents += 1;
      await this.dataSource.query('delete from released_file where sha256 = $1', [sha256]);
    }
    return contents;
  }

  private async isNamed(sha256: string): Promise<boolean> {
    const named = fileReferences.map(
      ({ table, column }) => `exists (select from ${table} where ${column} = $1)`,
    );
    const [row] = await this.dataSource.query<{ named: boolean }[]>(`select ${named.join(' or ')} as named`, [
      sha256,
    ]);
    return row?.named ?? true;
  }
}
