import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CONFIG, type Config } from '../config/config.js';
import { newId } from '../database/id.js';
import { FileStore } from '../files/file-store.js';
import { receiveDocument } from '../files/receive-document.js';
import type { Upload } from '../http/open-upload.js';
import { type Outcome, refuse } from '../http/refusal.js';
import type { DeskFileView } from './desk-file.dto.js';

/** What a file is kept with. */
export interface KeptWith {
  readonly column: 'paper_draft_id' | 'visit_id' | 'opinion_id';
  readonly id: string;
  readonly staffId: string;
  /** The sender's own id of the file: sent again, it is the same file. */
  readonly fileId?: string;
  /** Of the checklist. */
  readonly item?: string;
}

const mostEach = 100;

@Injectable()
export class KeepDeskFile {
  constructor(
    private readonly dataSource: DataSource,
    private readonly store: FileStore,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Takes one PDF or picture, told by its content and not its name. Whether the official may is the caller's. */
  async run(
    { column, id, staffId, fileId, item }: KeptWith,
    open: (maxBytes: number) => Promise<Upload | null>,
  ): Promise<Outcome<DeskFileView>> {
    const [known] = await this.dataSource.query<{ count: number }[]>(
      `select count(*)::int as count from desk_file where ${column} = $1`,
      [id],
    );
    if ((known?.count ?? 0) >= mostEach) return refuse('too-many-attachments', { params: { max: mostEach } });
    return receiveDocument(this.store, this.config.http.attachmentMaxBytes, open, async (document) => {
      const { name, mediaType, bytes, sha256 } = document;
      const view = { id: fileId ?? newId(), name, mediaType, bytes };
      await this.dataSource.query(
        `insert into desk_file (id, ${column}, staff_id, name, media_type, bytes, sha256, item)
         values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (id) do nothing`,
        [view.id, id, staffId, name, mediaType, bytes, sha256, item ?? null],
      );
      return view;
    });
  }
}
