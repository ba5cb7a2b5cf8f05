import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DiscoveryService } from '@nestjs/core';
import { declaredEndpoints } from '../../src/http/open-api.js';
import { atOnce, PaceGuard, perSecond } from '../../src/http/pace.guard.js';
import { startTestApp, type TestApp } from './support/test-app.js';

function takeAll(pace: PaceGuard, address: string, now: number): void {
  for (let n = 0; n < atOnce; n++) pace.take(address, now);
}

describe('the pace of one address', () => {
  it('lets 600 look-ups through at once, and then ten a second', () => {
    const pace = new PaceGuard();
    takeAll(pace, '192.0.2.1', 0);
    expect(pace.take('192.0.2.1', 0)).toBe(1);
    expect(pace.take('192.0.2.1', 1000 / perSecond)).toBe(0);
    expect(pace.take('192.0.2.1', 1000 / perSecond)).toBe(1);
  });

  it('is no other address’s', () => {
    const pace = new PaceGuard();
    takeAll(pace, '192.0.2.1', 0);
    expect(pace.take('192.0.2.2', 0)).toBe(0);
  });

  it('begins anew after a minute of rest', () => {
    const pace = new PaceGuard();
    takeAll(pace, '192.0.2.1', 0);
    takeAll(pace, '192.0.2.1', 60_000);
    expect(pace.take('192.0.2.1', 60_000)).toBe(1);
  });
});

describe('look-ups without signing in', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startTestApp();
  });
  afterAll(() => test.stop());

  it('are those that do their work anew for everybody', () => {
    const paced = declaredEndpoints(test.app.get(DiscoveryService)).filter((endpoint) => endpoint.paced);
    expect(paced.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'GET /api/banks',
      'GET /api/banks/:code/branches',
      'POST /api/form-previews',
      'POST /api/identity/arrival/judge',
      'GET /api/postal-codes/:code',
      'POST /api/procedures/:id/eligibility',
      'POST /api/registration/judge',
      'POST /api/verify',
      'GET /api/verify/:token',
    ]);
  });

  it('are refused when one address takes too many, with the seconds to wait; everything else goes on', async () => {
    const visitor = test.visitor();
    expect((await visitor.get('/api/postal-codes/5400008')).status).toBe(200);
    const inAMinute = Date.now() + 60_000;
    takeAll(test.app.get(PaceGuard), '127.0.0.1', inAMinute);
    const refused = await visitor.get('/api/banks?query=%E3%82%8A%E3%81%9D%E3%81%AA');
    expect(refused).toMatchObject({ status: 429, body: { code: 'too-many-requests' } });
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect((await visitor.get('/api/procedures')).status).toBe(200);
  });
});
