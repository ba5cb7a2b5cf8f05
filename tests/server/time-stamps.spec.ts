import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Asn1, der, tags } from '../../src/signatures/der.js';
import { makeTimeStamp } from '../../src/signatures/make-time-stamp.js';
import { HttpTimeStamps, TimeStampRefused } from '../../src/signatures/time-stamps.js';
import { issue, issueAuthority, signingKeyOf } from './support/pki.js';

const now = new Date('2026-11-20T03:00:00Z');

describe('a time stamp authority', () => {
  const clock = issue('時刻認証局', issueAuthority('認証局', null));
  let server: Server;
  let answer: (request: Buffer) => Promise<Buffer | number>;
  let authority: HttpTimeStamps;
  const digest = Buffer.alloc(32, 7);
  const response = (token: Buffer): Buffer =>
    der(tags.sequence, der(tags.sequence, der(tags.integer, Buffer.from([0]))), token);
  const nonceOf = (request: Buffer): Buffer => Asn1.read(request).children()[2]?.content ?? Buffer.alloc(0);

  beforeAll(async () => {
    server = createServer((request, reply) => {
      const pieces: Buffer[] = [];
      request.on('data', (piece: Buffer) => pieces.push(piece));
      request.on('end', () => {
        void answer(Buffer.concat(pieces)).then((said) => {
          reply.statusCode = typeof said === 'number' ? said : 200;
          reply.end(typeof said === 'number' ? '' : said);
        });
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    authority = new HttpTimeStamps(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  it('is asked, and what it states is over what was asked', async () => {
    answer = async (request) =>
      response(await makeTimeStamp(digest, now, signingKeyOf(clock), nonceOf(request)));
    expect((await authority.stamp(digest)).at).toEqual(now);
  });

  it.each<[string, (request: Buffer) => Promise<Buffer | number>]>([
    ['is down', () => Promise.resolve(503)],
    [
      'says no',
      () => Promise.resolve(der(tags.sequence, der(tags.sequence, der(tags.integer, Buffer.from([2]))))),
    ],
    [
      'stamps something else',
      async (request) =>
        response(await makeTimeStamp(Buffer.alloc(32, 8), now, signingKeyOf(clock), nonceOf(request))),
    ],
    [
      'repeats an old answer',
      async () => response(await makeTimeStamp(digest, now, signingKeyOf(clock), Buffer.from([0x40, 1]))),
    ],
    ['answers with a page', () => Promise.resolve(Buffer.from('<html>'))],
  ])('that %s gives no time stamp', async (_what, said) => {
    answer = said;
    await expect(authority.stamp(digest)).rejects.toThrow(TimeStampRefused);
  });

  it('that cannot be reached gives none', async () => {
    await expect(new HttpTimeStamps('http://127.0.0.1:1/').stamp(digest)).rejects.toThrow(TimeStampRefused);
  });
});
