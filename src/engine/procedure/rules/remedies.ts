import { problem, type Problem } from '../../problem.js';
import type { Folder } from './rule.js';
import { refusingActions } from './refusals.js';
import { wordsOf } from './template-content.js';

/** The word by which a document tells that one may appeal. */
export const APPEAL = '審査請求';

/** 行政不服審査法82条 and 行政事件訴訟法46条: that one may appeal and sue, to whom, and within what time. */
const PARTS: readonly (readonly [code: string, pattern: RegExp])[] = [
  ['remedies-without-addressee', /に(?:対し|宛|あて)/u],
  ['remedies-without-period', /[0-9０-９一二三四五六]+(?:か|カ|ヶ|ケ|箇|個)?(?:月|年)以内/u],
  ['remedies-without-suit', /取消し?の訴え|取消訴訟/u],
];

/**
 * Remedies (教示) belong on every refusal of a disposition and on nothing else: on a gift by contract they would send
 * people into an appeal that must be turned away.
 */
export function checkRemedies(folder: Folder): readonly Problem[] {
  if (!folder.info) return [];
  return folder.info.legalNature === 'disposition' ? missingRemedies(folder) : misplacedRemedies(folder);
}

function missingRemedies({ workflow, notices }: Folder): readonly Problem[] {
  if (!workflow) return [];
  const names = refusingActions(workflow).flatMap(({ action }) =>
    action.effects.filter(({ kind }) => kind === 'notice').map(({ template }) => template),
  );
  return [...new Set(names)].flatMap((name): readonly Problem[] => {
    const template = notices.get(name);
    if (!template) return [];
    const path = `notices/${name}.md`;
    const words = wordsOf(template);
    if (!words.includes(APPEAL)) return [problem(path, 'remedies-missing')];
    return PARTS.filter(([, pattern]) => !pattern.test(words)).map(([code]) => problem(path, code));
  });
}

function misplacedRemedies({ files }: Folder): readonly Problem[] {
  return Object.entries(files).flatMap(([file, text]) => {
    if (!/^(?:messages|notices)\/[^/]+\.md$/.test(file)) return [];
    const line = text.split('\n').findIndex((one) => one.includes(APPEAL));
    return line === -1 ? [] : [problem(`${file}#${line + 1}`, 'remedies-not-fitting')];
  });
}
