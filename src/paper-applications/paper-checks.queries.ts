import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type Answers, civilDateInJapan, evaluateAnswers, type Field, targetLabel } from '#engine';
import type { StaffAsker } from '../access/asker.js';
import { valueAt } from '../applications/answer-at.js';
import type { Language } from '../http/language.js';
import { done, type Outcome, refuse } from '../http/refusal.js';
import { inLanguage } from '../procedures/in-language.js';
import { type CompiledVersion, ProcedureLibrary } from '../procedures/procedure-library.js';
import { compared, type Keyed, keyedTwice, pointerTo } from './keyed-twice.js';
import type { PaperCheckState, PaperCheckView } from './paper-check.dto.js';
import { type PaperRow, PapersReceived } from './papers-received.queries.js';

interface CheckRow {
  readonly state: 'open' | 'submitted';
  readonly answers: Answers;
  /** Of the application that a correction is for. */
  readonly before: Answers | null;
  readonly seen_by: readonly string[];
  readonly asked: boolean;
  readonly asked_by: string | null;
  readonly typed: Keyed | null;
  readonly typed_by_id: string | null;
  readonly typed_by: string | null;
  readonly agreed: Keyed | null;
  readonly settled_by: string | null;
  readonly now: Date;
}

/** The check of one paper as it stands. */
interface OpenCheck extends CheckRow {
  readonly paper: PaperRow;
  readonly version: CompiledVersion;
  readonly fields: readonly Field[];
  /** Of the two entries; empty as long as there is one. */
  readonly differing: readonly Field[];
}

const find = `
select d.state, d.answers, s.answers as before, p.seen_by, k.draft_id is not null as asked, asker.name as asked_by,
  k.typed, k.typed_by_id, typist.name as typed_by, k.agreed, settler.name as settled_by, now()
from paper_draft p join draft d on d.id = p.draft_id
left join application a on a.id = d.corrects_id
left join submission s on s.application_id = a.id and s.n = a.submission_count
left join paper_check k on k.draft_id = p.draft_id
left join staff asker on asker.id = k.asked_by_id
left join staff typist on typist.id = k.typed_by_id
left join staff settler on settler.id = k.settled_by_id
where p.draft_id = $1`;

/** 照合: two officials key in the same answers, the second without seeing the first's. */
@Injectable()
export class PaperChecks {
  constructor(
    private readonly dataSource: DataSource,
    private readonly library: ProcedureLibrary,
    private readonly papers: PapersReceived,
  ) {}

  /** Null when the official keys in no paper of that procedure, or it is submitted. @param tx locks the draft */
  async find(id: string, staff: StaffAsker, tx?: EntityManager): Promise<OpenCheck | null> {
    const paper = await this.papers.find(id, staff);
    if (!paper) return null;
    if (tx) await tx.query('select from draft where id = $1 for update', [id]);
    const [row] = await (tx ?? this.dataSource).query<CheckRow[]>(find, [id]);
    if (!row || row.state !== 'open') return null;
    const version = await this.library.version(paper.version_hash);
    const fields = fieldsOf(version, row.answers, row);
    const { typed } = row;
    const differing = fields.filter(
      (field) =>
        typed && compared(field, typed[field.path]) !== compared(field, valueAt(row.answers, field.path)),
    );
    return { ...row, paper, version, fields, differing };
  }

  /** May these answers be submitted? They are, where nothing is to be keyed in twice. */
  async judge(id: string, version: CompiledVersion, answers: Answers): Promise<Outcome<null>> {
    if (version.procedure.workflow.keyedTwice.length === 0) return done(null);
    const [row] = await this.dataSource.query<CheckRow[]>(find, [id]);
    const open =
      row && fieldsOf(version, answers, row).filter((field) => !isAgreed(field, answers, row.agreed));
    return open?.length === 0 ? done(null) : refuse('paper-check-required');
  }

  view(check: OpenCheck, staff: StaffAsker, language: Language): PaperCheckView {
    const { paper, version, fields, differing, answers, typed } = check;
    const { form, info } = inLanguage(version, language).procedure;
    const label = ({ path }: Field): string => targetLabel(form, pointerTo(path));
    const told = (field: Field, answer: unknown): string => {
      const text = compared(field, answer);
      const options = form.fields.get(field.path)?.options ?? [];
      return options.find(({ value }) => String(value) === text)?.title ?? text;
    };
    return {
      procedureTitle: info.title,
      arrivedOn: paper.arrived_on,
      brought: paper.brought,
      scans: [...paper.scans],
      state: stateOf(check),
      askedBy: check.asked_by,
      typedBy: check.typed_by,
      settledBy: check.settled_by,
      mayType: mayType(check, staff),
      fields: fields.map((field) => ({
        path: field.path,
        label: label(field),
        kind: field.kind,
        options: (form.fields.get(field.path)?.options ?? []).map(({ value, title }) => ({
          value: String(value),
          title,
        })),
      })),
      differences: differing.map((field) => ({
        path: field.path,
        label: label(field),
        first: told(field, valueAt(answers, field.path)),
        second: told(field, typed?.[field.path]),
      })),
    };
  }
}

/** Whoever has had the answers before their eyes cannot enter them blind. */
export function mayType({ asked, typed, seen_by }: OpenCheck, staff: StaffAsker): boolean {
  return asked && typed === null && !seen_by.includes(staff.id);
}

function stateOf({ asked, typed, agreed, fields, answers }: OpenCheck): PaperCheckState {
  if (fields.length === 0) return 'none';
  if (!asked) return 'wanted';
  if (!typed) return 'waiting';
  if (!agreed) return 'differs';
  // Changed since.
  return fields.every((field) => isAgreed(field, answers, agreed)) ? 'settled' : 'wanted';
}

function isAgreed(field: Field, answers: Answers, agreed: Keyed | null): boolean {
  return (
    agreed !== null && compared(field, agreed[field.path]) === compared(field, valueAt(answers, field.path))
  );
}

function fieldsOf(
  { procedure, validators }: CompiledVersion,
  answers: Answers,
  { before, now }: Pick<CheckRow, 'before' | 'now'>,
): readonly Field[] {
  const today = civilDateInJapan(now.toISOString());
  const { asked } = evaluateAnswers(procedure.form, answers, { today }, validators);
  return keyedTwice(procedure, answers, asked, before);
}
