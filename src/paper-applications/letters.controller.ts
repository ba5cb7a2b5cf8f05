import { Body, Controller, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { CurrentAsker, type StaffAsker } from '../access/asker.js';
import { contentDisposition } from '../files/file-name.js';
import { FileStore } from '../files/file-store.js';
import { Endpoint } from '../http/endpoint.js';
import { orRefuse, Refused, refuse } from '../http/refusal.js';
import { pdfPolicy } from '../http/security-headers.js';
import { DrawPaper } from '../papers/draw-paper.js';
import { ProcedureLibrary } from '../procedures/procedure-library.js';
import { RecordReading } from '../readings/record-reading.js';
import { HandOutLetters } from './hand-out-letters.js';
import { LettersQueries } from './letters.queries.js';
import { messageLetter } from './message-letter.js';
import { HandOutLettersRequest, LetterList, LettersQuery } from './paper.dto.js';

/** What leaves the house on paper, for those who applied on paper and have no account. */
@Controller()
export class LettersController {
  constructor(
    private readonly queries: LettersQueries,
    private readonly handOut: HandOutLetters,
    private readonly draw: DrawPaper,
    private readonly store: FileStore,
    private readonly library: ProcedureLibrary,
    private readonly reading: RecordReading,
  ) {}

  @Endpoint({
    method: 'GET',
    path: '/api/desk/letters',
    permit: 'staff',
    summary:
      'Letters that wait to be sent, the oldest first; `?show=gone` those that have left, the latest first.',
    query: LettersQuery,
    reply: LetterList,
  })
  list(
    @CurrentAsker() me: StaffAsker,
    @Query('show') show: 'waiting' | 'gone' = 'waiting',
  ): Promise<LetterList> {
    return this.queries.list(me, show);
  }

  @Endpoint({
    method: 'POST',
    path: '/api/desk/letters/hand-out',
    permit: 'staff',
    summary: 'Records the day and the way in which letters left the house.',
    body: HandOutLettersRequest,
    reply: LetterList,
  })
  async handOutLetters(
    @CurrentAsker() me: StaffAsker,
    @Body() body: HandOutLettersRequest,
  ): Promise<LetterList> {
    orRefuse(await this.handOut.run(me, body));
    return this.queries.list(me, 'waiting');
  }

  @Endpoint({
    method: 'GET',
    path: '/api/desk/letters/:id/pdf',
    permit: 'staff',
    shows: 'notice',
    summary: 'A letter to print: the notice as it was issued, or the words of a mail as a letter.',
    reply: 'application/pdf',
  })
  async pdf(
    @CurrentAsker() me: StaffAsker,
    @Param('id') id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const letter = await this.queries.find(id, me);
    if (!letter) throw new Refused(refuse('not-found'));
    await this.reading.run(me, { id: letter.application_id, procedure_id: letter.procedure_id });
    const version = await this.library.version(letter.version_hash);
    const sha256 = letter.pdf_sha256 ?? orRefuse(await this.draw.run(messageLetter(letter, version)));
    await reply
      .header('content-type', 'application/pdf')
      .header('content-disposition', contentDisposition('inline', `${letter.title}_${letter.number}.pdf`))
      .header('content-security-policy', pdfPolicy)
      .send(this.store.open(sha256));
  }
}
