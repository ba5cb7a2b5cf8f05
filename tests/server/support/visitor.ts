import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { ProblemDetails } from '../../../src/http/problem.dto.js';

export interface Answer<T> {
  readonly status: number;
  readonly body: T;
  /** The body as it came. */
  readonly bytes: Buffer;
  readonly headers: Readonly<Record<string, unknown>>;
}

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

interface Sending {
  readonly headers?: Readonly<Record<string, string>>;
  readonly payload?: string | Buffer;
}

/** One person's browser: keeps its cookies and says where a request comes from. */
export class Visitor {
  private readonly jar = new Map<string, string>();

  constructor(
    private readonly app: NestFastifyApplication,
    private readonly origin: string,
  ) {}

  /** As the header has them; undefined when there are none. */
  get cookie(): string | undefined {
    const all = [...this.jar].map(([name, value]) => `${name}=${value}`);
    return all.length === 0 ? undefined : all.join('; ');
  }

  set cookie(header: string | undefined) {
    this.jar.clear();
    for (const part of header?.split('; ') ?? []) {
      const at = part.indexOf('=');
      this.jar.set(part.slice(0, at), part.slice(at + 1));
    }
  }

  get<T = ProblemDetails>(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer<T>> {
    return this.send('GET', path, { headers });
  }

  post<T = ProblemDetails>(path: string, body?: unknown): Promise<Answer<T>> {
    return this.send('POST', path, body === undefined ? {} : json(body));
  }

  put<T = ProblemDetails>(path: string, body: unknown): Promise<Answer<T>> {
    return this.send('PUT', path, json(body));
  }

  delete<T = ProblemDetails>(path: string): Promise<Answer<T>> {
    return this.send('DELETE', path);
  }

  /** A JSON text as it is, well-formed or not. */
  raw<T = ProblemDetails>(method: Method, path: string, payload: string | Buffer): Promise<Answer<T>> {
    return this.send(method, path, { payload, headers: { 'content-type': 'application/json' } });
  }

  upload<T = ProblemDetails>(path: string, name: string, content: Buffer): Promise<Answer<T>> {
    const boundary = 'a-line-that-no-file-holds';
    const payload = Buffer.concat([
      Buffer.from(
        `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\n` +
          'content-type: application/octet-stream\r\n\r\n',
      ),
      content,
      Buffer.from(`\r\n--${boundary}--\r\n`),
    ]);
    return this.send('POST', path, {
      payload,
      headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    });
  }

  /** A piece of a file, as bytes. */
  piece<T = ProblemDetails>(path: string, payload: Buffer): Promise<Answer<T>> {
    return this.send('PUT', path, { payload, headers: { 'content-type': 'application/octet-stream' } });
  }

  async send<T>(method: Method, path: string, { headers = {}, payload }: Sending = {}): Promise<Answer<T>> {
    const response = await this.app.inject({
      method,
      url: path,
      headers: {
        ...(method === 'GET' ? {} : { origin: this.origin }),
        ...(this.cookie === undefined ? {} : { cookie: this.cookie }),
        ...headers,
      },
      ...(payload === undefined ? {} : { payload }),
    });
    for (const { name, value } of response.cookies) {
      if (value === '') this.jar.delete(name);
      else this.jar.set(name, value);
    }
    const isJson = /json/.test(String(response.headers['content-type']));
    return {
      status: response.statusCode,
      body: (isJson ? response.json() : response.body) as T,
      bytes: response.rawPayload,
      headers: response.headers,
    };
  }
}

function json(body: unknown): Sending {
  return { payload: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
}
