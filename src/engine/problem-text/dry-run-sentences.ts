import type { Sentences } from './sentences.js';

/** How many stand how; the parts follow one another in one sentence. */
export const COUNT_SENTENCES: Sentences = {
  drafts: ['下書き{count}件：{parts}。', 'Drafts ({count}): {parts}.'],
  applications: ['申請{count}件：{parts}。', 'Applications ({count}): {parts}.'],
  unaffected: ['{count}件は影響なし', '{count} unaffected'],
  'result-changed': ['{count}件は計算の結果が変わります', '{count} with another result'],
  'must-answer-again': ['{count}件は回答が要ります', '{count} must answer again'],
  'now-refused': ['{count}件は点検に通らなくなります', '{count} fail a check'],
  'answers-lost': ['{count}件は行き場のない回答があります', '{count} lose an answer'],
  'stage-gone': ['{count}件は無くなった段階にあります', '{count} stand in a stage that is gone'],
};

/** What was found, by outcome; a code after the colon is that of the problem. */
export const CAUSE_SENTENCES: Sentences = {
  'stage-gone': [
    '{count}件が、無くなった段階「{place}」にあります。',
    '{count}: the stage “{place}” is gone.',
  ],
  'answers-lost': [
    '{count}件で、「{place}」の回答の行き場がなくなります。',
    '{count}: the answer to “{place}” has no place.',
  ],
  'now-refused': ['{count}件で、「{place}」を計算できません。', '{count}: “{place}” cannot be computed.'],
  'now-refused:check': [
    '{count}件が、「{place}」の点検に通りません：「{message}」',
    '{count}: a check of “{place}” fails: “{message}”',
  ],
  'must-answer-again': [
    '{count}件で、「{place}」の回答が新しい決まりに合いません。',
    '{count}: the answer to “{place}” no longer fits.',
  ],
  'must-answer-again:required': [
    '{count}件で、「{place}」の回答が要ります。',
    '{count}: “{place}” must be answered.',
  ],
  'must-answer-again:consent-required': [
    '{count}件で、「{place}」への同意が要ります。',
    '{count}: “{place}” must be agreed to.',
  ],
  'must-answer-again:wrong-value': [
    '{count}件で、「{place}」を選び直してもらう必要があります。',
    '{count}: “{place}” must be chosen again.',
  ],
  'must-answer-again:unknown-choice': [
    '{count}件で、「{place}」を選び直してもらう必要があります。',
    '{count}: “{place}” must be chosen again.',
  ],
  'result-changed': ['{count}件で、「{place}」が変わります。', '{count}: “{place}” comes out differently.'],
};
