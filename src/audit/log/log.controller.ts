import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Controller, Inject, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import { isCivilDate } from '#engine';
import { CurrentAsker, type StaffAsker } from '../../access/asker.js';
import { CONFIG, type Config } from '../../config/config.js';
import { zipOf } from '../../exports/tables/zip-of.js';
import { contentDisposition } from '../../files/file-name.js';
import { Endpoint } from '../../http/endpoint.js';
import { Refused, refuse } from '../../http/refusal.js';
import { auditActorOf } from '../audit-actor.js';
import { CheckLog } from '../check-log.js';
import { exportLog } from '../export-log.js';
import { EVENTS_FILE, KEYS_FILE, SEALS_FILE } from '../exported-log.js';
import { recordAudit } from '../record-audit.js';
import { LogEntryDetail, LogPage, LogQuery, LogState } from './log.dto.js';
import { LogQueries } from './log.queries.js';

const pageSize = 50;

/** 監査記録 for auditors. That they look is recorded, too. */
@Controller()
export class LogController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly queries: LogQueries,
    private readonly check: CheckLog,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Endpoint({
    method: 'GET',
    path: '/api/desk/log',
    permit: 'office:read-record',
    shows: 'log',
    summary: 'Entries of the audit log, newest first, by who, what, of which application and when.',
    query: LogQuery,
    reply: LogPage,
  })
  async list(@Query() wanted: LogQuery): Promise<LogPage> {
    for (const field of ['from', 'to'] as const) {
      const day = wanted[field];
      if (day !== undefined && !isCivilDate(day))
        throw new Refused(refuse('request-invalid', { params: { field } }));
    }
    const found = await this.queries.page(wanted, pageSize + 1);
    const entries = found.slice(0, pageSize);
    return { entries, next: found.length > pageSize ? (entries.at(-1)?.id ?? null) : null };
  }

  @Endpoint({
    method: 'GET',
    path: '/api/desk/log/state',
    permit: 'office:read-record',
    shows: 'nothing',
    summary: 'The newest seal and anchor, what is not sealed yet, and what came of the last verification.',
    reply: LogState,
  })
  async state(): Promise<LogState> {
    return this.queries.state();
  }

  @Endpoint({
    method: 'POST',
    path: '/api/desk/log/check',
    permit: 'office:read-record',
    summary: 'Verifies the whole log now.',
    reply: LogState,
  })
  async checkNow(@CurrentAsker() me: StaffAsker): Promise<LogState> {
    await recordAudit(this.dataSource, {
      actor: auditActorOf(me),
      action: 'log.check',
      subject: { kind: 'log', id: null },
    });
    await this.check.run();
    return this.queries.state();
  }

  @Endpoint({
    method: 'GET',
    path: '/api/desk/log/export',
    permit: 'office:read-record',
    // Recorded below, each time.
    shows: 'nothing',
    summary: 'The whole log as `tetsuzuki verify-log` reads it, in a ZIP.',
    reply: 'application/zip',
  })
  async export(@CurrentAsker() me: StaffAsker, @Res() reply: FastifyReply): Promise<void> {
    await recordAudit(this.dataSource, {
      actor: auditActorOf(me),
      action: 'log.export',
      subject: { kind: 'log', id: null },
    });
    const folder = join(this.config.dataDir, 'exports', randomUUID());
    const drop = (): void => void rm(folder, { recursive: true, force: true });
    try {
      await exportLog(this.dataSource, folder);
      const names = [EVENTS_FILE, SEALS_FILE, KEYS_FILE];
      const zip = zipOf(names.map((name) => ({ name, path: join(folder, name) })));
      zip.on('close', drop);
      const day = new Date().toISOString().slice(0, 10);
      await reply
        .header('content-type', 'application/zip')
        .header('content-disposition', contentDisposition('attachment', `audit-log-${day}.zip`))
        .send(zip);
    } catch (error) {
      drop();
      throw error;
    }
  }

  @Endpoint({
    method: 'GET',
    path: '/api/desk/log/:id',
    permit: 'office:read-record',
    shows: 'log',
    summary: 'One entry with its seal, and the proof that it is what was sealed.',
    reply: LogEntryDetail,
  })
  async show(@Param('id') id: string): Promise<LogEntryDetail> {
    const found = await this.queries.find(id);
    if (!found) throw new Refused(refuse('not-found'));
    return found;
  }
}
