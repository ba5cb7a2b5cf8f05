import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  addWorkingDays,
  type Actor,
  type Advance,
  advance,
  type Answers,
  civilDateInJapan,
  documentToText,
  type Form,
  holdApplication,
  overrideValue,
  type Procedure,
} from '#engine';
import { factsOf, type LockedApplication, readLocked } from '../applications/locked-application.js';
import { ReceiveApplication } from '../applications/receive-application.js';
import { RecordAdvance } from '../applications/record-advance.js';
import { CONFIG, type Config } from '../config/config.js';
import { newId } from '../database/id.js';
import type { AttachmentRow } from '../drafts/drafts.queries.js';
import { judgeAnswers } from '../drafts/judge-answers.js';
import type { StoredFile } from '../files/file-store.js';
import type { Refusal } from '../http/refusal.js';
import { applicationLink } from '../notices/application-link.js';
import type { NoticeContext } from '../notices/plan-notices.js';
import { writeDocument } from '../notices/write-document.js';
import type { CompiledVersion } from '../procedures/procedure-library.js';
import { ProceduresQueries } from '../procedures/procedures.queries.js';
import { demoOfficials } from './demo-accounts.js';
import type { DemoScene, DemoStep } from './demo-scene.js';

/** The procedure of this office is not the one that the scene was written for. */
export class SceneStopped extends Error {}

interface Party {
  readonly id: string;
  readonly name: string;
  readonly mail: string;
}

interface Official {
  readonly id: string;
  readonly department: string;
  readonly roles: readonly string[];
}

/** A scene, at which place of all it stands, and the pictures that stand for its files. */
export interface Staging {
  readonly scene: DemoScene;
  readonly index: number;
  readonly pictures: readonly StoredFile[];
  /** A PDF that stands for what people print. */
  readonly paper: StoredFile;
}

/**
 * Lets an application of the demo come to be as if it had arrived some days ago: judged, received and decided by the
 * engine, each step at its own time.
 */
