import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { compileForm, packForm, type ProcedureFiles } from '#engine';
import { done, type Outcome, refuse } from '../http/refusal.js';
import { buildPageValidators } from '../procedures/page-validators.js';
import type { FormBundle } from '../procedures/procedure.dto.js';
import { versionHash } from '../procedures/version-hash.js';
import { namesIn } from './draft-names.js';

const mostRemembered = 30;

/** Forms of drafts as browsers fill them in. Validators are served from here, because browsers may evaluate nothing. */
@Injectable()
export class DraftForm {
  private readonly known = new Map<string, FormBundle>();

  constructor(private readonly dataSource: DataSource) {}

  async bundle(files: ProcedureFiles): Promise<Outcome<FormBundle>> {
    const hash = versionHash(files);
    const known = this.known.get(hash);
    if (known && (await this.touch(known))) return done(known);
    // The form alone: it can be filled in while the review still has problems.
    const compiled = compileForm(files);
    if (!compiled.ok) return refuse('draft-has-problems', { params: { count: compiled.problems.length } });
    const { form } = compiled;
    const { modules } = buildPageValidators(form);
    const names = namesIn(files);
    await this.dataSource.query(
      `with old as (delete from draft_validator where made_at < now() - interval '1 day')
       insert into draft_validator (hash, code, made_at)
       select m.hash, m.code, clock_timestamp() from unnest($1::text[], $2::text[]) as m(hash, code)
       on conflict (hash) do update set made_at = excluded.made_at`,
      [[...new Set(modules.map((module) => module.hash))], unique(modules).map(({ code }) => code)],
    );
    const bundle: FormBundle = {
      procedureId: names?.id ?? '',
      versionHash: hash,
      title: names?.title ?? '',
      themeColor: names?.themeColor ?? null,
      program: packForm(form),
      english: Object.hasOwn(files, 'texts/en.json'),
      validators: Object.fromEntries(
        modules.map((module) => [module.page, `/api/form-previews/validators/${module.hash}.mjs`]),
      ),
    };
    this.known.set(hash, bundle);
    const [oldest] = this.known.keys();
    if (this.known.size > mostRemembered && oldest !== undefined) this.known.delete(oldest);
    return done(bundle);
  }

  /** Null: never made, or not used for a day. */
  async validator(hash: string): Promise<string | null> {
    const [row] = await this.dataSource.query<{ code: string }[]>(
      'select code from draft_validator where hash = $1',
      [hash],
    );
    return row?.code ?? null;
  }

  /** @returns are all its validators still there? */
  private async touch({ validators }: FormBundle): Promise<boolean> {
    const hashes = [
      ...new Set(Object.values(validators).map((address) => /([0-9a-f]{64})/.exec(address)?.[1])),
    ];
    const [, touched] = await this.dataSource.query<[unknown[], number]>(
      'update draft_validator set made_at = clock_timestamp() where hash = any($1)',
      [hashes],
    );
    return touched === hashes.length;
  }
}

function unique<T extends { readonly hash: string }>(modules: readonly T[]): readonly T[] {
  return [...new Map(modules.map((module) => [module.hash, module])).values()];
}
