import type { DocumentModel } from '#engine';
import type { OpinionMailKind } from './opinion-mail.entity.js';

export interface OpinionFacts {
  readonly kind: OpinionMailKind;
  readonly number: string;
  readonly procedureTitle: string;
  /** The office that asked, and the one that is asked. */
  readonly askedFrom: string;
  readonly department: string;
  /** Civil date. */
  readonly dueOn: string;
  readonly link: string;
}

const titles: Readonly<Record<OpinionMailKind, string>> = {
  asked: '意見照会が届いています',
  extended: '意見照会の回答期限が延びました',
  'due-soon': '意見照会の回答期限が近づいています',
  overdue: '意見照会の回答期限が過ぎています',
  withdrawn: '意見照会が取り下げられました',
  answered: '意見照会に回答がありました',
};

/** Says of the application its number alone: mail is read on shared screens. In both languages. */
export function writeOpinionMail(facts: OpinionFacts): DocumentModel {
  const { kind, number, link } = facts;
  const [japanese, english] = sentences(facts);
  const title = `${titles[kind]}（申込番号 ${number}）`;
  const paragraphs = [japanese, '内容は、審査デスクにサインインしてご覧ください。', link, english];
  return {
    title,
    layout: 'letter',
    head: {},
    blocks: paragraphs.map((text) => ({ kind: 'paragraph', text })),
  };
}

function sentences({
  kind,
  number,
  procedureTitle,
  askedFrom,
  department,
  dueOn,
}: OpinionFacts): readonly [ja: string, en: string] {
  const [year, month, day] = dueOn.split('-').map(Number);
  const due = `${year}年${month}月${day}日`;
  const of = `「${procedureTitle}」（申込番号 ${number}）`;
  switch (kind) {
    case 'asked':
      return [
        `${askedFrom}から${department}へ、${of}について意見の照会がありました。回答期限は${due}です。`,
        `Your office is asked for its opinion on application ${number}. The answer is due on ${dueOn}.`,
      ];
    case 'extended':
      return [
        `${of}についての意見照会の回答期限が、${due}に変わりました。`,
        `The opinion on application ${number} is now due on ${dueOn}.`,
      ];
    case 'due-soon':
      return [
        `${askedFrom}から照会のあった${of}について、回答期限（${due}）が近づいています。`,
        `Your opinion on application ${number} is due on ${dueOn}.`,
      ];
    case 'overdue':
      return [
        `${askedFrom}から照会のあった${of}について、回答期限（${due}）が過ぎています。回答できないときは、照会した課へご連絡ください。`,
        `Your opinion on application ${number} was due on ${dueOn}.`,
      ];
    case 'withdrawn':
      return [
        `${askedFrom}は、${of}についての意見照会を取り下げました。回答はいりません。`,
        `The request for an opinion on application ${number} was withdrawn. No answer is needed.`,
      ];
    case 'answered':
      return [
        `${department}が、${of}についての意見照会に回答しました。`,
        `The opinion on application ${number} has been given.`,
      ];
  }
}
