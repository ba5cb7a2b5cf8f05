import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { TSchema } from '@sinclair/typebox';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import type { FastifyRequest } from 'fastify';
import { describeProblem, findUnsafeText, type Problem } from '#engine';
import { declarationOf, type EndpointDeclaration } from './endpoint.js';
import { Refused, refuse } from './refusal.js';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Lets through only what has the shape that the route declares; unknown members are refused by name. */
@Injectable()
export class RequestShapeGuard implements CanActivate {
  private readonly ajv = new Ajv2020({
    strict: true,
    strictTypes: false,
    ownProperties: true,
    allowUnionTypes: true,
  });
  private readonly compiled = new WeakMap<TSchema, ValidateFunction>();

  canActivate(context: ExecutionContext): boolean {
    const declaration = declarationOf(context.getHandler());
    if (!declaration) throw new Refused(refuse('not-permitted'));
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    checkParams(declaration, request.params as Record<string, string>);
    if (declaration.query) this.check(declaration.query, { ...(request.query as object) });
    if (Buffer.isBuffer(request.body) !== (declaration.content !== undefined)) {
      throw new Refused(refuse('content-type-not-accepted'));
    }
    if (declaration.content) return true;
    if (declaration.body) {
      this.check(declaration.body, request.body);
      refuseUnsafeText(request.body);
    } else if (hasMembers(request.body)) {
      throw new Refused(
        refuse('request-invalid', { params: { field: Object.keys(request.body).join(', ') } }),
      );
    }
    return true;
  }

  private check(schema: TSchema, value: unknown): void {
    let validate = this.compiled.get(schema);
    if (!validate) this.compiled.set(schema, (validate = this.ajv.compile(schema)));
    if (validate(value)) return;
    const [error] = validate.errors ?? [];
    const member = error?.params.additionalProperty ?? error?.params.missingProperty;
    const field = `${error?.instancePath ?? ''}${typeof member === 'string' ? `/${member}` : ''}` || '/';
    throw new Refused(refuse('request-invalid', { params: { field: field.slice(0, 200) } }));
  }
}

function hasMembers(body: unknown): body is object {
  return typeof body === 'object' && body !== null && Object.keys(body).length > 0;
}

/** An id that is no id cannot name anything: the same answer as for one that does not exist. */
function checkParams(declaration: EndpointDeclaration, params: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(params)) {
    if (!(declaration.params?.[name] ?? uuid).test(value)) throw new Refused(refuse('not-found'));
  }
}

/** Characters that the database, a mail or a PDF cannot carry are refused where they come in, in any field. */
function refuseUnsafeText(body: unknown): void {
  const problems = findUnsafeText(body);
  if (problems.length === 0) return;
  const inAnswers = problems.filter(({ path }) => path.startsWith('/answers/'));
  if (inAnswers.length < problems.length) {
    throw new Refused(
      refuse('request-invalid', { params: { field: problems[0]?.path.slice(0, 200) ?? '/' } }),
    );
  }
  throw new Refused(
    refuse('answers-invalid', {
      problems: inAnswers.map((found) => described({ ...found, path: found.path.slice('/answers'.length) })),
    }),
  );
}

function described(found: Problem) {
  const text = { ja: describeProblem(found, null, 'ja'), en: describeProblem(found, null, 'en') };
  return { path: found.path, code: found.code, level: found.level, text };
}
