import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { compileProcedure } from '#engine';
import { readDraftFiles } from './draft-files.js';

const mostRemembered = 500;

/** How many problems a draft has. Counted once for each revision, because it takes a tenth of a second. */
@Injectable()
export class JudgedDrafts {
  private readonly known = new Map<string, { readonly revision: number; readonly problems: number }>();

  constructor(private readonly dataSource: DataSource) {}

  async problemsOf(id: string, revision: number): Promise<number> {
    const known = this.known.get(id);
    if (known?.revision === revision) return known.problems;
    const compiled = compileProcedure(await readDraftFiles(this.dataSource, id));
    const problems = compiled.ok ? 0 : compiled.problems.filter(({ level }) => level === 'error').length;
    this.known.delete(id);
    this.known.set(id, { revision, problems });
    const [oldest] = this.known.keys();
    if (this.known.size > mostRemembered && oldest !== undefined) this.known.delete(oldest);
    return problems;
  }
}
