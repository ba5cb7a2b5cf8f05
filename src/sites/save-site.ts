import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { newId } from '../database/id.js';
import { done, type Outcome, refuse } from '../http/refusal.js';
import { judgeSite } from './judge-site.js';
import { refuseSite } from './refuse-site.js';
import { SitesQueries } from './sites.queries.js';

/** Of one applicant. A chain of restaurants has some hundred. */
const mostSites = 300;

@Injectable()
export class SaveSite {
  constructor(
    private readonly dataSource: DataSource,
    private readonly queries: SitesQueries,
  ) {}

  /**
   * Adds a site, or changes one. What was learnt from a form and is no question here stays as it is.
   *
   * @param id the site to change; null adds one
   * @returns its id
   */
  async run(
    applicantId: string,
    id: string | null,
    typed: Readonly<Record<string, string>>,
  ): Promise<Outcome<string>> {
    if (id !== null && !(await this.queries.find(applicantId, id))) return refuse('not-found');
    const questions = await this.queries.questions('ja');
    const judged = judgeSite(questions, typed);
    if (!judged.ok) return refuseSite(judged, await this.queries.questions('en'));
    const { data } = judged;
    const values = [applicantId, data['name'] ?? '', JSON.stringify(data)];
    return id === null
      ? this.add(values)
      : this.change(
          id,
          values,
          questions.map(({ name }) => name),
        );
  }

  private async add(values: readonly unknown[]): Promise<Outcome<string>> {
    const id = newId();
    const rows = await this.dataSource.query<unknown[]>(
      `insert into site (id, applicant_id, name, data)
       select $1, $2, $3, $4
       where (select count(*) from site where applicant_id = $2 and removed_at is null) < $5 returning id`,
      [id, ...values, mostSites],
    );
    return rows.length > 0 ? done(id) : refuse('too-many-sites', { params: { max: mostSites } });
  }

  private async change(
    id: string,
    values: readonly unknown[],
    asked: readonly string[],
  ): Promise<Outcome<string>> {
    const [rows] = await this.dataSource.query<[unknown[], number]>(
      `update site set name = $3, data = (data - $5::text[]) || $4::jsonb, saved_at = now()
       where id = $1 and applicant_id = $2 and removed_at is null returning id`,
      [id, ...values, asked],
    );
    return rows.length > 0 ? done(id) : refuse('not-found');
  }
}
