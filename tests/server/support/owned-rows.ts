import { randomUUID } from 'node:crypto';
import { civilDateInJapan } from '#engine';
import type { OwnSessions } from '../../../src/access/own-sessions.dto.js';
import type { AccountView } from '../../../src/accounts/account.dto.js';
import type { AttachmentView, DraftView, Receipt } from '../../../src/drafts/draft.dto.js';
import { FileStore } from '../../../src/files/file-store.js';
import type { MandateList } from '../../../src/mandates/mandate.dto.js';
import type { MessageFileView } from '../../../src/messages/message.dto.js';
import type { SavedSiteView } from '../../../src/sites/site.dto.js';
import type { BatchView } from '../../../src/batches/batch.dto.js';
import type { SavedViewList } from '../../../src/applications/views/saved-view.dto.js';
import type { AbsenceList } from '../../../src/staff/absence.dto.js';
import type { DepartmentList } from '../../../src/staff/departments/department.dto.js';
import { eventually } from '../../support/eventually.js';
import { type FilledDraft, fillJitanDraft, png } from './jitan-answers.js';
import { builderDraft, formLink, publication } from './owned-builder.js';
import { deliveryTask, readableMail } from './owned-deliveries.js';
import { askedOpinion, opinionFile, sharedAttachment } from './owned-opinions.js';
import { OwnedPayments } from './owned-payments.js';
import { plannedVisit, visitPhoto } from './owned-visits.js';
import type { TestApp } from './test-app.js';
import type { Visitor } from './visitor.js';
import { wholeExport } from './whole-export.js';

/** Values of a path's parameters. */
export type Params = Readonly<Record<string, string>>;

const pdf = Buffer.from('%PDF-1.7\n');

/** What the owner (an applicant) and the official who has their case leave behind, each made anew when asked. */
export class OwnedRows {
  private n = 0;
  private looked: Promise<Params> | undefined;

  constructor(
    private readonly test: TestApp,
    private readonly owner: Visitor,
    private readonly official: Visitor,
    private readonly other: Visitor,
    private readonly administrator: Visitor,
  ) {}

  readonly draft = async (): Promise<Params> => {
    const { body } = await this.owner.post<DraftView>('/api/drafts', {
      procedureId: 'jitan-9',
      another: true,
    });
    return { id: body.id };
  };

  readonly filledDraft = async (): Promise<Params> => ({ id: (await this.filled()).id });

  readonly preparedDraft = async (): Promise<Params> => {
    const { id, revision } = await this.filled();
    await this.owner.post(`/api/drafts/${id}/signature`, { revision });
    return { id };
  };

  readonly attachmentOfDraft = async (): Promise<Params> => {
    const { id = '' } = await this.draft();
    const { body } = await this.owner.upload<AttachmentView>(
      `/api/drafts/${id}/attachments?field=documents.permit_copy`,
      'permit.png',
      png,
    );
    return { id, attachmentId: body.id };
  };

  readonly upload = async (): Promise<Params> => {
    const { id: draft = '' } = await this.draft();
    const id = randomUUID();
    const begun = { id, field: 'documents.permit_copy', name: 'permit.png', bytes: png.length };
    await this.owner.post(`/api/drafts/${draft}/uploads`, begun);
    return { id };
  };

  readonly wholeUpload = async (): Promise<Params> => {
    const { id = '' } = await this.upload();
    await this.owner.piece(`/api/uploads/${id}/content?offset=0`, png);
    return { id };
  };

  /** The same one each time: for what only looks at it. */
  readonly application = async (): Promise<Params> => {
    this.looked ??= this.freshApplication();
    return this.looked;
  };

  readonly freshApplication = async (): Promise<Params> => ({ id: (await this.receipt()).applicationId });

  readonly attachment = async (): Promise<Params> => ({
    id: (await this.receipt()).attachments[0]?.id ?? '',
  });

  readonly notice = async (): Promise<Params> => {
    const { id: applicationId = '' } = await this.application();
    const drawn = async (): Promise<string | undefined> => {
      const [row] = await this.test.dataSource.query<{ id: string }[]>(
        'select id from notice where application_id = $1 and pdf_sha256 is not null',
        [applicationId],
      );
      return row?.id;
    };
    const id = await eventually('The notice is drawn', drawn);
    return { id };
  };

