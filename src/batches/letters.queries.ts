import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { DrawnLetter } from './batch-letter.entity.js';
import type { BatchLetters } from './batch.dto.js';

const PAGE = 50;
/** Letters of one file of proofs. */
const lettersOfProof = 200;

/** Why a letter is shown before others; by the extremes of its batch only where the batch has any. */
const judged = `
  select l.*, array_remove(array[
      case when fault is not null then 'fault' end,
      case when blanks > 0 then 'blank' end,
      case when rare <> '' then 'rare' end,
      case when amount = max(amount) over same and max(amount) over same > min(amount) over same then 'highest' end,
      case when amount = min(amount) over same and max(amount) over same > min(amount) over same then 'lowest' end,
      case when name_length = max(name_length) over same
        and max(name_length) over same > min(name_length) over same then 'long-name' end,
      case when lines = max(lines) over same and max(lines) over same > min(lines) over same then 'longest' end
    ], null) as reasons
  from batch_letter l where batch_id = $1
  window same as (partition by kind, title)`;

/** The odd ones first: those that cannot be written, then what is empty, rare, extreme. */
const oddFirst = `
  from (${judged}) j
  join batch_row r on r.batch_id = j.batch_id and r.n = j.n
  left join application a on a.id = r.application_id
  order by 'fault' = any(j.reasons) desc, 'blank' = any(j.reasons) desc, 'rare' = any(j.reasons) desc,
    cardinality(j.reasons) desc, j.n, j.k`;

type Letter = BatchLetters['letters'][number];

/** A letter as its page of a proof is drawn. */
export interface LetterToDraw extends Pick<Letter, 'number' | 'title' | 'reasons'> {
  /** Null: it cannot be written. */
  readonly drawn: DrawnLetter | null;
}

@Injectable()
export class LettersQueries {
  constructor(private readonly dataSource: DataSource) {}

  /** All letters of a batch, the odd ones first. */
  async page(batchId: string, after: number): Promise<BatchLetters> {
    const [counts] = await this.dataSource.query<[{ total: number; odd: number }]>(
      `select count(*)::int as total, count(*) filter (where cardinality(reasons) > 0)::int as odd from (${judged}) j`,
      [batchId],
    );
    const letters = await this.dataSource.query<BatchLetters['letters']>(
      `select j.n, j.k::int as k, r.number, r.application_id as "applicationId", a.subject, j.kind, j.title, j.text,
         j.reasons, j.rare ${oddFirst}
       offset $2 limit ${PAGE + 1}`,
      [batchId, after],
    );
    return {
      ...counts,
      letters: letters.slice(0, PAGE),
      next: letters.length > PAGE ? after + PAGE : null,
    };
  }

  /** The same, as many as one file of proofs holds. */
  toDraw(batchId: string, after: number): Promise<readonly LetterToDraw[]> {
    return this.dataSource.query<LetterToDraw[]>(
      `select r.number, j.title, j.reasons, j.drawn ${oddFirst} offset $2 limit ${lettersOfProof}`,
      [batchId, after],
    );
  }
}
