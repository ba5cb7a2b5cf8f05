import { describe, expect, it } from '@jest/globals';
import { Redis } from 'ioredis';
import { hasRedis, startRedis } from '../support/redis.js';

(hasRedis ? describe : describe.skip)('a Redis for tests (skipped where none is installed)', () => {
  it('keeps everything, on disk too, and ends when asked', async () => {
    const redis = await startRedis();
    if (!redis) throw new Error('redis-server is on PATH, but did not start');
    const client = new Redis(redis.url);
    expect(await client.config('GET', 'maxmemory-policy')).toEqual(['maxmemory-policy', 'noeviction']);
    expect(await client.config('GET', 'appendonly')).toEqual(['appendonly', 'yes']);
    client.disconnect();
    await redis.stop();
    expect(() => process.kill(redis.pid, 0)).toThrow('ESRCH');
  });
});