  readonly messageFile = async (): Promise<Params> => this.fileOf(this.owner, '/api/applications');

  readonly deskMessageFile = async (): Promise<Params> =>
    this.fileOf(this.official, '/api/desk/applications');

  readonly fileAlone = async (): Promise<Params> => ({ id: (await this.messageFile()).fileId ?? '' });

  readonly site = async (): Promise<Params> => {
    const data = { name: `台帳亭${++this.n}`, postal: '5420076', address: '大阪府大阪市中央区難波1-2-3' };
    const { body } = await this.owner.post<SavedSiteView>('/api/saved-sites', { data });
    return { id: body.id };
  };

  readonly session = async (): Promise<Params> => {
    await this.test.applicant('naniwa@example.jp');
    const { body } = await this.owner.get<OwnSessions>('/api/account/sessions');
    return { id: body.sessions.find(({ current }) => !current)?.id ?? '' };
  };

  readonly identity = async (): Promise<Params> => {
    const id = randomUUID();
    await this.test.dataSource.query(
      `insert into account_identity (id, account_id, issuer, subject, provider, proven, profile)
       select $1, account.id, 'https://id.example.jp', $1::uuid, 'example', true, '{}'
       from account where mail = 'naniwa@example.jp'`,
      [id],
    );
    return { id };
  };

  readonly applicant = async (): Promise<Params> => {
    const { body } = await this.owner.get<AccountView>('/api/account');
    return { id: body.applicants[0]?.id ?? '' };
  };

  /** Given by the owner. */
  readonly mandate = (): Promise<Params> => this.entrust(this.owner, `agent${++this.n}@example.jp`);

  /** Offered to the owner, by the other applicant: whoever offers it cannot agree to it. */
  readonly offeredMandate = (): Promise<Params> => this.entrust(this.other, 'naniwa@example.jp');

  readonly batch = async (): Promise<Params> => {
    const { id = '' } = await this.application();
    const { body } = await this.official.post<BatchView>('/api/desk/batches', { ids: [id] });
    return { id: body.id };
  };

  /** A paper that the official keys in; with a scan, and a file of one question. */
  readonly paper = async (): Promise<Params> => ({ id: await this.begunPaper() });

  readonly attachmentOfPaper = async (): Promise<Params> => {
    const id = await this.begunPaper();
    const { body } = await this.official.upload<AttachmentView>(
      `/api/desk/paper/${id}/attachments?field=documents.permit_copy`,
      'permit.png',
      png,
    );
    return { id, attachmentId: body.id };
  };

  readonly scan = async (): Promise<Params> => {
    const id = await this.begunPaper();
    const { body } = await this.official.upload<{ id: string }>(`/api/desk/paper/${id}/scans`, 'a.pdf', pdf);
    return { id, fileId: body.id };
  };

  readonly deskFile = async (): Promise<Params> => ({ id: (await this.scan()).fileId ?? '' });

  /** An application that counts as one on paper, of somebody who has no account. */
  readonly paperApplication = async (): Promise<Params> => {
    const { applicationId } = await this.receipt();
    const applicant = randomUUID();
    await this.test.dataSource.query(
      `with someone as (
         insert into applicant (id, kind, name, profile) values ($2, 'individual', '紙野 一郎', '{}') returning id
       )
       update application set paper = true, applicant_id = someone.id from someone where application.id = $1`,
      [applicationId, applicant],
    );
    return { id: applicationId };
  };

  readonly letter = async (): Promise<Params> => {
    const { id: application } = await this.paperApplication();
    const drawn = async (): Promise<string | undefined> => {
      const [row] = await this.test.dataSource.query<{ id: string }[]>(
        'select id from notice where application_id = $1 and pdf_sha256 is not null',
        [application],
      );
      return row?.id;
    };
    return { id: await eventually('The letter is drawn', drawn) };
  };

  /** One that the official may have a table of. */
  readonly exportableProcedure = (): Promise<Params> => Promise.resolve({ procedureId: 'jitan-9' });

