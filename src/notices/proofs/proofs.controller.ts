import { Body, Controller, Param } from '@nestjs/common';
import { CurrentAsker, type StaffAsker } from '../../access/asker.js';
import { Endpoint } from '../../http/endpoint.js';
import { AskedLanguage, type Language } from '../../http/language.js';
import { orRefuse, Refused, refuse } from '../../http/refusal.js';
import { AskRevocation } from './ask-revocation.js';
import { DecideRevocation } from './decide-revocation.js';
import { JudgeFile } from './judge-file.js';
import {
  AskRevocationRequest,
  DecideRevocationRequest,
  FileVerdict,
  NoticeProofs,
  ProvedNotice,
} from './proof.dto.js';
import { ProofsQueries } from './proofs.queries.js';

/** Whether a notice is genuine, for everybody; and calling it back, for those who decide. */
@Controller()
export class ProofsController {
  constructor(
    private readonly queries: ProofsQueries,
    private readonly judge: JudgeFile,
    private readonly ask: AskRevocation,
    private readonly decide: DecideRevocation,
  ) {}

  @Endpoint({
    method: 'GET',
    path: '/api/verify/:token',
    permit: 'public',
    paced: true,
    summary: 'What the code on a notice leads to: what it certifies, until when, and whether it still holds.',
    params: { token: /^[A-Za-z0-9_-]{24}$/ },
    reply: ProvedNotice,
  })
  async show(@Param('token') token: string): Promise<ProvedNotice> {
    const notice = await this.queries.byToken(token);
    if (!notice) throw new Refused(refuse('notice-not-known'));
    return notice;
  }

  @Endpoint({
    method: 'POST',
    path: '/api/verify',
    permit: 'public',
    paced: true,
    summary:
      'Whether a PDF is a notice as it was issued; if not, what is wrong with it. The file is not kept.',
    content: 'application/octet-stream',
    reply: FileVerdict,
  })
  async verify(@Body() file: unknown, @AskedLanguage() language: Language): Promise<FileVerdict> {
    const bytes = Buffer.isBuffer(file) ? file : Buffer.alloc(0);
    return this.judge.run(bytes, language, new Date());
  }

  @Endpoint({
    method: 'GET',
    path: '/api/desk/applications/:id/proofs',
    permit: 'staff',
    shows: 'application',
    summary:
      'How each notice of an application is signed, what was decided for it, and whether it was called back.',
    reply: NoticeProofs,
  })
  async list(@CurrentAsker() me: StaffAsker, @Param('id') id: string): Promise<NoticeProofs> {
    const found = await this.queries.ofApplication(me, id);
    if (!found) throw new Refused(refuse('not-found'));
    return found;
  }

  @Endpoint({
    method: 'POST',
    path: '/api/desk/notices/:id/revocation',
    permit: 'staff',
    summary: 'Asks that a notice be called back (取消し); it holds until another official has decided.',
    body: AskRevocationRequest,
    status: 204,
  })
  async askRevocation(
    @CurrentAsker() me: StaffAsker,
    @Param('id') id: string,
    @Body() body: AskRevocationRequest,
  ): Promise<void> {
    orRefuse(await this.ask.run(me, id, body));
  }

  @Endpoint({
    method: 'POST',
    path: '/api/desk/notices/:id/revocation/decision',
    permit: 'staff',
    summary: 'Calls a notice back, or lets it stand with a reason. Whoever asked can only let it stand.',
    body: DecideRevocationRequest,
    status: 204,
  })
  async decideRevocation(
    @CurrentAsker() me: StaffAsker,
    @Param('id') id: string,
    @Body() body: DecideRevocationRequest,
  ): Promise<void> {
    orRefuse(await this.decide.run(me, id, body));
  }
}
