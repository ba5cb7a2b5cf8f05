import { type Change, EVERYONE, type Impact } from './change.js';
import type { Differ, SideBySide } from './comparison.js';
import { lineDifference } from './line-difference.js';
import { expressionsIn, isSame } from './plain.js';

/** Messages and notices: which lines are others now. */
export const diffTemplates: Differ = (sides) => [
  ...diffFolder('message', sides),
  ...diffFolder('notice', sides),
];

function diffFolder(kind: 'message' | 'notice', sides: SideBySide): readonly Change[] {
  const { before, after, renaming } = sides;
  const olds = before.procedure[`${kind}s`];
  const nows = after.procedure[`${kind}s`];
  const names = [...new Set([...olds.keys(), ...nows.keys()])];
  return names.flatMap((name): readonly Change[] => {
    const file = `${kind}s/${name}.md`;
    const change = (
      code: string,
      impact: Impact,
      params: Change['params'],
      values: readonly [before: unknown, after: unknown],
    ): Change => ({
      code: `${kind}-${code}`,
      place: file,
      subject: { kind: 'template', name },
      who: EVERYONE,
      impact,
      params: { template: name, ...params },
      before: values[0],
      after: values[1],
    });
    const [old, now] = [olds.get(name), nows.get(name)];
    if (!old) return [change('added', 'none', {}, [null, file])];
    if (!now) return [change('removed', 'none', {}, [file, null])];
    const [was, is] = [before.files[file] ?? '', after.files[file] ?? ''];
    const { removed, added } = lineDifference(renaming.expression(was), is);
    if (removed.length === 0 && added.length === 0) return [];
    const printed = (template: unknown, read: (source: string) => string) =>
      expressionsIn(template).map(({ source }) => read(source));
    const printsTheSame = isSame(
      printed(old, renaming.expression),
      printed(now, (source) => source),
    );
    return [
      change(
        'text',
        printsTheSame ? 'words' : 'changes-result',
        { removed: removed.length, added: added.length },
        [removed, added],
      ),
    ];
  });
}
