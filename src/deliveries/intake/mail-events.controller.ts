import { Body, Controller, Headers, Inject, Param, Res } from '@nestjs/common';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { FastifyReply } from 'fastify';
import { CONFIG, type Config } from '../../config/config.js';
import { Endpoint } from '../../http/endpoint.js';
import { readJson } from '../../http/read-json.js';
import { Refused, refuse } from '../../http/refusal.js';
import { type MailReport, TakeInReport } from '../take-in-report.js';
import { isSigned, knowsSecret } from './event-signature.js';
import { MailEvents, MailEventsTaken } from './mail-events.dto.js';
import { type ServiceName, services } from './service-events.js';

const MAIL_ID = /^<?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})@/i;

function eventsIn(body: Buffer): unknown {
  try {
    return readJson(body);
  } catch {
    return null;
  }
}

@Controller()
export class MailEventsController {
  private readonly isEvents = new Ajv2020({ strict: true, ownProperties: true }).compile<MailEvents>(
    MailEvents,
  );

  constructor(
    private readonly takeIn: TakeInReport,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Endpoint({
    method: 'POST',
    path: '/api/mail-events',
    permit: 'public',
    calledFrom: 'anywhere',
    summary:
      'What a mail service tells of mails: delivered, delayed, bounced, complained. Signed (`x-tetsuzuki-signature: t=…,v1=…`) with MAIL_EVENTS_SECRET.',
    content: 'application/json',
    reply: MailEventsTaken,
  })
  async take(
    @Body() body: Buffer,
    @Headers('x-tetsuzuki-signature') signature: string | undefined,
  ): Promise<MailEventsTaken> {
    const secret = this.config.mail.eventsSecret;
    if (secret === undefined) throw new Refused(refuse('not-found'));
    if (!isSigned(body, signature ?? '', secret, Date.now())) throw new Refused(refuse('not-permitted'));
    const read = eventsIn(body);
    if (!this.isEvents(read)) throw new Refused(refuse('request-invalid', { params: { field: '/events' } }));
    let changed = 0;
    for (const event of read.events) if (await this.isNew(event)) changed += 1;
    return { changed };
  }

  @Endpoint({
    method: 'POST',
    path: '/api/mail-events/:service',
    permit: 'public',
    calledFrom: 'anywhere',
    summary:
      'The same in the words of Amazon SES (by SNS) or SendGrid, with MAIL_EVENTS_SECRET as the password of the address.',
    params: { service: /^(ses|sendgrid)$/ },
    content: 'application/json',
    reply: MailEventsTaken,
  })
  async takeFrom(
    @Param('service') service: ServiceName,
    @Body() body: Buffer,
    @Headers('authorization') authorization: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MailEventsTaken> {
    const secret = this.config.mail.eventsSecret;
    if (secret === undefined) throw new Refused(refuse('not-found'));
    if (authorization === undefined) {
      // Amazon SNS names itself only where it is asked to.
      void reply.header('www-authenticate', 'Basic realm="mail-events"');
      throw new Refused(refuse('sign-in-required'));
    }
    if (!knowsSecret(authorization, secret)) throw new Refused(refuse('not-permitted'));
    const reports = services[service](eventsIn(body));
    if (reports === null) throw new Refused(refuse('request-invalid', { params: { field: '/' } }));
    let changed = 0;
    for (const report of reports) if (await this.takeIn.run(report)) changed += 1;
    return { changed };
  }

  private async isNew({
    type,
    messageId,
    recipient,
    status,
    at,
  }: MailEvents['events'][number]): Promise<boolean> {
    const mailId = MAIL_ID.exec(messageId)?.[1]?.toLowerCase();
    if (mailId === undefined) return false;
    const time = at === undefined ? NaN : Date.parse(at);
    const report: MailReport = { kind: type, mailId, recipients: [recipient], status: status ?? null };
    return this.takeIn.run(Number.isNaN(time) ? report : { ...report, at: new Date(time) });
  }
}
