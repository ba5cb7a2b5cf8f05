import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { CONFIG, type Config } from '../config/config.js';
import { done, type Outcome, refuse } from '../http/refusal.js';
import { deviceOf } from './device.js';
import type { OwnSessions } from './own-sessions.dto.js';
import { readSessionCookie } from './session-cookie.js';
import { type SessionOwner, Sessions } from './sessions.js';

/** Where one account, of whichever kind, is signed in, as its owner sees and ends it. */
@Injectable()
export class SignedInDevices {
  constructor(
    private readonly sessions: Sessions,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The session that asks; empty where there is none. */
  tokenOf(request: FastifyRequest): string {
    return readSessionCookie(request, this.config.http.publicUrl.startsWith('https:')) ?? '';
  }

  /** Last used first. */
  async list(owner: SessionOwner, request: FastifyRequest): Promise<OwnSessions> {
    const found = await this.sessions.listOf(owner, this.tokenOf(request));
    return {
      sessions: found.map(({ handle, current, user_agent: userAgent, created_at, last_seen_at }) => ({
        id: handle,
        ...deviceOf(userAgent),
        current,
        createdAt: created_at.toISOString(),
        lastSeenAt: last_seen_at.toISOString(),
      })),
    };
  }

  async end(owner: SessionOwner, handle: string): Promise<Outcome<null>> {
    return (await this.sessions.endOne(owner, handle)) ? done(null) : refuse('not-found');
  }

  async endOthers(owner: SessionOwner, request: FastifyRequest): Promise<void> {
    await this.sessions.endOthers(owner, this.tokenOf(request));
  }
}
