import type { Sentences } from '../sentences.js';

/** What to do about what files do not say together, where the sentence does not say it itself. */
export const RULE_CURES: Sentences = {
  'never-asked': ['条件を直すか、項目を消してください。', 'Correct the condition, or remove the question.'],
  'never-asked-there': [
    'この項目か、それを囲むページやまとまりの条件を直してください。',
    'Correct this condition, or that of the page or group around it.',
  ],
  'always-asked': [
    'x-askWhen を消すか、条件を直してください。',
    'Remove x-askWhen, or correct the condition.',
  ],
  'asked-by-later-answer': [
    '「{later}」を、この項目より前のページに移してください。',
    'Move “{later}” to a page before this question.',
  ],
  'check-never-passes': [
    '式を直すか、この確認を消してください。',
    'Correct the expression, or remove the check.',
  ],
  'check-never-fails': [
    '式を直すか、この確認を消してください。',
    'Correct the expression, or remove the check.',
  ],
  'condition-never-true': [
    '条件を直すか、この部分を消してください。',
    'Correct the condition, or remove this part.',
  ],
  'condition-always-true': ['条件を消すか、直してください。', 'Remove the condition, or correct it.'],
  'route-shadowed': [
    'この行き先を前に移すか、条件を直すか、消してください。',
    'Move this route further up, correct its condition, or remove it.',
  ],
  'sensitive-without-purpose': [
    '項目に "x-purpose": "○○のため" を書いてください。',
    'Write "x-purpose": "for …" into the question.',
  ],
  'sensitive-without-retention': [
    '項目に "x-retention": 年数 を書いてください。',
    'Write "x-retention": years into the question.',
  ],
  'purpose-missing': [
    '項目か、それを囲むまとまり・ページに "x-purpose": "○○のため" を書いてください。',
    'Write "x-purpose": "for …" into the question, or into the group or page around it.',
  ],
  'reading-missing': [
    'この項目のすぐ後に "format": "kana" の項目を足してください。',
    'Add a question with "format": "kana" right after it.',
  ],
  'retention-beyond-file': [
    'x-retention を短くするか、procedure.json の retentionYears を長くしてください。',
    'Shorten x-retention, or lengthen retentionYears of procedure.json.',
  ],
  'processing-days-short': [
    '標準処理期間を長くするか、workflow.json の各段階の期限を短くしてください。',
    'Lengthen the standard processing period, or shorten the due days in workflow.json.',
  ],
  'stage-longer-than-promised': [
    'この段階の期限を短くするか、procedure.json の standardProcessingDays を長くしてください。',
    'Shorten the due days of this stage, or lengthen standardProcessingDays of procedure.json.',
  ],
  'refusal-not-notified': [
    'effects に、理由を書いた通知書（notice）を足してください。',
    'Add a notice that gives the reason to effects.',
  ],
  'reason-not-printed': [
    '文面に {{ action.public_reason }} を書いてください。',
    'Write {{ action.public_reason }} into the text.',
  ],
  'remedies-missing': [
    'だれに対し、いつまでに審査請求と取消しの訴えができるかを書いてください。',
    'Say to whom and by when one may appeal and sue.',
  ],
  'remedies-without-addressee': [
    '「○○知事に対して審査請求をすることができます」のように書いてください。',
    'Name the authority to which the appeal goes.',
  ],
  'remedies-without-period': [
    '「この処分があったことを知った日の翌日から起算して3か月以内に」のように書いてください。',
    'Say that the appeal is possible within three months from the day after one knew of the disposition.',
  ],
  'remedies-without-suit': [
    '「6か月以内に、○○を被告として、処分の取消しの訴えを提起することができます」のように書いてください。',
    'Say that a suit for annulment is possible within six months, and against whom.',
  ],
  'remedies-not-fitting': [
    '審査請求についての文を消し、問合せと再確認の案内に替えるか、legalNature を確かめてください。',
    'Say instead whom to ask for another look, or see whether legalNature is right.',
  ],
  'role-unused': [
    '段階か操作の役割にするか、roles から消してください。',
    'Give it a stage or an action, or remove it from roles.',
  ],
  'template-unused': [
    '送る操作の effects に書くか、ファイルを消してください。',
    'Name it in the effects of an action, or remove the file.',
  ],
  'definition-unused': ['使うか、$defs から消してください。', 'Use it, or remove it from $defs.'],
  'table-unused': ['使うか、ファイルを消してください。', 'Use it, or remove the file.'],
  'column-unused': [
    '使うか、列を消してください。人が読むための列は title か note という名前にします。',
    'Use it, or remove it. A column for people to read is named title or note.',
  ],
  'step-unused': ['使うか、項目を消してください。', 'Use it, or remove it.'],
  'contrast-too-low': ['もっと暗い色にしてください。', 'Choose a darker colour.'],
};
