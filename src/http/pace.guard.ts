import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { declarationOf } from './endpoint.js';
import { Refused, refuse } from './refusal.js';

/** An office or a school shares one address, so the limit is wide: nobody who types meets it. */
export const atOnce = 600;
export const perSecond = 10;
const mostRemembered = 20_000;

interface Account {
  readonly spent: number;
  readonly at: number;
}

/**
 * Keeps one address from taking the look-ups for itself that anybody may use without signing in. Counted in memory, for
 * each process: what it protects costs less than a statement would.
 */
@Injectable()
export class PaceGuard implements CanActivate {
  private readonly accounts = new Map<string, Account>();

  canActivate(context: ExecutionContext): boolean {
    if (declarationOf(context.getHandler())?.paced !== true) return true;
    const { ip } = context.switchToHttp().getRequest<FastifyRequest>();
    const seconds = this.take(ip, Date.now());
    if (seconds > 0) throw new Refused(refuse('too-many-requests', { params: { seconds } }));
    return true;
  }

  /**
   * Takes one request of an address.
   * @param now milliseconds
   * @returns 0 when it may pass, or the seconds to wait
   */
  take(address: string, now: number): number {
    const { spent: before, at } = this.accounts.get(address) ?? { spent: 0, at: now };
    const spent = Math.max(0, before - ((now - at) / 1000) * perSecond);
    if (spent + 1 > atOnce) return Math.ceil((spent + 1 - atOnce) / perSecond);
    if (this.accounts.size >= mostRemembered) this.forgetRested(now);
    this.accounts.set(address, { spent: spent + 1, at: now });
    return 0;
  }

  /** Whoever has asked nothing for so long has all of it again. */
  private forgetRested(now: number): void {
    const rest = (atOnce / perSecond) * 1000;
    for (const [address, { at }] of this.accounts) {
      if (now - at >= rest) this.accounts.delete(address);
    }
    if (this.accounts.size >= mostRemembered) this.accounts.clear();
  }
}
