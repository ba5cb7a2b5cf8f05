import { describe, expect, it } from '@jest/globals';
import { appealOfNotice, type Procedure } from '#engine';
import { smallProcedure } from '../workflow/small-procedure.js';
import { noticeOf } from './template-of.js';

const remedy = noticeOf('この処分に不服があるときは、知事に対し3か月以内に審査請求をすることができます。');
const plain = noticeOf('申請を受け付けました。');

function procedureOf(legalNature: Procedure['info']['legalNature']): Procedure {
  const notices = new Map([
    ['decision', remedy],
    ['receipt', plain],
  ]);
  return { ...smallProcedure, info: { ...smallProcedure.info, legalNature }, notices };
}

describe('until when one may act against what a document decides', () => {
  it('runs from the day in Japan on which it was first opened', () => {
    expect(appealOfNotice(procedureOf('disposition'), 'decision', '2026-03-31T15:00:00Z')).toEqual({
      knownOn: '2026-04-01',
      appealUntil: '2026-07-01',
      suitUntil: '2026-10-01',
    });
  });

  it('does not run before that', () => {
    expect(appealOfNotice(procedureOf('disposition'), 'decision', null)).toBeNull();
  });

  it('is told of dispositions alone, and of documents that tell of an appeal', () => {
    const opened = '2026-03-31T15:00:00Z';
    expect(appealOfNotice(procedureOf('contract_grant'), 'decision', opened)).toBeNull();
    expect(appealOfNotice(procedureOf('disposition'), 'receipt', opened)).toBeNull();
    expect(appealOfNotice(procedureOf('disposition'), 'nowhere', opened)).toBeNull();
  });
});
