import type { TSchema } from '@sinclair/typebox';
import { applyDecorators, Delete, Get, HttpCode, Post, Put } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import 'reflect-metadata';
import type { OfficePower } from '../access/office-roles.js';

/**
 * Who may call a route at all. Which rows they may see is part of each query.
 * `signed-in` is an applicant, a guest or an official; a guest applies for one procedure without an account.
 * `staff-entering` is also an official who still owes a one-time code, an own password or the set-up of codes; nothing
 * else is open to them. `office:…` is an official with that power for the whole office.
 */
export type Permission =
  | 'public'
  | 'applicant'
  | 'applicant-or-guest'
  | 'staff'
  | 'staff-entering'
  | `office:${OfficePower}`
  | 'signed-in';

/** What the `:id` of an address names. */
export type MandateSubject = 'draft' | 'application' | 'attachment' | 'upload' | 'notice' | 'message-file';

export interface EndpointDeclaration {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Whole path, parameters as `:name`. */
  readonly path: string;
  readonly permit: Permission;
  readonly summary: string;
  /**
   * Whether an agent (代理人) may call it who acts for somebody; left out, they may not. A subject: what `:id` names must
   * lie within the mandate. `filtered`: the handler itself keeps to the mandate. `session`: it is about the agent's own
   * session, or the same for everybody.
   */
  readonly agents?: MandateSubject | 'filtered' | 'session';
  /**
   * What an official or an agent sees of people by it, for the audit log; `:id` names it, if there is one. Left out: as
   * `agents` says, else a list. `log`: the audit log. `nothing`: no data of applicants.
   */
  readonly shows?: MandateSubject | 'list' | 'log' | 'nothing';
  /** Left out: a request that changes something must come from our own pages. */
  readonly calledFrom?: 'anywhere';
  /** JSON body. A request with another shape never reaches the handler. */
  readonly body?: TSchema;
  /**
   * Media type of a body that the handler gets as bytes, a Buffer of at most one MiB: JSON where the bytes themselves are
   * signed.
   */
  readonly content?: 'application/octet-stream' | 'application/json';
  /** Query string, all values text. */
  readonly query?: TSchema;
  /** Path parameters that are not ids of ours: name → pattern. All others must be UUIDs. */
  readonly params?: Readonly<Record<string, RegExp>>;
  /** JSON body of the answer; a media type where it is not JSON; left out when there is none. */
  readonly reply?: TSchema | string;
  /**
   * The answer says the same to whoever asks, and nothing of who asks: it is compressed. Answers about a person are not,
   * because their length would tell what is in them (BREACH), and they are short.
   */
  readonly shared?: true;
  /** A look-up for anybody, whose work is done anew each time: one address gets so many of them, and not more. */
  readonly paced?: true;
  /** Default 200. */
  readonly status?: number;
}

const key = Symbol('endpoint');
const verbs = { GET: Get, POST: Post, PUT: Put, DELETE: Delete };

/** Declares a route: address, permission and shapes in one place. A handler without it is not reachable. */
export function Endpoint(declaration: EndpointDeclaration): MethodDecorator {
  return applyDecorators(
    verbs[declaration.method](declaration.path),
    HttpCode(declaration.status ?? 200),
    RouteConfig({
      rawJson: declaration.content === 'application/json',
      shared: declaration.shared === true,
      shows: shownBy(declaration),
    }),
    (_target: object, _name: string | symbol, descriptor: PropertyDescriptor) => {
      Reflect.defineMetadata(key, declaration, descriptor.value as object);
    },
  );
}

/** Null where a look is not recorded. */
function shownBy({ method, permit, shows, agents }: EndpointDeclaration): string | null {
  if (method !== 'GET' || permit === 'public' || shows === 'nothing' || agents === 'session') return null;
  return shows ?? (agents === undefined || agents === 'filtered' ? 'list' : agents);
}

export function declarationOf(handler: object): EndpointDeclaration | undefined {
  return Reflect.getMetadata(key, handler) as EndpointDeclaration | undefined;
}
