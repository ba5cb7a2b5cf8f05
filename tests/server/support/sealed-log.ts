import { createHash, createPublicKey, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@jest/globals';

/** RFC 6962, section 2.1, as it is written there. */
function treeHash(entries: readonly string[]): Buffer {
  const sha256 = (...parts: readonly (string | Buffer)[]) =>
    parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();
  const [first] = entries;
  if (entries.length === 1 && first !== undefined) return sha256(Buffer.of(0), first);
  let k = 1;
  while (k * 2 < entries.length) k *= 2;
  return sha256(Buffer.of(1), treeHash(entries.slice(0, k)), treeHash(entries.slice(k)));
}

/** Follows the README's description and uses nothing of the product. @returns bodies of the sealed events */
export function readSealedLog(folder: string): readonly string[] {
  const lines = (name: string) => readFileSync(join(folder, name), 'utf8').split('\n').slice(0, -1);
  const key = createPublicKey(readFileSync(join(folder, 'public-keys.pem'), 'utf8'));
  const events = lines('events.jsonl').map((line) => {
    const [, body = '', pos, seal] = /^\{"event":(.*),"leaf":[^,]*,"pos":([^,]*),"seal":([^,]*)\}$/.exec(
      line,
    ) ?? [line];
    return { body, pos, seal };
  });
  let previous = '0'.repeat(64);
  return lines('seals.jsonl').flatMap((line, index) => {
    const [, body = '', signature = ''] = /^\{"seal":(.*),"signature":"(.*)"\}$/.exec(line) ?? [];
    const seal = JSON.parse(body) as Record<string, unknown>;
    const own = events.filter((event) => event.seal === String(index + 1));
    expect(own.map(({ pos }) => pos)).toEqual(own.map((_, place) => String(place)));
    expect(verify(null, Buffer.from(body), key, Buffer.from(signature, 'hex'))).toBe(true);
    expect(seal).toMatchObject({
      number: index + 1,
      previous,
      count: own.length,
      root: treeHash(own.map((event) => event.body)).toString('hex'),
    });
    previous = createHash('sha256').update(body).digest('hex');
    return own.map((event) => event.body);
  });
}
