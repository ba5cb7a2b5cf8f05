import { buffer } from 'node:stream/consumers';
import { Body, Controller, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type ApplicantAsker, CurrentAsker } from '../access/asker.js';
import { contentDisposition } from '../files/file-name.js';
import { Endpoint } from '../http/endpoint.js';
import { AskedLanguage, type Language } from '../http/language.js';
import { uploadOf } from '../http/open-upload.js';
import { orRefuse, Refused, refuse } from '../http/refusal.js';
import { inLanguage } from '../procedures/in-language.js';
import { ProcedureLibrary } from '../procedures/procedure-library.js';
import { SignatureTrust } from '../signatures/signature-trust.js';
import { TestAuthority } from '../signatures/test-authority.js';
import { DraftSignatures } from './draft-signatures.queries.js';
import { DraftsQueries } from './drafts.queries.js';
import { KeepSignature } from './keep-signature.js';
import { PrepareSignature } from './prepare-signature.js';
import { ReferableApplications } from './referable-applications.js';
import { BareSignature, PrepareSignatureRequest, SigningView } from './signing.dto.js';
import { signingView } from './signing-view.js';

/** Largest signature file, in bytes. */
const mostBytes = 262_144;

@Controller()
export class SigningController {
  constructor(
    private readonly drafts: DraftsQueries,
    private readonly library: ProcedureLibrary,
    private readonly signatures: DraftSignatures,
    private readonly prepare: PrepareSignature,
    private readonly keep: KeepSignature,
    private readonly test: TestAuthority,
    private readonly trust: SignatureTrust,
    private readonly referable: ReferableApplications,
  ) {}

  @Endpoint({
    method: 'GET',
    path: '/api/drafts/:id/signature',
    permit: 'applicant-or-guest',
    agents: 'draft',
    summary: 'What is to be signed for an own draft, and by whom it was.',
    reply: SigningView,
  })
  async show(
    @CurrentAsker() me: ApplicantAsker,
    @Param('id') id: string,
    @AskedLanguage() language: Language,
  ): Promise<SigningView> {
    const draft = await this.drafts.find(id, me.id);
    if (!draft) throw new Refused(refuse('not-found'));
    const version = await this.library.version(draft.version_hash);
    const { title } = inLanguage(version, language).procedure.info;
    const signature = await this.signatures.latest(id, me.id);
    const trusted = {
      test: this.test.isThere,
      issuers: [...(await this.trust.issuers(draft.now))],
    };
    const applications = await this.referable.known(me, version, draft);
    return signingView(version, title, draft, me, signature, trusted, applications);
  }

  @Endpoint({
    method: 'POST',
    path: '/api/drafts/:id/signature',
    permit: 'applicant-or-guest',
    summary: 'Prepares the exact bytes of a draft for signing; what was signed before falls away.',
    body: PrepareSignatureRequest,
    reply: SigningView,
    status: 201,
  })
  async prepareContent(
    @CurrentAsker() me: ApplicantAsker,
    @Param('id') id: string,
    @Body() { revision }: PrepareSignatureRequest,
    @AskedLanguage() language: Language,
  ): Promise<SigningView> {
    orRefuse(await this.prepare.run(me, id, revision));
    return this.show(me, id, language);
  }

  @Endpoint({
    method: 'GET',
    path: '/api/drafts/:id/signature/content',
    permit: 'applicant-or-guest',
    agents: 'draft',
    summary: 'The exact bytes that are to be signed.',
    reply: 'application/json',
  })
  async content(
    @CurrentAsker() me: ApplicantAsker,
    @Param('id') id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const signature = await this.signatures.latest(id, me.id);
    if (!signature) throw new Refused(refuse('not-found'));
    await reply
      .header('content-type', 'application/json')
      .header('content-disposition', contentDisposition('attachment', 'application.json'))
      .send(signature.content);
  }

  @Endpoint({
    method: 'POST',
    path: '/api/drafts/:id/signature/file',
    permit: 'applicant-or-guest',
    summary: 'Takes a detached CMS signature (multipart part `file`, DER) over what was prepared.',
    reply: SigningView,
  })
  async takeFile(
    @CurrentAsker() me: ApplicantAsker,
    @Param('id') id: string,
    @AskedLanguage() language: Language,
    @Req() request: FastifyRequest,
  ): Promise<SigningView> {
    if (!(await this.drafts.find(id, me.id))) throw new Refused(refuse('not-found'));
    const upload = await uploadOf(request)(mostBytes);
    if (!upload) throw new Refused(refuse('request-invalid', { params: { field: 'file' } }));
    const value = await buffer(upload.content);
    if (upload.cut()) throw new Refused(refuse('too-large', { params: { max_mb: 0.25 } }));
    orRefuse(await this.keep.run(me.id, id, { form: 'cms', value }));
    return this.show(me, id, language);
  }

  @Endpoint({
    method: 'POST',
    path: '/api/drafts/:id/signature/value',
    permit: 'applicant-or-guest',
    summary: 'Takes a bare signature with its certificate over what was prepared.',
    body: BareSignature,
    reply: SigningView,
  })
  async takeValue(
    @CurrentAsker() me: ApplicantAsker,
    @Param('id') id: string,
    @Body() { signature, certificate }: BareSignature,
    @AskedLanguage() language: Language,
  ): Promise<SigningView> {
    const bytes = (text: string): Buffer => Buffer.from(text, 'base64');
    const given = { form: 'raw', value: bytes(signature), certificate: bytes(certificate) } as const;
    orRefuse(await this.keep.run(me.id, id, given));
    return this.show(me, id, language);
  }

  @Endpoint({
    method: 'POST',
    path: '/api/drafts/:id/signature/test',
    permit: 'applicant-or-guest',
    summary: 'In a demo: signs with a certificate of the test authority, which is worth nothing.',
    reply: SigningView,
  })
  async signForTest(
    @CurrentAsker() me: ApplicantAsker,
    @Param('id') id: string,
    @AskedLanguage() language: Language,
  ): Promise<SigningView> {
    orRefuse(await this.keep.signForTest(me, id));
    return this.show(me, id, language);
  }
}
