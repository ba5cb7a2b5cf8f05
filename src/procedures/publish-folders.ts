import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { describeProblem } from '#engine';
import { CONFIG, type Config } from '../config/config.js';
import { ProcedureLibrary } from './procedure-library.js';
import { PublishProcedure } from './publish-procedure.js';
import { readFolder } from './read-folder.js';
import { versionHash } from './version-hash.js';

/** Days that the demo keeps a window open which the calendar has closed. */
const demoDays = 90;

/** At start: every folder of PROCEDURES_DIR is in force, or the log says what is wrong with it. */
@Injectable()
export class PublishFolders {
  private readonly logger = new Logger('procedures');

  constructor(
    private readonly publish: PublishProcedure,
    private readonly library: ProcedureLibrary,
    private readonly dataSource: DataSource,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @returns names of the folders that could not be published; what was in force of them before stays in force */
  async run(): Promise<readonly string[]> {
    const { proceduresDir } = this.config;
    const folders = readdirSync(proceduresDir, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && existsSync(join(proceduresDir, entry.name, 'procedure.json')))
      .map(({ name }) => name)
      .sort();
    const refused: string[] = [];
    for (const folder of folders) {
      if (!(await this.publishOne(folder))) refused.push(folder);
    }
    if (this.config.demo) await this.keepWindowsOpen();
    return refused;
  }

  private async publishOne(folder: string): Promise<boolean> {
    const files = await readFolder(join(this.config.proceduresDir, folder));
    const held = await this.heldOf(versionHash(files));
    if (held !== null) {
      await this.library.version(held);
      return true;
    }
    const publication = await this.publish.run(files);
    if (publication.ok) {
      await this.dataSource.query(
        'update procedure set folder_hash = $1 where id = (select procedure_id from procedure_version where hash = $1)',
        [publication.hash],
      );
      // Compiled now and one after the other: it holds everything else up, and the first visitor need not wait.
      await this.library.version(publication.hash);
      if (publication.isNew) this.logger.log(`${folder}: version ${publication.number} published`);
      return true;
    }
    const lines = publication.problems.map(
      (problem) => `  ${problem.path}  ${describeProblem(problem, null, 'ja')} (${problem.code})`,
    );
    this.logger.error(
      `${folder} was not published; nothing of it changes until it is mended.\n${lines.join('\n')}`,
    );
    return false;
  }

  /**
   * The version in force of a procedure whose folder is the one that was published last: what the builder has published
   * since stays. Null where the folder is new or was changed.
   */
  private async heldOf(folderHash: string): Promise<string | null> {
    const [row] = await this.dataSource.query<{ current_hash: string }[]>(
      'select current_hash from procedure where folder_hash = $1',
      [folderHash],
    );
    return row?.current_hash ?? null;
  }

  /**
   * The procedures that ship had their windows years ago. A demo that accepts nothing shows nothing, so there the
   * window is moved, visibly (`windowExtended`), the way an office extends one.
   */
  private async keepWindowsOpen(): Promise<void> {
    await this.dataSource.query(
      `update procedure p
       set closes_at = date_trunc('day', now() at time zone 'Asia/Tokyo') at time zone 'Asia/Tokyo'
                       + $1::int * interval '1 day' - interval '1 second'
       from procedure_version v
       where v.hash = p.current_hash
         and coalesce(p.closes_at,
               ((v.files->>'procedure.json')::jsonb #>> '{acceptanceWindow,closesAt}')::timestamptz)
             < now() + interval '1 day'`,
      [demoDays],
    );
    await this.dataSource.query(
      `update procedure p set opens_at = now()
       from procedure_version v
       where v.hash = p.current_hash
         and coalesce(p.opens_at,
               ((v.files->>'procedure.json')::jsonb #>> '{acceptanceWindow,opensAt}')::timestamptz) > now()`,
    );
  }
}