@Injectable()
export class PlayScene {
  constructor(
    private readonly procedures: ProceduresQueries,
    private readonly receive: ReceiveApplication,
    private readonly record: RecordAdvance,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @returns id of the application */
  async run(tx: EntityManager, { scene, index, pictures, paper }: Staging): Promise<string> {
    const current = await this.procedures.current(scene.procedureId);
    const text = current?.version.files[scene.example];
    if (!current || text === undefined) throw new SceneStopped('no such example');
    const applicant = await partyOf(tx, scene.applicant);
    const arrivedOn = addWorkingDays(civilDateInJapan(new Date().toISOString()), -scene.age);
    const minute = String((index * 17) % 60).padStart(2, '0');
    const arrivedAt = new Date(`${arrivedOn}T09:${minute}:00+09:00`);
    const id = await this.arrive(tx, current.version, applicant, {
      given: answersOf(text, scene),
      pictures,
      paper,
      at: arrivedAt,
    });
    for (const [n, step] of scene.steps.entries()) {
      const at = new Date(`${addWorkingDays(arrivedOn, step.day)}T${String(10 + n)}:${minute}:30+09:00`);
      await this.step(tx, id, current.version.procedure, { step, applicant, at });
    }
    await this.tellAsThen(tx, id, current.version.procedure);
    return id;
  }

  private async arrive(
    tx: EntityManager,
    version: CompiledVersion,
    applicant: Party,
    { given, at, ...samples }: { given: Answers; at: Date } & Pick<Staging, 'pictures' | 'paper'>,
  ): Promise<string> {
    const { form, info } = version.procedure;
    const draftId = newId();
    const { answers: filled, files } = withFiles(form, given, samples);
    const [row] = await tx.query<{ serial: number }[]>(
      `with draft as (
         insert into draft (id, applicant_id, procedure_id, version_hash, kind, answers, created_at, saved_at)
         values ($1, $2, $3, $4, 'application', '{}', $5, $5) returning id
       ), attached as (
         insert into attachment (id, draft_id, field, name, media_type, bytes, sha256, created_at)
         select f.id, draft.id, f.field, f.name, f."mediaType", f.bytes, f.sha256, $5
         from draft, jsonb_to_recordset($6::jsonb)
           as f(id uuid, field text, name text, "mediaType" text, bytes int, sha256 text)
       )
       select nextval('application_number_seq')::int as serial from draft`,
      [draftId, applicant.id, info.id, version.hash, at, JSON.stringify(files)],
    );
    const good = judgeAnswers(version, filled, files, at, {});
    if (!good.ok) throw new SceneStopped(whyNot(good));
    const received = await this.receive.run(
      {
        version,
        draftId,
        revision: 0,
        applicant,
        agentName: null,
        actor: { kind: 'applicant', id: applicant.id },
        answers: good.value.answers,
        warnings: good.value.warnings,
        site: null,
        attachmentIds: files.map(({ id }) => id),
        signatureId: null,
        serial: row?.serial ?? 0,
        now: at,
      },
      tx,
    );
    if (!received.ok) throw new SceneStopped(whyNot(received));
    if (!received.value) throw new Error('A draft just made is open.');
    return received.value.applicationId;
  }

  private async step(
    tx: EntityManager,
    id: string,
    procedure: Procedure,
    { step, applicant, at }: { step: DemoStep; applicant: Party; at: Date },
  ): Promise<void> {
    const held = await readLocked(tx, id);
    if (!held) throw new Error('An application just received is there.');
    const official = step.by === null ? null : await officialOf(tx, step.by, procedure.info.id);
    const actor: Actor = official
      ? { kind: 'staff', id: official.id, roles: official.roles }
      : { kind: 'applicant', id: applicant.id, roles: [] };
    const next = decide(procedure, { ...held, now: at }, step, actor);
    await this.record.run(tx, { ...held, now: at }, procedure, next);
    if (official) await noteReading(tx, id, official, at);
  }

  /** What was sent about an application that has ended was sent then: nobody gets those mails today. */
  private async tellAsThen(tx: EntityManager, id: string, procedure: Procedure): Promise<void> {
    const application = await readLocked(tx, id);
    if (!application || procedure.workflow.stages.get(application.state.stage)?.kind !== 'final') return;
    const messages = await tx.query<{ id: string; template: string; context: NoticeContext }[]>(
      `select id, template, context from notice where application_id = $1 and kind = 'message'`,
      [id],
    );
    const texts = messages.map((message) => {
      const written = writeDocument('message', {
        ...message,
        applicationId: id,
        documentNumber: null,
        issuedOn: civilDateInJapan(message.context.at),
        procedure,
        facts: factsOf(application),
        account: { name: application.account_name, mail: application.mail },
        link: applicationLink(this.config.http.publicUrl, id),
      });
      if (!written.ok) throw new SceneStopped(written.reason);
      return { id: message.id, text: documentToText(written.model) };
    });
    await tx.query(
      `with sent as (
         update notice set state = 'sent', text = t.text, sent_at = created_at, attempts = 1
         from jsonb_to_recordset($1::jsonb) as t(id uuid, text text) where notice.id = t.id returning notice.id
       )
       delete from outbox where id in (select id from sent)`,
      [JSON.stringify(texts)],
    );
  }
}

function decide(procedure: Procedure, application: LockedApplication, step: DemoStep, actor: Actor): Advance {
  const now = application.now.toISOString();
  const on = civilDateInJapan(now);
  const { action, fields, reason, publicReason, targets } = step;
  const next = step.override
    ? overrideValue(
        procedure,
        application.state,
        { ...step.override, reason: reason ?? '', publicReason: publicReason ?? '', actor },
        factsOf(application),
        now,
      )
    : action === 'hold'
      ? holdApplication(
          procedure,
          application.state,
          { reason: reason ?? '', ownerId: actor.id, reviewOn: addWorkingDays(on, 5) },
          actor,
          now,
        )
      : advance(
          procedure,
          application.state,
          {
            action,
            actor,
            ...(reason !== undefined && { reason }),
            ...(publicReason !== undefined && { publicReason }),
            ...(targets && { targets }),
            ...(fields && { fields: fields(on) }),
          },
          factsOf(application),
          now,
        );
  if (!next.ok) throw new SceneStopped(`${action}: ${next.code}`);
  return next;
}

async function partyOf(tx: EntityManager, mail: string): Promise<Party> {
  const [row] = await tx.query<Party[]>(
    `select a.id, a.name, c.mail from account c join applicant a on a.account_id = c.id
     where c.mail_key = $1 order by a.created_at limit 1`,
    [mail],
  );
  if (!row) throw new SceneStopped(`no account ${mail}`);
  return row;
}

async function officialOf(tx: EntityManager, login: string, procedureId: string): Promise<Official> {
  const [row] = await tx.query<Omit<Official, 'roles'>[]>(
    `select s.id, d.full_ja as department from staff s join department d on d.id = s.department_id
     where s.login = $1`,
    [login],
  );
  const account = demoOfficials.find((official) => official.login === login);
  if (!row || !account) throw new SceneStopped(`no official ${login}`);
  return { ...row, roles: account.roles[procedureId] ?? [] };
}

/** Who decides has looked. */
async function noteReading(tx: EntityManager, id: string, official: Official, at: Date): Promise<void> {
  await tx.query(
    `insert into reading (application_id, staff_id, day, department, roles, first_at, last_at)
     values ($1, $2, $3, $4, $5, $6, $6) on conflict do nothing`,
    [id, official.id, civilDateInJapan(at.toISOString()), official.department, official.roles, at],
  );
}

/** The answers of an example, made those of the scene. */
export function answersOf(example: string, { changes }: DemoScene): Answers {
  const { answers } = JSON.parse(example) as { answers: Record<string, Record<string, unknown>> };
  return Object.fromEntries(
    Object.entries(answers).map(([page, values]) => [page, { ...values, ...changes[page] }]),
  );
}

/** Questions that people answer with something printed. */
const PRINTED = ['documents.sales_proof', 'documents.tax_return', 'leader.oath_file'];

/** Puts a picture or a paper wherever the answers refer to a file. */
export function withFiles(
  form: Form,
  given: Answers,
  { pictures, paper }: Pick<Staging, 'pictures' | 'paper'>,
): { answers: Answers; files: readonly AttachmentRow[] } {
  const files: AttachmentRow[] = [];
  let answers: unknown = given;
  for (const { kind, path, title } of form.fields.values()) {
    const steps = path.split('.');
    const named = kind === 'attachment' ? valueAt(given, steps) : undefined;
    if (!Array.isArray(named)) continue;
    const ids = named.map(() => {
      const picture = pictures[files.length % pictures.length];
      if (!picture) throw new Error('There are pictures.');
      const id = newId();
      const file = PRINTED.includes(path)
        ? { name: `${title}.pdf`, mediaType: 'application/pdf', ...paper }
        : { name: `${title}.png`, mediaType: 'image/png', ...picture };
      files.push({ id, field: path, ...file, own: true });
      return id;
    });
    answers = withValue(answers, steps, ids);
  }
  return { answers: answers as Answers, files };
}

function valueAt(value: unknown, [step, ...rest]: readonly string[]): unknown {
  if (step === undefined) return value;
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
  return valueAt((value as Answers)[step], rest);
}

function withValue(value: unknown, [step, ...rest]: readonly string[], leaf: unknown): unknown {
  return step === undefined
    ? leaf
    : { ...(value as Answers), [step]: withValue((value as Answers)[step], rest, leaf) };
}

function whyNot(refusal: Refusal): string {
  const first = refusal.problems?.[0];
  return first ? `${refusal.code} ${first.path} ${first.code}` : refusal.code;
}
