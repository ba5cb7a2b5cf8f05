import { Controller, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { type ApplicantAsker, CurrentAsker, type StaffAsker } from '../access/asker.js';
import { contentDisposition } from '../files/file-name.js';
import { Endpoint } from '../http/endpoint.js';
import { orRefuse, Refused, refuse } from '../http/refusal.js';
import { ProcedureLibrary } from '../procedures/procedure-library.js';
import { OpenAnswers } from '../readings/open-answers.js';
import { RecordReading } from '../readings/record-reading.js';
import { ApplicationsQueries } from './applications.queries.js';
import { SubmissionSignatures } from './signatures.dto.js';
import { type SignatureBytes, SignaturesQueries } from './signatures.queries.js';

const params = { n: /^[1-9]\d{0,3}$/, part: /^(content|signature|certificate)$/ };

@Controller()
export class SignaturesController {
  constructor(
    private readonly applications: ApplicationsQueries,
    private readonly library: ProcedureLibrary,
    private readonly queries: SignaturesQueries,
    private readonly reading: RecordReading,
    private readonly opening: OpenAnswers,
  ) {}

  @Endpoint({
    method: 'GET',
    path: '/api/desk/applications/:id/signatures',
    permit: 'staff',
    shows: 'application',
    summary: 'Who signed the application, for each submission.',
    reply: SubmissionSignatures,
  })
  async list(@CurrentAsker() me: StaffAsker, @Param('id') id: string): Promise<SubmissionSignatures> {
    const record = await this.applications.find(id, { procedures: Object.keys(me.roles) });
    if (!record) throw new Refused(refuse('not-found'));
    await this.reading.run(me, record);
    const { procedure } = await this.library.version(record.version_hash);
    return this.queries.list(id, procedure.form);
  }

  @Endpoint({
    method: 'GET',
    path: '/api/desk/applications/:id/signatures/:n/:part',
    permit: 'staff',
    shows: 'application',
    summary:
      'For another verifier: the exact bytes that were signed, the signature, the certificate of a bare one.',
    params,
    reply: 'application/octet-stream',
  })
  async download(
    @CurrentAsker() me: StaffAsker,
    @Param('id') id: string,
    @Param('n') n: string,
    @Param('part') part: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    // What was signed holds every answer.
    if (part === 'content') orRefuse(await this.opening.all(me, id));
    const found = await this.queries.bytes(id, Number(n), { procedures: Object.keys(me.roles) });
    if (found) await this.reading.run(me, { id, procedure_id: found.procedure_id });
    await sendPart(reply, found, part);
  }

  @Endpoint({
    method: 'GET',
    path: '/api/applications/:id/signatures',
    permit: 'applicant-or-guest',
    agents: 'application',
    summary: 'By whom the own application was signed, for each submission.',
    reply: SubmissionSignatures,
  })
  async own(@CurrentAsker() me: ApplicantAsker, @Param('id') id: string): Promise<SubmissionSignatures> {
    const found = await this.queries.own(id, me.id);
    if (!found) throw new Refused(refuse('not-found'));
    return found;
  }

  @Endpoint({
    method: 'GET',
    path: '/api/applications/:id/signatures/:n/:part',
    permit: 'applicant-or-guest',
    agents: 'application',
    summary: 'Of the own application: what was signed, the signature, and the certificate of a bare one.',
    params,
    reply: 'application/octet-stream',
  })
  async downloadOwn(
    @CurrentAsker() me: ApplicantAsker,
    @Param('id') id: string,
    @Param('n') n: string,
    @Param('part') part: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendPart(reply, await this.queries.bytes(id, Number(n), { applicantId: me.id }), part);
  }
}

async function sendPart(reply: FastifyReply, found: SignatureBytes | null, part: string): Promise<void> {
  const file =
    found &&
    {
      content: { name: 'application.json', bytes: found.content },
      signature: { name: found.form === 'cms' ? 'application.p7s' : 'application.sig', bytes: found.value },
      certificate: { name: 'signer.cer', bytes: found.certificate },
    }[part];
  if (!file?.bytes) throw new Refused(refuse('not-found'));
  await reply
    .header('content-type', 'application/octet-stream')
    .header('content-disposition', contentDisposition('attachment', file.name))
    .send(file.bytes);
}