  /** Waiting to be made. */
  readonly export = async (): Promise<Params> => this.exportIn('waiting', null);

  readonly madeExport = async (): Promise<Params> => {
    const { sha256 } = await this.test.app.get(FileStore, { strict: false }).put(Buffer.from('番号\r\n'));
    return this.exportIn('done', sha256);
  };

  private async exportIn(state: string, sha256: string | null): Promise<Params> {
    const id = randomUUID();
    await this.test.dataSource.query(
      `insert into export (id, staff_id, procedure_id, title, content, language, department, roles, state, sha256, file_name)
       select $1, s.id, 'jitan-9', '', $2, 'ja', '', '{}', $3, $4, 'a.csv' from staff s where s.login = 'sato'`,
      [id, JSON.stringify(wholeExport), state, sha256],
    );
    return { id };
  }

  readonly deadJob = async (): Promise<Params> => {
    const id = randomUUID();
    await this.test.dataSource.query(
      `insert into dead_job (id, job_id, queue, name, subject_id, attempts, failed_at, failure)
       values ($1, $1::uuid::text, 'mails', 'deliver-message', $1, 42, now(), 'ECONNREFUSED')`,
      [id],
    );
    return { id };
  };

  readonly exportDefinition = async (): Promise<Params> => {
    const id = randomUUID();
    await this.test.dataSource.query(
      `insert into export_definition (id, staff_id, procedure_id, title, shared, content)
       select $1, s.id, 'jitan-9', $3, false, $2 from staff s where s.login = 'sato'`,
      [id, JSON.stringify(wholeExport), `一覧${++this.n}`],
    );
    return { id };
  };

  readonly paymentProfile = async (): Promise<Params> => ({ id: await this.payments().profile() });

  readonly paymentBatch = async (): Promise<Params> => {
    const { id = '' } = await this.freshApplication();
    return { id: await this.payments().batch(id, 'draft') };
  };

  readonly exportedPayments = async (): Promise<Params> => {
    const { id = '' } = await this.freshApplication();
    return { id: await this.payments().exported(id) };
  };

  /** Of the official of the desk, who pays besides. */
  private payments(): OwnedPayments {
    return new OwnedPayments(this.test, 'sato');
  }

  /** Planned for an application of the official's. */
  readonly visit = async (): Promise<Params> => ({
    id: (await plannedVisit(this.test, await this.receipt())).id,
  });
  readonly visitPhoto = async (): Promise<Params> => visitPhoto(this.test, await this.receipt());
  readonly applicationWithVisit = async (): Promise<Params> => {
    const { applicationId } = await plannedVisit(this.test, await this.receipt());
    return { id: applicationId };
  };

  /** Asked of the office to which the official of the desk belongs. */
  readonly builderDraft = async (): Promise<Params> =>
    builderDraft(this.test, this.administrator, 'kobayashi');

  readonly publication = async (): Promise<Params> =>
    publication(this.administrator, await this.builderDraft());

  readonly formLink = async (): Promise<Params> => formLink(this.administrator, await this.builderDraft());

  readonly deliveryTask = async (): Promise<Params> => deliveryTask(this.test, await this.receipt());
  readonly readableMail = async (): Promise<Params> => readableMail(this.test, await this.receipt());

  readonly opinion = async (): Promise<Params> => askedOpinion(this.test, await this.receipt());
  readonly sharedAttachment = async (): Promise<Params> => sharedAttachment(this.test, await this.receipt());
  readonly opinionFile = async (): Promise<Params> => opinionFile(this.test, await this.receipt());

  readonly savedView = async (): Promise<Params> => {
    const { body } = await this.official.post<SavedViewList>('/api/desk/views', {
      title: `一覧${++this.n}`,
      place: { queue: 'mine', sort: 'due', only: [] },
    });
    return { id: body.views.at(-1)?.id ?? '' };
  };

  /** Drawn for the official of the desk. */
  readonly preview = async (): Promise<Params> => {
    const { id: applicationId } = await this.application();
    const id = randomUUID();
    await this.test.dataSource.query(
      `insert into notice_preview (id, application_id, staff_id, title, pdf, drawn_at)
       select $1, $2, staff.id, '権限亭', '\\x255044462d', now() from staff where login = 'sato'`,
      [id, applicationId],
    );
    return { id };
  };

