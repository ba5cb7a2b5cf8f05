import { Readable } from 'node:stream';
import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Answers, Form } from '#engine';
import type { ApplicantAsker, StaffAsker } from '../access/asker.js';
import { TakeAction } from '../applications/take-action.js';
import { AttachFile } from '../drafts/attach-file.js';
import { StartDraft } from '../drafts/start-draft.js';
import { SubmitDraft } from '../drafts/submit-draft.js';
import { newId } from '../database/id.js';
import type { Outcome } from '../http/refusal.js';
import { AttachToMessage } from '../messages/attach-to-message.js';
import { SendMessage } from '../messages/send-message.js';
import { ProceduresQueries } from '../procedures/procedures.queries.js';
import { RecordReading } from '../readings/record-reading.js';
import { demoOfficials } from './demo-accounts.js';
import { type DemoScene, demoScenes } from './demo-scenes.js';
import { samplePicture } from './sample-picture.js';

class SceneStopped extends Error {}

@Injectable()
export class MakeDemoApplications {
  private readonly logger = new Logger('demo');
  private pictures: readonly Buffer[] = [];

  constructor(
    private readonly dataSource: DataSource,
    private readonly procedures: ProceduresQueries,
    private readonly start: StartDraft,
    private readonly attach: AttachFile,
    private readonly submit: SubmitDraft,
    private readonly attachToMessage: AttachToMessage,
    private readonly send: SendMessage,
    private readonly reading: RecordReading,
    private readonly take: TakeAction,
  ) {}

  /** On the first start only: plays the scenes as people would, step by step through the same verbs. */
  async run(): Promise<void> {
    const [any] = await this.dataSource.query<unknown[]>('select 1 from application limit 1');
    if (any) return;
    this.pictures = [1, 2, 3, 4].map(samplePicture);
    for (const scene of demoScenes) {
      try {
        await this.play(scene);
      } catch (error) {
        // An office that changed a shipped procedure has a demo without this scene.
        if (!(error instanceof SceneStopped)) throw error;
        this.logger.warn(`${scene.procedureId} ${scene.example}: ${error.message}`);
      }
    }
  }

  private async play(scene: DemoScene): Promise<void> {
    const applicant = await this.applicant(scene.applicant);
    const current = await this.procedures.current(scene.procedureId);
    const text = current?.version.files[scene.example];
    if (!current || text === undefined) throw new SceneStopped('no such example');
    const { draftId } = accepted(
      await this.start.run(applicant.id, scene.procedureId, { another: true, siteId: null }),
    );
    const example = (JSON.parse(text) as { answers: Record<string, Record<string, unknown>> }).answers;
    const changed = Object.fromEntries(
      Object.entries(example).map(([page, values]) => [page, { ...values, ...scene.changes[page] }]),
    );
    const answers = await this.withFiles(current.version.procedure.form, changed, applicant.id, draftId);
    const { receipt } = accepted(await this.submit.run(applicant, draftId, { revision: 0, answers }));
    await this.writeMessages(scene, applicant, receipt.applicationId);
    for (const { by, action, ...given } of scene.steps) {
      await this.look(await this.official(by), scene, receipt.applicationId);
      const [row] = await this.dataSource.query<{ lock: number }[]>(
        'select lock from application where id = $1',
        [receipt.applicationId],
      );
      const lock = row?.lock ?? 0;
      accepted(
        await this.take.run(await this.official(by), receipt.applicationId, action, { ...given, lock }),
      );
    }
  }

  private async writeMessages(scene: DemoScene, applicant: ApplicantAsker, id: string): Promise<void> {
    for (const { by, body, withPicture = false } of scene.messages) {
      const author = by === null ? applicant : await this.official(by);
      if (author.kind === 'staff') await this.look(author, scene, id);
      const picture = {
        name: '写真.png',
        content: Readable.from([this.pictures[0] ?? Buffer.alloc(0)]),
        cut: () => false,
      };
      const files = withPicture
        ? [accepted(await this.attachToMessage.run(author, id, async () => picture)).id]
        : [];
      accepted(await this.send.run(author, id, { key: newId(), body, files }));
    }
  }

  private look(staff: StaffAsker, { procedureId }: DemoScene, id: string): Promise<void> {
    return this.reading.run(staff, { id, procedure_id: procedureId });
  }

  /** Uploads a picture wherever the example refers to a file, and puts its id there. */
  private async withFiles(
    form: Form,
    answers: Record<string, unknown>,
    applicantId: string,
    draftId: string,
  ): Promise<Record<string, unknown>> {
    let filled: unknown = answers;
    let seed = 0;
    for (const { kind, path, title } of form.fields.values()) {
      const ids = kind === 'attachment' ? valueAt(answers, path.split('.')) : undefined;
      if (!Array.isArray(ids)) continue;
      const uploaded: string[] = [];
      while (uploaded.length < ids.length) {
        const picture = this.pictures[seed++ % this.pictures.length] ?? Buffer.alloc(0);
        const file = { name: `${title}.png`, content: Readable.from([picture]), cut: () => false };
        uploaded.push(accepted(await this.attach.run(applicantId, draftId, path, async () => file)).id);
      }
      filled = withValue(filled, path.split('.'), uploaded);
    }
    return filled as Record<string, unknown>;
  }

  private async applicant(mail: string): Promise<ApplicantAsker> {
    const [row] = await this.dataSource.query<Omit<ApplicantAsker, 'kind' | 'mail'>[]>(
      `select a.id, a.account_id as "accountId", a.name, a.kind as "as", null as "guestOf", null as mandate
       from account c join applicant a on a.account_id = c.id where c.mail_key = $1 order by a.created_at limit 1`,
      [mail],
    );
    if (!row) throw new SceneStopped(`no account ${mail}`);
    return { kind: 'applicant', mail, ...row };
  }

  private async official(login: string): Promise<StaffAsker> {
    const [row] = await this.dataSource.query<{ id: string; name: string; department: string }[]>(
      'select id, name, department from staff where login = $1',
      [login],
    );
    const account = demoOfficials.find((official) => official.login === login);
    if (!row || !account) throw new SceneStopped(`no official ${login}`);
    return { kind: 'staff', ...row, roles: account.roles, standsInFor: [] };
  }
}

function accepted<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  const first = outcome.problems?.[0];
  throw new SceneStopped(first ? `${outcome.code} ${first.path} ${first.code}` : outcome.code);
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
