import { Injectable } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import type { Asker } from '../access/asker.js';
import { auditActorOf } from './audit-actor.js';
import { recordAudit } from './record-audit.js';

/** A look so soon after another is the same look: the screen asks again by itself. */
const sameLookMs = 5 * 60_000;
/** How many looks this process remembers; forgotten ones are recorded again and change nothing else. */
const mostRemembered = 20_000;

/**
 * Records what officials, and agents who act for somebody, see of people. In one place for every route, and before the
 * first byte goes out: what was not recorded was not shown.
 */
@Injectable()
export class RecordReads {
  /** Who and what → when their look was written. Addresses hold what was searched for, and stay in memory. */
  private readonly written = new Map<string, number>();

  constructor(private readonly dataSource: DataSource) {}

  watch(server: FastifyInstance): void {
    server.addHook('onSend', async (request, reply, payload) => {
      const { shows } = request.routeOptions.config as { readonly shows?: string | null };
      if (shows && request.asker && isWatched(request.asker)) {
        await this.record(request, reply, request.asker, shows);
      }
      return payload;
    });
  }

  private async record(
    request: FastifyRequest,
    { statusCode }: FastifyReply,
    asker: Asker,
    shows: string,
  ): Promise<void> {
    if (statusCode >= 400) return;
    const actor = auditActorOf(asker);
    const key = `${actor.kind} ${actor.id ?? ''} ${actor.mandateId ?? ''} ${request.url}`;
    const now = Date.now();
    if (now - (this.written.get(key) ?? 0) < sameLookMs) return;
    const { id = null } = request.params as { readonly id?: string };
    await recordAudit(this.dataSource, {
      actor,
      action: 'read',
      subject: { kind: shows, id },
      detail: { route: request.routeOptions.url ?? '' },
    });
    if (this.written.size >= mostRemembered) this.written.clear();
    this.written.set(key, now);
  }
}

function isWatched(asker: Asker): boolean {
  return asker.kind === 'staff' || asker.mandate !== null;
}