  readonly absence = async (): Promise<Params> => {
    const { body: known } = await this.official.get<AbsenceList>('/api/desk/absences');
    const day = new Date(Date.UTC(2035, 0, ++this.n)).toISOString().slice(0, 10);
    const { body } = await this.official.post<AbsenceList>('/api/desk/absences', {
      fromOn: day,
      toOn: day,
      substituteId: known.colleagues[0]?.id,
    });
    return { id: body.absences.find(({ fromOn }) => fromOn === day)?.id ?? '' };
  };

  readonly deskSession = async (): Promise<Params> => {
    await this.test.official('sato');
    const { body } = await this.official.get<OwnSessions>('/api/desk/account/sessions');
    return { id: body.sessions.find(({ current }) => !current)?.id ?? '' };
  };

  /** An official whom the administrator has added. */
  readonly colleague = async (): Promise<Params> => {
    const [department] = await this.test.dataSource.query<{ id: string }[]>(
      `select id from department where full_ja = '会計局'`,
    );
    const { body } = await this.administrator.post<{ id: string }>('/api/desk/staff', {
      login: `new-${++this.n}`,
      name: '新任 職員',
      mail: '',
      departmentId: department?.id,
      teamIds: [],
      roles: [],
    });
    return { id: body.id };
  };

  readonly department = async (): Promise<Params> => {
    const nameJa = `課${++this.n}`;
    const { body } = await this.administrator.post<DepartmentList>('/api/desk/departments', {
      parentId: null,
      nameJa,
      nameEn: '',
    });
    return { id: body.departments.find((one) => one.nameJa === nameJa)?.id ?? '' };
  };

  readonly team = async (): Promise<Params> => {
    const { id: departmentId = '' } = await this.department();
    const { body } = await this.administrator.post<DepartmentList>('/api/desk/teams', {
      departmentId,
      nameJa: '一班',
      nameEn: '',
    });
    return { id: body.departments.find(({ id }) => id === departmentId)?.teams[0]?.id ?? '' };
  };

  /** Signed and submitted, with the files that the procedure asks for. */
  async submitted(person: Visitor, store: string): Promise<Receipt> {
    const { id, revision } = await fillJitanDraft(person, store);
    await person.post(`/api/drafts/${id}/signature`, { revision });
    await person.post(`/api/drafts/${id}/signature/test`);
    const { body } = await person.post<Receipt>(`/api/drafts/${id}/submit`, { revision });
    return body;
  }

  private async entrust(principal: Visitor, mail: string): Promise<Params> {
    const { body } = await principal.post<MandateList>('/api/mandates', {
      procedureId: 'jitan-9',
      applicationId: null,
      endsOn: civilDateInJapan(new Date().toISOString()),
      mail,
      mailAgain: mail,
    });
    return { id: body.given.find(({ state }) => state === 'invited')?.id ?? '' };
  }

  private async begunPaper(): Promise<string> {
    const applicant = {
      kind: 'letters',
      as: 'individual',
      name: '紙野 一郎',
      postal: '',
      address: '大阪市中央区',
      phone: '',
    };
    const arrivedOn = civilDateInJapan(new Date().toISOString());
    const { body } = await this.official.post<{ id: string }>('/api/desk/paper', {
      procedureId: 'jitan-9',
      arrivedOn,
      brought: 'post',
      applicant,
    });
    return body.id;
  }

  private receipt(): Promise<Receipt> {
    return this.submitted(this.owner, `権限亭${++this.n}号店`);
  }

  private filled(): Promise<FilledDraft> {
    return fillJitanDraft(this.owner, `権限亭${++this.n}号店`);
  }

  private async fileOf(person: Visitor, under: string): Promise<Params> {
    const { id = '' } = await this.application();
    const { body } = await person.upload<MessageFileView>(`${under}/${id}/messages/files`, 'a.pdf', pdf);
    return { id, fileId: body.id };
  }
}
