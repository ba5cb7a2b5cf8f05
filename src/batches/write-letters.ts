import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { documentToText } from '#engine';
import { numberToCome } from '../notices/document-number.js';
import { OwedNotices } from '../notices/owed-notices.js';
import { writeDocument } from '../notices/write-document.js';
import type { DrawnLetter } from './batch-letter.entity.js';
import { letterTraits } from './letter-traits.js';

/** One letter as it would read. */
export interface WrittenLetter {
  readonly kind: 'message' | 'notice';
  readonly title: string;
  readonly text: string | null;
  readonly fault: string | null;
  readonly drawn: DrawnLetter | null;
  readonly blanks: number;
  readonly rare: string;
  readonly name_length: number;
  readonly lines: number;
  readonly amount: number | null;
}

@Injectable()
export class WriteLetters {
  constructor(private readonly owed: OwedNotices) {}

  /**
   * What an application is owed by an action that was tried in this transaction, in its final words.
   *
   * @param since id that was made just before the action
   */
  async run(tx: EntityManager, applicationId: string, since: string): Promise<readonly WrittenLetter[]> {
    const planned = await tx.query<{ id: string; kind: 'message' | 'notice'; title: string }[]>(
      `select id, kind, title from notice where application_id = $1 and id > $2 and state = 'queued'
       order by kind desc, id`,
      [applicationId, since],
    );
    const letters: WrittenLetter[] = [];
    for (const { id, kind, title } of planned) {
      const owed = await this.owed.find(id, tx);
      if (!owed) continue;
      const { documentSymbol } = owed.procedure.info.numbering;
      const documentNumber = owed.documentNumber === null ? null : numberToCome(documentSymbol);
      const written = writeDocument(kind, { ...owed, documentNumber });
      const name_length = [...owed.account.name].length;
      letters.push(
        written.ok
          ? {
              kind,
              title,
              text: documentToText(written.model, written.language),
              fault: null,
              drawn: {
                model: written.model,
                issuedOn: owed.issuedOn,
                author: owed.procedure.info.department,
                reference: `申込番号 ${owed.facts.number}`,
              },
              name_length,
              ...letterTraits(written.model),
            }
          : {
              kind,
              title,
              text: null,
              fault: written.reason,
              drawn: null,
              blanks: 0,
              rare: '',
              name_length,
              lines: 0,
              amount: null,
            },
      );
    }
    return letters;
  }

  async keep(
    tx: EntityManager,
    batchId: string,
    n: number,
    letters: readonly WrittenLetter[],
  ): Promise<void> {
    if (letters.length === 0) return;
    await tx.query(
      `insert into batch_letter (batch_id, n, k, kind, title, text, fault, drawn, blanks, rare, name_length, lines, amount)
       select $1, $2, l.k, l.kind, l.title, l.text, l.fault, l.drawn, l.blanks, l.rare, l.name_length, l.lines, l.amount
       from rows from (jsonb_to_recordset($3::jsonb) as (kind text, title text, text text, fault text, drawn jsonb, blanks int,
         rare text, name_length int, lines int, amount numeric)) with ordinality
         as l(kind, title, text, fault, drawn, blanks, rare, name_length, lines, amount, k)
       on conflict do nothing`,
      [batchId, n, JSON.stringify(letters)],
    );
  }
}
