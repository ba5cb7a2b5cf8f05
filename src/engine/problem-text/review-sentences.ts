import type { Sentences } from './sentences.js';

/** For officials: workflow.json, messages and notices, examples. */
export const REVIEW_SENTENCES: Sentences = {
  'start-unknown': ['start の段階 {name} がありません。', 'There is no stage {name} to start with.'],
  'stage-unknown': ['段階 {name} がありません。', 'There is no stage {name}.'],
  'role-unknown': ['役割 {name} がありません。', 'There is no role {name}.'],
  'template-unknown': ['文面 {name} がありません。', 'There is no message or notice {name}.'],
  'route-target-unknown': [
    '行き先の段階 {name} がありません。',
    'The route leads to {name}, which is no stage.',
  ],
  'default-route-missing': [
    '行き先の最後に、条件（when）のないものを置いてください。どの条件にも合わない申請の行き場がなくなります。',
    'End the routes with one that has no condition, or an application that fits none is stuck.',
  ],
  'route-after-default': [
    '条件のない行き先より後ろは使われません。',
    'Nothing after the route without condition is ever used.',
  ],
  'origin-outside-correction': [
    '@origin は補正の段階でだけ使えます。',
    '@origin is for correction stages only.',
  ],
  'stage-unreachable': ['段階 {stage} には、どこからも行けません。', 'Nothing leads to the stage {stage}.'],
  'stage-without-way-out': ['段階 {stage} から先へ進めません。', 'There is no way out of the stage {stage}.'],
  'stage-never-ends': [
    '段階 {stage} から終わりの段階へ行けません。',
    'No end can be reached from the stage {stage}.',
  ],
  'check-cycle': [
    '自動チェックの段階 {stage} が堂々めぐりになります。',
    'The check stage {stage} leads back to itself without end.',
  ],
  'backward-without-reasons': [
    '{stage} から {target} へ戻すときは、職員向けの理由（reason）と申請者向けの理由（publicReason）が必要です。',
    'Moving back from {stage} to {target} needs both reason and publicReason.',
  ],
  'refusal-without-reason': [
    '{target} にするときは、申請者向けの理由（publicReason）が必要です。',
    'Ending in {target} needs a publicReason.',
  ],
  'targets-without-correction': [
    '補正する項目（targets）を選ぶ操作は、補正の段階へ進めてください。',
    'An action that asks for targets must lead to a correction stage.',
  ],
  'correction-without-targets': [
    '補正の段階 {target} へ進める操作では、補正する項目（targets）を必ず選んでください。',
    'What leads to the correction stage {target} must require targets.',
  ],
  'team-unknown': ['担当班 {name} がありません。', 'There is no team {name}.'],
  'two-due-times': [
    '期限は dueWorkingDays（開庁日）か dueDays（暦の日）のどちらか1つにしてください。',
    'Give either dueWorkingDays or dueDays, not both.',
  ],
  'correction-in-correction': [
    '補正の段階 {stage} から別の補正の段階 {target} へは進めません。いったん審査の段階に戻し、補正の求めを1つの一覧にまとめてください。',
    'The correction stage {stage} must not lead to another one, {target}. Return to the review first and ask for everything in one list.',
  ],
  'approvers-never-needed': [
    '決裁する人のうち少なくとも1人は、条件（when）を付けずに必ず決裁する人にしてください。',
    'At least one approver must have no condition (when), or nobody might be needed.',
  ],
  'needed-in-serial': [
    '順番の決裁（serial）では全員が決裁します。needed は並行の決裁（parallel）でだけ使えます。',
    'In serial order all approvers are needed; needed goes with parallel only.',
  ],
  'approval-missing': [
    '段階 {stage} には決裁する人がいますが、決裁の操作がありません。操作の1つに「"approves": true」を付けてください。',
    'The stage {stage} has approvers but no action with "approves": true.',
  ],
  'approval-twice': [
    '決裁の操作（approves）は1つの段階に1つだけです。{first} と {action} のどちらかにしてください。',
    'A stage has one approving action only: {first} or {action}.',
  ],
  'approval-by-applicant': [
    '操作 {action} は申請者のものなので、決裁（approves）にはできません。',
    'The action {action} is the applicant’s and cannot approve.',
  ],
  'approves-without-approvers': [
    '段階 {stage} に決裁する人（approvers）がいないので、操作 {action} に approves は使えません。',
    'The stage {stage} has no approvers, so {action} cannot have approves.',
  ],
  'roles-of-approval': [
    '操作 {action} をする人は approvers で決まります。roles は書かないでください。',
    'The approvers take the action {action}; leave out its roles.',
  ],
  'recommend-only-approves': [
    '役割 {role} は推薦だけ（recommendOnly）なので、決裁はできません。',
    'The role {role} may only recommend (recommendOnly) and cannot approve.',
  ],
  'not-listable': [
    '{name} は一覧に出せません。繰り返しの外の、伏せない（x-sensitive でない）項目で、値がひとつのものだけです。',
    '{name} cannot stand in a list: only questions outside of repeats with one value that is not sensitive can.',
  ],
  'not-listed': ['{name} が lists の fields にありません。', '{name} is not among the fields of lists.'],
  'too-many-listed': [
    '一覧に出せる項目は{most}個までです（いまは{count}個）。',
    'Lists may have {most} fields at most (there are {count}).',
  ],
  'proof-not-file': [
    '{name} は、ファイルを付けてもらう項目（x-attachment）ではありません。',
    '{name} is no question for files (x-attachment).',
  ],
  'not-keyed-twice': [
    '{name} は、紙から2人で入力する項目（keyedTwice）にできません。繰り返しの外で、1つの欄に書くか選ぶ項目だけです。',
    '{name} cannot be keyed in twice (keyedTwice): only questions outside of repeats that take one box can.',
  ],
  'override-not-computed': [
    '{name} は、計算で決まる項目（x-compute。繰り返しの外）ではないため、職員が変更できる項目（overrides）に書けません。',
    '{name} is no computed question (x-compute) outside of repeats, so overrides cannot name it.',
  ],
  'override-without-staff': [
    '段階 {stage} には担当の役割がないため、値を変更できる職員がいません。',
    'The stage {stage} has no role, so no official could change a value in it.',
  ],
  'override-by-recommender': [
    '推薦だけ（recommendOnly）の役割は、計算結果を変更できません（段階 {stage}）。',
    'A role that may only recommend (recommendOnly) cannot change a computed value (stage {stage}).',
  ],
  'recommend-only-decides': [
    '役割 {role} は推薦だけ（recommendOnly）なので、{target} を決める操作はできません。職員が決める段階を間に置いてください。',
    'The role {role} may only recommend (recommendOnly) and cannot end in {target}. Let it lead to a stage where staff decide.',
  ],
  'extension-without-reason': [
    '期間を延ばす操作 {action} には、申請者向けの理由（publicReason）が必要です。',
    'The action {action} extends the period and needs a publicReason.',
  ],
  'table-unknown': ['表 {name} がありません。', 'There is no table {name}.'],
  'column-unknown': ['表に列 {name} がありません。', 'The table has no column {name}.'],
  'routing-type-differs': [
    '列 {column} は{expected}ですが、比べる値は{actual}です。種類をそろえてください。',
    'The column {column} is {expected}, but the value is {actual}. Make them the same.',
  ],
  'routing-without-stage': [
    '行き先がありません。表 {table} に to の列を作るか、ここに to を書いてください。',
    'There is no stage to lead to: give the table {table} a column to, or write to here.',
  ],
  'routing-row-without-stage': ['この行に行き先（to）がありません。', 'This row has no stage to lead to.'],
  'routing-row-covered': [
    'この行は使われません。{line}行目がこの行の場合もすべて含んでいます。順番を入れ替えるか、この行を消してください。',
    'This row is never used: line {line} fits all of its cases. Change the order or remove the row.',
  ],
  'timer-moment': [
    'いつ動くかは、from（entered・due・arrived）と日数（workingDays か days）の組か、date のどちらかで書いてください。',
    'Say when: from (entered, due, arrived) with workingDays or days, or a date alone.',
  ],
  'timer-does-nothing': [
    'タイマー {timer} は何もしません。effects か routes を書いてください。',
    'The timer {timer} does nothing. Give it effects or routes.',
  ],
  'timer-moves-final': [
    '{stage} は終わりの段階なので、タイマー {timer} で先へ進めることはできません。routes を消してください。',
    'The stage {stage} is an end; the timer {timer} cannot move on from it. Remove its routes.',
  ],
  'timer-reason-without-route': [
    'タイマー {timer} は段階を変えないので、理由（reason・publicReason）は使われません。',
    'The timer {timer} moves nothing, so its reasons are never used.',
  ],
  'timer-decides': [
    'タイマー {timer} で {target} にすることはできません。職員が決める段階へ進めてください。',
    'The timer {timer} must not end in {target}: a person decides. Let it lead to a stage where staff decide.',
  ],
  'timer-at-once': [
    'タイマー {timer} は、段階 {stage} に入ったその日より前に動くことになります。日数を直してください。',
    'The timer {timer} would fire before the stage {stage} has lasted a day. Change the number of days.',
  ],
  'timer-without-due': [
    '段階 {stage} に期限（dueWorkingDays か dueDays）がないので、タイマー {timer} は期限から数えられません。',
    'The stage {stage} has no due time, so the timer {timer} cannot count from it.',
  ],
  'timer-cycle': [
    'タイマー {timer} で進むと、だれも操作しないまま段階 {stage} に戻ってきます。職員が操作する段階で止めてください。',
    'The timer {timer} leads back to the stage {stage} without anybody acting. Stop at a stage where staff act.',
  ],
  'effect-names-one-template': [
    'effects には message か notice のどちらか1つを書いてください。',
    'An effect names one message or one notice.',
  ],
  'key-not-for-stage-kind': [
    '{key} は、{kind} の段階には使えません。',
    '{key} cannot be used in a stage of kind {kind}.',
  ],
  'opinions-never-asked': [
    '操作 {action} は意見照会の回答を待ちますが、意見を照会できる段階がありません。',
    'The action {action} waits for opinions of other offices, and no stage lets them be asked.',
  ],
  'roles-of-applicant-action': [
    '申請者の操作 {action} に職員の役割は付けられません。',
    'The applicant’s action {action} has no staff roles.',
  ],
  'staff-field-conflict': [
    '操作 {action} の項目 {field} が、場所によって違う種類になっています。',
    'The field {field} of the action {action} has different types in different places.',
  ],
  'template-blank': ['本文がありません。', 'The text is empty.'],
  'front-matter-missing': [
    'はじめに --- で囲んだ見出し部を書いてください。',
    'Begin with a head between two lines of ---.',
  ],
  'front-matter-line': [
    '見出し部は「名前: 内容」の形で書いてください（{line}）。',
    'Write the head as “name: value” ({line}).',
  ],
  'placeholder-not-closed': ['{{ に対応する }} がありません。', 'A {{ is not closed by }}.'],
  'placeholder-not-opened': ['}} に対応する {{ がありません。', 'A }} has no {{ before it.'],
  'placeholder-blank': ['{{ }} の中に式がありません。', 'There is nothing inside {{ }}.'],
  'placeholder-not-printable': [
    '{source} は文章に入れられる値ではありません。',
    '{source} is not something that can be printed.',
  ],
  'placeholder-may-be-empty': [
    '{name} が空のことがあるため、「{source}」が抜けた文面になるおそれがあります。{{#if}} で囲んでください。',
    '{name} can be empty, which would leave a gap where “{source}” stands. Guard it with {{#if}}.',
  ],
  'control-not-alone': ['{control} は、1行に単独で書いてください。', 'Write {control} alone on its line.'],
  'control-not-closed': ['{control} が閉じられていません。', '{control} is not closed.'],
  'control-not-opened': ['{control} に対応する始まりがありません。', '{control} has no beginning.'],
  'control-without-condition': ['{control} に条件がありません。', '{control} lacks its condition.'],
  'each-needs-name-and-list': [
    '{{#each 名前 in 一覧}} の形で書いてください（{source}）。',
    'Write it as {{#each name in list}} ({source}).',
  ],
  'each-needs-list': ['{source} は一覧ではありません。', '{source} is no list.'],
  'each-name-taken': ['{name} はすでに使われている名前です。', 'The name {name} is taken.'],
  'condition-not-boolean': [
    '条件は、はい・いいえ（true・false）になる式で書いてください（いまは{actual}）。',
    'A condition must be true or false (this is {actual}).',
  ],
  'too-many-highlights': [
    '要点（highlights）は{most}個までです（いまは{count}個）。',
    'There may be {most} highlights at most (there are {count}).',
  ],
  'payment-not-number': [
    '支払の額は、数になる式で書いてください（いまは{actual}）。',
    'The amount of a payment must be a number (this is {actual}).',
  ],
  'payment-not-text': [
    '支払先は、文字になる式で書いてください（いまは{actual}）。',
    'What names the payee must be text (this is {actual}).',
  ],
  'payment-action-unknown': [
    'この段階に、職員の操作 {name} がありません。',
    'This stage has no action {name} of an official.',
  ],
  'payment-date-unknown': [
    '振り込んだ日の項目 {name} が、この操作にありません。',
    'This action has no date {name} for the day of the payment.',
  ],
  'payment-action-asks-more': [
    '操作 {name} は、銀行の結果だけでは行えません。',
    'The action {name} cannot be taken by what the bank says alone.',
  ],
  'example-differs': [
    '例のとおりになりません。{expectation}：期待は {expected}、実際は {got} です。',
    'The example does not hold. {expectation}: expected {expected}, got {got}.',
  ],
  'example-not-submitted': [
    '答えに誤りがあるため、例が提出まで進みません。',
    'The answers have errors, so the example is never submitted.',
  ],
  'example-timer-skipped': [
    'この手順は {day} ですが、その前に {due} の「{timer}」（日がたつと自動で起きること）が起きているはずです。',
    'This step is taken on {day}, but the timer “{timer}” of {due} would have fired before it.',
  ],
  'example-stopped': ['例の途中で止まりました：{message}', 'The example stopped: {message}'],
  'types-outdated': [
    'answers.d.ts が form.schema.json と合っていません。「npx tetsuzuki types フォルダー」で作り直してください。',
    'answers.d.ts does not match form.schema.json. Make it again with “npx tetsuzuki types <folder>”.',
  ],
};
