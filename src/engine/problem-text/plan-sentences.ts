import type { Sentences } from './sentences.js';

/** For officials: migrations/*.json, what becomes of drafts and applications when a new version is published. */
export const PLAN_SENTENCES: Sentences = {
  'plan-other-version': [
    'この計画の {key} は、比べている版（{hash}）ではありません。版を確かめるか、計画を作り直してください。',
    'The {key} of this plan is not the version at hand ({hash}). Check the version or make the plan anew.',
  ],
  'plan-step-not-one': [
    '手順には、{choices} のどれか1つだけを書いてください。',
    'A step holds exactly one of {choices}.',
  ],
  'plan-old-field-unknown': [
    '前の版に項目 {name} がありません。名前を確かめてください。',
    'There is no field {name} in the old version.',
  ],
  'plan-new-field-unknown': [
    '新しい版に項目 {name} がありません。名前を確かめてください。',
    'There is no field {name} in the new version.',
  ],
  'plan-old-stage-unknown': [
    '前の版に段階 {name} がありません。名前を確かめてください。',
    'There is no stage {name} in the old version.',
  ],
  'plan-new-stage-unknown': [
    '新しい版に段階 {name} がありません。名前を確かめてください。',
    'There is no stage {name} in the new version.',
  ],
  'plan-rename-computed': [
    '{name} は計算で決まるので、引き継ぐものがありません。この手順を消してください。',
    '{name} is computed, so there is nothing to carry over. Remove the step.',
  ],
  'plan-rename-repeat': [
    '{from} と {to} は、同じ繰り返しの中にありません。行の中の答えは、その行の中でだけ移してください。',
    '{from} and {to} are not in the same repeat. Move an answer of a row only within its row.',
  ],
  'plan-step-twice': [
    '{name} についての手順が2つあります。1つにしてください。',
    'Two steps speak of {name}. Leave one.',
  ],
  'plan-target-taken': [
    '{to} にはもとからの答えがあり、{from} の答えで消えてしまいます。{to} の移し先か drop も書いてください。',
    'Answers to {to} are there already and would be overwritten by {from}. Say where they go, or drop them.',
  ],
  'plan-loses-answer': [
    '「{title}」（{name}）の答えの行き場がありません。移し先（rename）か、捨てること（drop）を書いてください。',
    'Answers to “{title}” ({name}) have no place. Say where they go (rename) or that they are given up (drop).',
  ],
  'plan-value-not-allowed': [
    '{value} は {name} の答えになりません。選択肢や範囲に合う値にしてください。',
    '{value} is no answer to {name}. Give a value that fits its choices and limits.',
  ],
  'plan-default-not-allowed': [
    '{name} には決まった値を入れられません。同意は本人がするもので、計算の値は計算で決まります。この手順を消してください。',
    '{name} cannot be given a value: people consent themselves, and what is computed is computed. Remove the step.',
  ],
  'plan-cannot-move': [
    '{when} のものは、そのままでは新しい版に移せません。do には {choices} を書いてください。',
    'What is {when} cannot move as the rule says. Write {choices} after do.',
  ],
};
