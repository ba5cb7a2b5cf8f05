import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { addWorkingDays, civilDateInJapan } from '#engine';
import type { StaffAsker } from '../access/asker.js';
import { StaffAskers } from '../access/staff-askers.js';
import { recordLine } from '../applications/record-line.js';
import { newId } from '../database/id.js';
import type { Outcome } from '../http/refusal.js';
import { AnswerOpinion } from '../opinions/answer-opinion.js';
import { AskOpinion } from '../opinions/ask-opinion.js';

const permit = [
  'store.name',
  'store.address',
  'facility.permit_kind',
  'facility.permit_no',
  'facility.permit_to',
];

/** Opinions in each state: one that is out, one that was given, and one that is overdue and keeps a decision waiting. */
@Injectable()
export class MakeDemoOpinions {
  constructor(
    private readonly dataSource: DataSource,
    private readonly askers: StaffAskers,
    private readonly ask: AskOpinion,
    private readonly answer: AnswerOpinion,
  ) {}

  /** On the first start only. */
  async run(): Promise<void> {
    const [any] = await this.dataSource.query<unknown[]>('select 1 from opinion limit 1');
    const cases = await this.cases();
    const [out, given, late] = [cases.at(0), cases.at(1), cases.find(({ stage }) => stage === 'decision')];
    if (any || out?.stage !== 'document_review' || given?.stage !== 'document_review' || !late) return;
    const [sato, tanaka] = [await this.official('sato'), await this.official('tanaka')];
    await this.askKimura(
      sato,
      out.id,
      '営業許可の内容（業種と許可の条件）が、申請のとおりかどうかをお知らせください。',
      [...permit, 'facility.permit_copy'],
    );
    const answered = await this.askKimura(
      sato,
      given.id,
      'この店について、直近1年の衛生上の指導の有無をお知らせください。',
      permit,
    );
    orThrow(
      await this.answer.run(await this.official('kimura'), answered, {
        standpoint: 'conditions',
        answer:
          '昨年9月に、調理場の手洗い設備について口頭で指導し、10月に改善を確かめました。現地確認のときに、手洗い設備をあらためて見てください。',
      }),
    );
    await this.askedBefore(tanaka, late.id);
  }

  /** As it stands when it was asked days ago: nobody can ask for an answer until yesterday. */
  private async askedBefore(asker: StaffAsker, applicationId: string): Promise<void> {
    const question = '認証にあたり、食品衛生の面から支障がないかどうかをお知らせください。';
    await this.dataSource.transaction(async (tx) => {
      const [asked] = await tx.query<{ asked_at: Date; department: string }[]>(
        `with office as (
           select d.id, d.full_ja from staff s join department d on d.id = s.department_id where s.login = 'kimura'
         ), asked as (
           insert into opinion (id, application_id, department_id, question, shared, submission_n, due_on, asked_by_id,
             asked_from, asked_at)
           select $1, a.id, office.id, $3, $4, a.submission_count, (now() at time zone 'Asia/Tokyo')::date - 1, $5, $6,
             a.entered_at + interval '1 hour'
           from application a, office where a.id = $2 returning asked_at
         )
         select asked.asked_at, office.full_ja as department from asked, office`,
        [newId(), applicationId, question, permit, asker.id, asker.department],
      );
      if (!asked) throw new Error('The office is there.');
      await recordLine(
        tx,
        { id: applicationId, now: asked.asked_at },
        { type: 'opinion-asked', actor: asker, about: asked.department, note: question },
      );
    });
  }

  private async askKimura(
    asker: StaffAsker,
    applicationId: string,
    question: string,
    shared: string[],
  ): Promise<string> {
    const id = newId();
    const [office] = await this.dataSource.query<{ department_id: string }[]>(
      `select department_id from staff where login = 'kimura'`,
    );
    const dueOn = addWorkingDays(civilDateInJapan(new Date().toISOString()), 5);
    orThrow(
      await this.ask.run(asker, applicationId, {
        id,
        departmentId: office?.department_id ?? '',
        assigneeId: null,
        question,
        shared,
        dueOn,
        againOf: null,
      }),
    );
    return id;
  }

  /** Certificates under way, the latest first. */
  private cases(): Promise<readonly { readonly id: string; readonly stage: string }[]> {
    return this.dataSource.query(
      `select id, stage from application where procedure_id = 'gold-sticker' and open
       order by stage <> 'document_review', submitted_at desc`,
    );
  }

  private async official(login: string): Promise<StaffAsker> {
    const [row] = await this.dataSource.query<{ id: string }[]>('select id from staff where login = $1', [
      login,
    ]);
    const asker = row && (await this.askers.find(row.id));
    if (!asker) throw new Error(`There is no official ${login}.`);
    return asker;
  }
}

function orThrow<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.code);
  return outcome.value;
}
