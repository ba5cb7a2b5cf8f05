import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { compileProcedure, type PageValidators, type Procedure, type ProcedureFiles } from '#engine';
import { runStatement } from '../database/statement.js';
import { buildPageValidators } from './page-validators.js';

/** A published version, ready to use. */
export interface CompiledVersion {
  readonly hash: string;
  readonly procedure: Procedure;
  readonly validators: PageValidators;
  readonly files: ProcedureFiles;
  /** Page → hash of its validator module. */
  readonly modules: Readonly<Record<string, string>>;
}

const mostVersions = 200;

const find = {
  name: 'procedure_version_find',
  text: 'select files, validators from procedure_version where hash = $1',
};

/** Published versions by hash. What was published never changes, so nothing here is ever out of date. */
@Injectable()
export class ProcedureLibrary {
  /** In the order of last use. */
  private readonly compiledVersions = new Map<string, CompiledVersion>();
  private readonly loading = new Map<string, Promise<CompiledVersion>>();

  constructor(private readonly dataSource: DataSource) {}

  /** The version without waiting where it is in memory; most often it is. */
  async version(hash: string): Promise<CompiledVersion> {
    const known = this.compiledVersions.get(hash);
    if (known) {
      this.compiledVersions.delete(hash);
      this.compiledVersions.set(hash, known);
      return known;
    }
    let load = this.loading.get(hash);
    if (!load) {
      load = this.load(hash).finally(() => this.loading.delete(hash));
      this.loading.set(hash, load);
    }
    return load;
  }

  /** As `version`; null for a hash under which nothing was published. */
  async published(hash: string): Promise<CompiledVersion | null> {
    if (this.compiledVersions.has(hash)) return this.version(hash);
    const rows = await this.dataSource.query<unknown[]>('select 1 from procedure_version where hash = $1', [
      hash,
    ]);
    return rows.length > 0 ? this.version(hash) : null;
  }

  /** Several at once, by hash. */
  async versions(hashes: Iterable<string>): Promise<ReadonlyMap<string, CompiledVersion>> {
    const found = await Promise.all([...new Set(hashes)].map((hash) => this.version(hash)));
    return new Map(found.map((version) => [version.hash, version]));
  }

  /** Takes a version that was compiled already, because it has just been published. */
  keep(version: CompiledVersion): void {
    this.compiledVersions.set(version.hash, version);
    const [oldest] = this.compiledVersions.keys();
    if (this.compiledVersions.size > mostVersions && oldest) this.compiledVersions.delete(oldest);
  }

  private async load(hash: string): Promise<CompiledVersion> {
    const [row] = await runStatement<{ files: ProcedureFiles; validators: Record<string, string> }>(
      this.dataSource,
      find,
      [hash],
    );
    if (!row) throw new Error(`No version ${hash} is published.`);
    const compiled = compileProcedure(row.files, { published: true });
    if (!compiled.ok) {
      const first = compiled.problems[0];
      throw new Error(`Version ${hash} no longer compiles: ${first?.path ?? ''} ${first?.code ?? ''}`);
    }
    const { procedure } = compiled;
    const validators = buildPageValidators(procedure.form).functions;
    const version = { hash, procedure, validators, files: row.files, modules: row.validators };
    this.keep(version);
    return version;
  }
}
