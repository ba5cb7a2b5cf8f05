import type { TSchema } from '@sinclair/typebox';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { declarationOf, type EndpointDeclaration } from './endpoint.js';
import { ProblemDetails } from './problem.dto.js';

/** Every declared route of the running application, by path and method. */
export function declaredEndpoints(discovery: DiscoveryService): readonly EndpointDeclaration[] {
  const scanner = new MetadataScanner();
  return discovery
    .getControllers()
    .flatMap(({ instance }) => {
      const prototype = Object.getPrototypeOf(instance) as Record<string, object>;
      return scanner
        .getAllMethodNames(prototype)
        .flatMap((name) => declarationOf(prototype[name] ?? {}) ?? []);
    })
    .sort((a, b) => (`${a.path} ${a.method}` < `${b.path} ${b.method}` ? -1 : 1));
}

/** OpenAPI 3.1, whose schemas are JSON Schema 2020-12: the very ones that requests are checked with. */
export function openApiDocument(endpoints: readonly EndpointDeclaration[], publicUrl: string): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const endpoint of endpoints) {
    const path = endpoint.path.replaceAll(/:(\w+)/g, '{$1}');
    (paths[path] ??= {})[endpoint.method.toLowerCase()] = operation(endpoint);
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Tetsuzuki',
      version: '1',
      description: '手続の申請と審査の API。The API of applications and their review.',
    },
    servers: [{ url: publicUrl }],
    paths,
    components: {
      schemas: { ProblemDetails: plain(ProblemDetails) },
      securitySchemes: {
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: publicUrl.startsWith('https:') ? '__Host-tetsuzuki' : 'tetsuzuki',
        },
      },
    },
  };
}

function operation({
  method,
  path,
  permit,
  summary,
  body,
  content,
  query,
  reply,
  status = 200,
}: EndpointDeclaration): object {
  return {
    operationId: `${method.toLowerCase()}${path.replaceAll(/[^A-Za-z]+(\w?)/g, (_, c: string) => c.toUpperCase())}`,
    summary,
    'x-permission': permit,
    ...(permit === 'public' ? {} : { security: [{ session: [] }] }),
    parameters: [...pathParameters(path), ...queryParameters(query)],
    ...(body
      ? { requestBody: { required: true, content: { 'application/json': { schema: plain(body) } } } }
      : {}),
    ...(content ? { requestBody: { required: true, content: contentOf(content) } } : {}),
    responses: {
      [status]: { description: summary, ...(reply === undefined ? {} : { content: contentOf(reply) }) },
      default: {
        description: 'A refusal, with its reason in words.',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/ProblemDetails' } } },
      },
    },
  };
}

function contentOf(reply: TSchema | string): object {
  return typeof reply === 'string'
    ? { [reply]: { schema: { type: 'string', contentEncoding: 'binary' } } }
    : { 'application/json': { schema: plain(reply) } };
}

function pathParameters(path: string): object[] {
  return [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
}

function queryParameters(query: TSchema | undefined): object[] {
  const properties = (query?.properties ?? {}) as Record<string, TSchema>;
  const required = (query?.required ?? []) as string[];
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema: plain(schema),
  }));
}

/** Without identifiers: the same schema stands in several places of one document. */
function plain(schema: TSchema): unknown {
  return JSON.parse(JSON.stringify(schema, (key, value: unknown) => (key === '$id' ? undefined : value)));
}
