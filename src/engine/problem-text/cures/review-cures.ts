import type { Sentences } from '../sentences.js';

/** What to do about a problem of workflow.json, a text or an example, where the sentence does not say it itself. */
export const REVIEW_CURES: Sentences = {
  'start-unknown': ['stages にある段階の名前に直してください。', 'Use the name of a stage in stages.'],
  'stage-unknown': [
    'stages にある段階の名前に直すか、その段階を足してください。',
    'Use the name of a stage in stages, or add the stage.',
  ],
  'role-unknown': [
    'roles にある役割の名前に直すか、その役割を足してください。',
    'Use the name of a role in roles, or add the role.',
  ],
  'template-unknown': [
    'messages または notices にあるファイルの名前（.md なし）に直すか、そのファイルを作ってください。',
    'Use the name of a file in messages or notices (without .md), or make the file.',
  ],
  'route-target-unknown': [
    'stages にある段階の名前に直すか、その段階を足してください。',
    'Use the name of a stage in stages, or add the stage.',
  ],
  'route-after-default': [
    '条件のない行き先を最後に移すか、この行き先を消してください。',
    'Move the route without condition to the end, or remove this one.',
  ],
  'origin-outside-correction': ['進む先の段階の名前を書いてください。', 'Write the name of a stage.'],
  'stage-unreachable': [
    'ほかの段階の行き先（routes）に加えるか、この段階を消してください。',
    'Let a route of another stage lead here, or remove the stage.',
  ],
  'stage-without-way-out': [
    '次の段階へ進める操作を足すか、終わりの段階（final）にしてください。',
    'Add an action that leads on, or make it a final stage.',
  ],
  'stage-never-ends': [
    '終わりの段階（final）につながる行き先を足してください。',
    'Add a route from which a final stage can be reached.',
  ],
  'check-cycle': [
    '行き先のどれかを、職員が審査する段階に変えてください。',
    'Let one of the routes lead to a stage where staff act.',
  ],
  'backward-without-reasons': [
    'requires に "reason": true と "publicReason": true を書いてください。',
    'Write "reason": true and "publicReason": true into requires.',
  ],
  'refusal-without-reason': [
    'requires に "publicReason": true（または最低の文字数）を書いてください。自動の段階からは、職員が決める段階へ進めてください。',
    'Write "publicReason": true (or the fewest characters) into requires; let an automatic stage lead to one where staff decide.',
  ],
  'team-unknown': [
    'teams にある名前に直すか、その担当班を足してください。',
    'Use a name from teams, or add the team.',
  ],
  'needed-in-serial': ['needed を消してください。', 'Remove needed.'],
  'approval-by-applicant': [
    'approves を消すか、職員の操作にしてください。',
    'Remove approves, or let staff take the action.',
  ],
  'approves-without-approvers': [
    'approves を消すか、段階に approvers を足してください。',
    'Remove approves, or give the stage approvers.',
  ],
  'recommend-only-approves': ['決裁できる役割に変えてください。', 'Name a role that may decide.'],
  'not-listable': ['この項目を消すか、別の項目にしてください。', 'Remove it, or name another question.'],
  'not-listed': ['lists の fields にその項目を足してください。', 'Add it to the fields of lists.'],
  'too-many-listed': [
    '審査の順番や捜し物に使うものだけを残してください。',
    'Keep what people sort and search by.',
  ],
  'proof-not-file': [
    'ファイルを付けてもらう項目の名前を、ページから点でつないで書いてください（例：documents.permit_copy）。',
    'Name a question for files by its path, such as documents.permit_copy.',
  ],
  'not-keyed-twice': [
    'この項目を消すか、文字・数・日付・選択の項目の名前を、ページから点でつないで書いてください（例：bank.account_no）。',
    'Remove it, or name a question for text, a number, a date or one choice by its path, such as bank.account_no.',
  ],
  'override-not-computed': [
    'x-compute のある項目の名前を、ページから点でつないで書いてください（例：sales.payable）。',
    'Name a question with x-compute by its path, such as sales.payable.',
  ],
  'override-without-staff': [
    '職員が担当する段階（審査・決裁など）を書いてください。',
    'Name a stage that officials work in.',
  ],
  'override-by-recommender': [
    'roles に、決められる役割を書いてください。',
    'Name a role in roles that may decide.',
  ],
  'extension-without-reason': [
    'requires に "publicReason": true を書いてください。',
    'Write "publicReason": true into requires.',
  ],
  'table-unknown': [
    'tables にあるファイルの名前（.csv なし）に直すか、その表を作ってください。',
    'Use the name of a file in tables (without .csv), or make the table.',
  ],
  'column-unknown': [
    '表の1行目にある列の名前に直してください。',
    'Use a name from the first line of the table.',
  ],
  'routing-row-without-stage': [
    'この行の to に、進む先の段階の名前を書いてください。',
    'Write the name of a stage into the column to of this row.',
  ],
  'timer-reason-without-route': [
    '理由を消すか、routes を足してください。',
    'Remove the reasons, or add routes.',
  ],
  'timer-without-due': [
    '段階に期限を付けるか、from を entered か arrived にしてください。',
    'Give the stage a due time, or count from entered or arrived.',
  ],
  'key-not-for-stage-kind': [
    '{key} を消すか、段階の種類（kind）を変えてください。',
    'Remove {key}, or change the kind of the stage.',
  ],
  'opinions-never-asked': [
    'どれかの段階に opinions（回答までの開庁日）を書くか、requires の opinions を消してください。',
    'Write opinions (working days for the answer) into a stage, or remove opinions from requires.',
  ],
  'roles-of-applicant-action': ['roles を消してください。', 'Remove roles.'],
  'staff-field-conflict': [
    'どちらかの項目の名前を変えるか、種類をそろえてください。',
    'Rename one of the fields, or give both the same type.',
  ],
  'template-blank': ['見出し部の下に本文を書いてください。', 'Write the text below the head.'],
  'placeholder-not-closed': ['行の中で }} を補ってください。', 'Close it with }} on the same line.'],
  'placeholder-not-opened': [
    '前に {{ を補うか、}} を消してください。',
    'Put {{ before it, or remove the }}.',
  ],
  'placeholder-blank': ['式を書くか、{{ }} を消してください。', 'Write an expression, or remove {{ }}.'],
  'placeholder-not-printable': [
    '文字・数・日付・はい/いいえになる項目を1つ選んで書いてください。一覧は {{#each}} で1つずつ出せます。',
    'Name one value: a text, number, date or yes/no. A list is printed item by item with {{#each}}.',
  ],
  'control-not-closed': [
    '囲み終わりの行に {{/if}} または {{/each}} を書いてください。',
    'Write {{/if}} or {{/each}} on the line where it ends.',
  ],
  'control-not-opened': [
    '前に始まりの行（{{#if}} や {{#each}}）を書くか、この行を消してください。',
    'Write the line that begins it ({{#if}}, {{#each}}) before, or remove this one.',
  ],
  'control-without-condition': ['{{#if 条件}} の形で書いてください。', 'Write it as {{#if condition}}.'],
  'each-needs-list': [
    '繰り返しの項目か、補正の一覧（correction.items）のような一覧を書いてください。',
    'Name a repeat of the form, or a list such as correction.items.',
  ],
  'each-name-taken': ['別の名前にしてください。', 'Choose another name.'],
  'too-many-highlights': [
    '決める前に必ず見るものだけを残してください。',
    'Keep what must be seen before deciding.',
  ],
  'payment-not-number': [
    '額の項目の名前か、数を返す式を書いてください。',
    'Name a question with a number, or write an expression that gives one.',
  ],
  'payment-not-text': [
    '口座の項目の名前を書いてください（例：bank.account_no）。',
    'Name a question of the account (such as bank.account_no).',
  ],
  'payment-action-unknown': ['次のどれかにしてください：{known}', 'Use one of these: {known}'],
  'payment-date-unknown': [
    'その操作の requires.fields に、format が date の項目を作り、その名前を書いてください。',
    'Give the action a field of format date in requires.fields, and name it here.',
  ],
  'payment-action-asks-more': [
    'paid の操作は振り込んだ日だけ、failed の操作は補正する項目（targets）と理由だけを求めるようにしてください。',
    'Let the action of paid ask for the day alone, and that of failed for targets and reasons alone.',
  ],
  'example-differs': [
    '手続のほうが正しければ例を、例のほうが正しければ手続を直してください。',
    'Correct the example if the procedure is right, or the procedure if the example is.',
  ],
  'example-not-submitted': [
    '例の答えを、誤りのないように直してください。',
    'Correct the answers of the example.',
  ],
  'example-timer-skipped': [
    'この手順の前に、時計が進める手順 { "timer": "{timer}", "now": "…" } を足すか、手順の now をその日より前にしてください。',
    'Put a step of the clock before it, { "timer": "{timer}", "now": "…" }, or let the step be taken earlier.',
  ],
  'example-stopped': [
    '例の答えと、そこで使われる式や文面を確かめてください。',
    'Look at the answers of the example and at the expression or text used there.',
  ],
};
