import { Readable } from 'node:stream';
import { Injectable, Logger } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Asker } from '../access/asker.js';
import { newId } from '../database/id.js';
import { FileStore } from '../files/file-store.js';
import type { Outcome } from '../http/refusal.js';
import { AttachToMessage } from '../messages/attach-to-message.js';
import { SendMessage } from '../messages/send-message.js';
import { demoOfficials } from './demo-accounts.js';
import { demoPast } from './demo-past.js';
import { neighbours } from './demo-people.js';
import type { DemoScene } from './demo-scene.js';
import { demoScenes } from './demo-scenes.js';
import { PlayScene, SceneStopped } from './play-scene.js';
import { sampleDocument } from './sample-document.js';
import { samplePicture } from './sample-picture.js';

@Injectable()
export class MakeDemoApplications {
  private readonly logger = new Logger('demo');

  constructor(
    private readonly dataSource: DataSource,
    private readonly files: FileStore,
    private readonly play: PlayScene,
    private readonly attachToMessage: AttachToMessage,
    private readonly send: SendMessage,
  ) {}

  /** On the first start only, all or nothing: what ended lately, what is under way, and what is written about it today. */
  async run(): Promise<void> {
    const [any] = await this.dataSource.query<unknown[]>('select 1 from application limit 1');
    if (any) return;
    const played = new Map<DemoScene, string>();
    await this.dataSource.transaction(async (tx) => {
      await makeNeighbours(tx);
      for (const [index, scene] of [...demoPast, ...demoScenes].entries()) {
        const seeds = [2 * index + 1, 2 * index + 2];
        const pictures = await Promise.all(seeds.map((seed) => this.files.put(samplePicture(seed))));
        const paper = await this.files.put(sampleDocument(3));
        try {
          const id = await tx.transaction((inner) => this.play.run(inner, { scene, index, pictures, paper }));
          played.set(scene, id);
        } catch (error) {
          // An office that changed a shipped procedure has a demo without this scene.
          if (!(error instanceof SceneStopped)) throw error;
          this.logger.warn(`${scene.procedureId} ${scene.example}: ${error.message}`);
        }
      }
    });
    for (const [scene, id] of played) await this.writeMessages(scene, id);
  }

  private async writeMessages(scene: DemoScene, id: string): Promise<void> {
    for (const { by, body, withPicture = false } of scene.messages) {
      const author = by === null ? await this.applicant(id) : await this.official(by);
      const picture = {
        name: '写真.png',
        content: Readable.from([samplePicture(1)]),
        cut: () => false,
      };
      const files = withPicture
        ? [orThrow(await this.attachToMessage.run(author, id, async () => picture)).id]
        : [];
      orThrow(await this.send.run(author, id, { key: newId(), body, files }));
    }
  }

  private async applicant(applicationId: string): Promise<Asker> {
    const [row] = await this.dataSource.query<
      { id: string; accountId: string; name: string; mail: string; as: 'individual' | 'business' }[]
    >(
      `select a.id, a.account_id as "accountId", a.name, a.kind as "as", c.mail
       from application p join applicant a on a.id = p.applicant_id join account c on c.id = a.account_id
       where p.id = $1`,
      [applicationId],
    );
    if (!row) throw new Error('The application has an applicant.');
    return { kind: 'applicant', guestOf: null, mandate: null, ...row };
  }

  private async official(login: string): Promise<Asker> {
    const [row] = await this.dataSource.query<{ id: string; name: string; department: string }[]>(
      'select s.id, s.name, d.full_ja as department from staff s join department d on d.id = s.department_id where login = $1',
      [login],
    );
    const roles = demoOfficials.find((official) => official.login === login)?.roles;
    if (!row || !roles) throw new Error(`There is no official ${login}.`);
    const rest = { departmentEn: row.department, entering: null, officeRoles: [], standsInFor: [] };
    return { kind: 'staff', ...row, ...rest, roles };
  }
}

/** Accounts without a password: nobody signs in by them. */
async function makeNeighbours(tx: EntityManager): Promise<void> {
  const { companies, persons } = neighbours;
  const all = [
    ...companies.map(({ mail, name, kana, place, contact, phone, representative: [head, headKana] }) => ({
      mail,
      name,
      kind: 'business',
      profile: {
        kind: 'corporation',
        name,
        name_kana: kana,
        representative_name: head,
        representative_kana: headKana,
        ...place,
        contact_name: contact,
        phone,
      },
    })),
    ...persons.map(({ mail, name, kana, place, phone }) => ({
      mail,
      name,
      kind: 'individual',
      profile: { kind: 'sole_proprietor', name, name_kana: kana, ...place, contact_name: name, phone },
    })),
  ].map((one) => ({ ...one, account_id: newId(), id: newId() }));
  await tx.query(
    `with given as (
       select * from jsonb_to_recordset($1::jsonb)
         as g(id uuid, account_id uuid, mail text, name text, kind text, profile jsonb)
     ), made as (
       insert into account (id, mail, mail_key) select account_id, mail, mail from given
       on conflict (mail_key) do nothing returning id
     )
     insert into applicant (id, account_id, kind, name, profile)
     select g.id, g.account_id, g.kind, g.name, g.profile from given g join made on made.id = g.account_id`,
    [JSON.stringify(all)],
  );
}

function orThrow<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.code);
  return outcome.value;
}
