import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { rename } from '../../../src/engine/edit/rename.js';
import { nameOf, type Thing } from '../../../src/engine/edit/thing.js';
import { thingsIn } from '../../../src/engine/edit/things-in.js';
import type { ProcedureFiles } from '../../../src/engine/procedure/procedure.js';
import { readFolder } from '../../../src/procedures/read-folder.js';
import { failuresOf } from './failures-of.js';

const root = 'procedures';
const folders = readdirSync(root).filter((name) => existsSync(join(root, name, 'procedure.json')));
/** `RENAMES=all` renames every single thing (minutes); otherwise a few, other ones at each run. */
const all = process.env['RENAMES'] === 'all';

/** Columns that the format names itself: those of a routing table. */
const isFixed = (thing: Thing) => thing.kind === 'column' && ['to', 'team'].includes(thing.name);

function renamed(files: ProcedureFiles, thing: Thing, to: string): ProcedureFiles {
  const result = rename(files, thing, to);
  if (!result.ok) throw new Error(`${JSON.stringify(thing)}: ${JSON.stringify(result.problems)}`);
  return result.files;
}

/** The same thing after it, or what it stands in, was renamed. */
function found(files: ProcedureFiles, before: Thing, at: number): Thing {
  const thing = thingsIn(files)[at];
  if (thing?.kind !== before.kind) throw new Error(`${JSON.stringify(before)} is no longer in its place`);
  return thing;
}

for (const folder of folders) {
  const files = await readFolder(join(root, folder));
  const things = thingsIn(files);
  const places = things.flatMap((thing, at) => (isFixed(thing) ? [] : [at]));

  describe(`in procedures/${folder}`, () => {
    const some = fc.shuffledSubarray(places, { minLength: 4, maxLength: 4 });

    it('anything can be renamed: examples hold, and back again the folder has the same bytes', () => {
      fc.assert(
        fc.property(some, (chosen) => {
          const there = chosen.reduce((now, at) => {
            const thing = found(now, things[at] ?? { kind: 'page', name: '' }, at);
            return renamed(now, thing, `${nameOf(thing)}_2`);
          }, files);
          expect(failuresOf(there)).toEqual([]);
          const back = chosen.reduceRight((now, at) => {
            const thing = found(now, things[at] ?? { kind: 'page', name: '' }, at);
            return renamed(now, thing, nameOf(thing).slice(0, -2));
          }, there);
          expect(back).toEqual(files);
        }),
        { numRuns: all ? Math.ceil(places.length / 2) : 1 },
      );
    });

    if (!all) return;
    it.each(places.map((at) => [things[at], at] as const))('%j', (thing, at) => {
      if (!thing) return;
      const there = renamed(files, thing, `${nameOf(thing)}_2`);
      expect(failuresOf(there)).toEqual([]);
      expect(renamed(there, found(there, thing, at), nameOf(thing))).toEqual(files);
    });
  });
}
