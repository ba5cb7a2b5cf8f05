import type { Sentences } from './sentences.js';

/**
 * For officials who read what a new version changes. A code with `:values` has this sentence where both values can be
 * read in one line. `{before}` and `{after}` bring their own marks; `{reading}` is a bracket of its own, or nothing.
 */
export const CHANGE_SENTENCES: Sentences = {
  'page-added': [
    'ページ「{field}」が加わりました（質問{count}つ）。',
    'The page “{field}” was added (questions: {count}).',
  ],
  'page-removed': [
    'ページ「{field}」がなくなりました（行き場のなくなる質問{count}つ）。',
    'The page “{field}” is gone (questions that go with it: {count}).',
  ],
  'page-renamed': [
    'ページ「{field}」の名前が {from} から {to} に変わりました（回答は引き継げます）。',
    'The page “{field}” is now named {to}, no longer {from}; its answers can be carried over.',
  ],
  'page-title': [
    'ページの題が{before}から{after}に変わりました。',
    'The page {before} is now titled {after}.',
  ],
  'page-description': ['ページ「{field}」の説明が変わりました。', 'The text of the page “{field}” changed.'],
  'page-appearance': [
    'ページ「{field}」の見せ方（form.ui.json）が変わりました。',
    'The page “{field}” looks different (form.ui.json).',
  ],
  'pages-reordered': ['ページの順番が変わりました。', 'The pages come in another order.'],
  'fields-reordered': [
    '「{field}」の中の質問の順番が変わりました。',
    'The questions in “{field}” come in another order.',
  ],
  'required-field-added': [
    '「{page}」に、必ず答える質問「{field}」が加わりました。',
    'The required question “{field}” was added to “{page}”.',
  ],
  'field-added': [
    '「{page}」に質問「{field}」が加わりました（答えなくてもかまいません）。',
    'The optional question “{field}” was added to “{page}”.',
  ],
  'group-added': [
    '「{page}」に「{field}」（質問{count}つ）が加わりました。',
    '“{field}” (questions: {count}) was added to “{page}”.',
  ],
  'computed-added': [
    '「{page}」に、計算で決まる「{field}」が加わりました。',
    'The computed value “{field}” was added to “{page}”.',
  ],
  'field-removed': [
    '質問「{field}」がなくなりました。これまでの回答は行き場がなくなります。',
    'The question “{field}” is gone; answers to it have no place any more.',
  ],
  'group-removed': [
    '「{field}」がなくなりました（行き場のなくなる質問{count}つ）。',
    '“{field}” is gone (questions that go with it: {count}).',
  ],
  'computed-removed': ['計算で決まる「{field}」がなくなりました。', 'The computed value “{field}” is gone.'],
  'field-moved': [
    '「{field}」が「{from}」から「{to}」へ移りました（回答は引き継げます）。',
    '“{field}” moved from “{from}” to “{to}”; its answers can be carried over.',
  ],
  'field-renamed': [
    '「{field}」の項目名が {from} から {to} に変わりました（回答は引き継げます）。',
    '“{field}” is now named {to}, no longer {from}; its answers can be carried over.',
  ],
  'field-title': [
    '質問の題が{before}から{after}に変わりました。',
    'The question {before} is now titled {after}.',
  ],
  'field-setting': ['「{field}」の{setting}が変わりました。', '“{field}”: {setting} changed.'],
  'field-setting:values': [
    '「{field}」の{setting}が{before}から{after}に変わりました。',
    '“{field}”: {setting} changed from {before} to {after}.',
  ],
  'field-kind': [
    '「{field}」の答え方が{kindBefore}から{kindAfter}に変わりました。',
    '“{field}” is answered otherwise: {kindAfter}, no longer {kindBefore}.',
  ],
  'became-required': ['「{field}」の入力が必須になりました。', '“{field}” must be answered now.'],
  'became-optional': ['「{field}」は答えなくてもよくなりました。', '“{field}” may be left empty now.'],
  'became-consent': [
    '「{field}」は、同意しないと申請できない項目になりました。',
    '“{field}” must be agreed to now.',
  ],
  'became-no-consent': [
    '「{field}」は、同意しなくても申請できるようになりました。',
    '“{field}” need not be agreed to any more.',
  ],
  'limit-tightened': [
    '「{field}」の{setting}が厳しくなりました（{before}から{after}に）。',
    '“{field}”: {setting} is stricter ({before} became {after}).',
  ],
  'limit-loosened': [
    '「{field}」の{setting}が緩やかになりました（{before}から{after}に）。',
    '“{field}”: {setting} is looser ({before} became {after}).',
  ],
  'pattern-changed': [
    '「{field}」に書ける文字の形が{before}から{after}に変わりました。',
    '“{field}”: what may be written changed from {before} to {after}.',
  ],
  'option-added': [
    '「{field}」の選択肢に「{option}」が加わりました。',
    '“{field}” has the new choice “{option}”.',
  ],
  'option-removed': [
    '「{field}」の選択肢から「{option}」がなくなりました。',
    '“{field}” no longer has the choice “{option}”.',
  ],
  'option-title': [
    '「{field}」の選択肢「{from}」が「{to}」という言い方になりました。',
    '“{field}”: the choice “{from}” is now called “{to}”.',
  ],
  'options-reordered': [
    '「{field}」の選択肢の順番が変わりました。',
    'The choices of “{field}” come in another order.',
  ],
  'options-more': [
    '「{field}」の選択肢には、このほかに{count}か所の違いがあります（選択肢は{before}個から{after}個に）。',
    '“{field}” has more differences in its choices: {count} (choices before: {before}, now: {after}).',
  ],
  'file-type-added': [
    '「{field}」に {type} のファイルも付けられるようになりました。',
    '“{field}” takes files of the type {type} too.',
  ],
  'file-type-removed': [
    '「{field}」に {type} のファイルは付けられなくなりました。',
    '“{field}” no longer takes files of the type {type}.',
  ],
  'file-example': ['「{field}」の見本の画像が変わりました。', 'The example picture of “{field}” changed.'],
  'ask-when-added': [
    '「{field}」は、条件に合う人にだけ尋ねるようになりました：{after}{reading}',
    '“{field}” is asked only of those to whom it applies: {after}{reading}',
  ],
  'ask-when-removed': [
    '「{field}」は、全員に尋ねるようになりました（これまでの条件：{before}）。',
    '“{field}” is asked of everyone now (until now: {before}).',
  ],
  'ask-when-changed': [
    '「{field}」を尋ねる条件が{before}から{after}に変わりました{reading}。',
    '“{field}” is asked under another condition: {after}, no longer {before}{reading}.',
  ],
  'compute-added': [
    '「{field}」は、入力してもらうのをやめ、計算で決めるようになりました：{after}{reading}',
    '“{field}” is computed now, no longer asked: {after}{reading}',
  ],
  'compute-removed': [
    '「{field}」は、計算で決めるのをやめ、入力してもらうようになりました。',
    '“{field}” is asked now, no longer computed.',
  ],
  'compute-changed': [
    '「{field}」の計算の式が{before}から{after}に変わりました{reading}。',
    '“{field}” is computed otherwise: {after}, no longer {before}{reading}.',
  ],
  'check-added': [
    '「{field}」に点検が加わりました。通らないと申請できません：「{message}」',
    '“{field}” has a new check that must hold: “{message}”',
  ],
  'check-added-warning': [
    '「{field}」に注意が加わりました（申請はできます）：「{message}」',
    '“{field}” has a new warning, which does not stop anyone: “{message}”',
  ],
  'check-removed': [
    '「{field}」の点検がなくなりました：「{message}」',
    'A check of “{field}” is gone: “{message}”',
  ],
  'check-removed-warning': [
    '「{field}」の注意がなくなりました：「{message}」',
    'A warning of “{field}” is gone: “{message}”',
  ],
  'check-became-error': [
    '「{field}」の注意が、通らないと申請できない点検になりました：「{message}」',
    'A warning of “{field}” must hold now: “{message}”',
  ],
  'check-became-warning': [
    '「{field}」の点検が、申請はできる注意になりました：「{message}」',
    'A check of “{field}” is only a warning now: “{message}”',
  ],
  'check-changed': [
    '「{field}」の点検の条件が{before}から{after}に変わりました{reading}。',
    'A check of “{field}” changed from {before} to {after}{reading}.',
  ],
  'check-message': [
    '「{field}」の点検の文が{before}から{after}に変わりました。',
    'A check of “{field}” now says {after}, no longer {before}.',
  ],
  'check-target': [
    '点検の文が「{field}」の横に出るようになりました：「{message}」',
    'The message of a check stands beside “{field}” now: “{message}”',
  ],
  'check-criterion': [
    '「{field}」の点検が示す審査基準が{before}から{after}に変わりました。',
    'A check of “{field}” now names the criterion {after}, no longer {before}.',
  ],
  'info-setting': ['{setting}が変わりました。', 'The {setting} changed.'],
  'info-setting:values': [
    '{setting}が{before}から{after}に変わりました。',
    'The {setting} changed from {before} to {after}.',
  ],
  'criterion-added': ['審査基準「{title}」が加わりました。', 'The criterion “{title}” was added.'],
  'criterion-removed': ['審査基準「{title}」がなくなりました。', 'The criterion “{title}” is gone.'],
  'criterion-changed': [
    '審査基準「{title}」の文が変わりました。',
    'The criterion “{title}” is worded otherwise.',
  ],
  'workflow-setting': ['審査の流れの{setting}が変わりました。', 'Review: {setting} changed.'],
  'workflow-setting:values': [
    '審査の流れの{setting}が{before}から{after}に変わりました。',
    'Review: {setting} changed from {before} to {after}.',
  ],
  'role-added': ['役割「{title}」が加わりました。', 'The role “{title}” was added.'],
  'role-removed': [
    '役割「{title}」がなくなりました。この役割の職員は仕事を引き継いでください。',
    'The role “{title}” is gone; whoever held it must hand over.',
  ],
  'role-title': [
    '役割の名前が{before}から{after}に変わりました。',
    'The role {before} is now called {after}.',
  ],
  'role-changed': ['役割「{title}」のできることが変わりました。', 'What the role “{title}” may do changed.'],
  'team-added': ['班「{title}」が加わりました。', 'The team “{title}” was added.'],
  'team-removed': ['班「{title}」がなくなりました。', 'The team “{title}” is gone.'],
  'team-title': ['班の名前が{before}から{after}に変わりました。', 'The team {before} is now called {after}.'],
  'team-changed': ['班「{title}」の設定が変わりました。', 'The team “{title}” changed.'],
  'reason-added': ['理由の文例「{title}」が加わりました。', 'The ready reason “{title}” was added.'],
  'reason-removed': ['理由の文例「{title}」がなくなりました。', 'The ready reason “{title}” is gone.'],
  'reason-title': [
    '理由の文例の題が{before}から{after}に変わりました。',
    'The ready reason {before} is now titled {after}.',
  ],
  'reason-changed': [
    '理由の文例「{title}」の文が変わりました。',
    'The ready reason “{title}” is worded otherwise.',
  ],
  'stage-added': ['段階「{stage}」が加わりました。', 'The stage “{stage}” was added.'],
  'stage-removed': [
    '段階「{stage}」がなくなりました。いまこの段階にある申請は、行き先を決める必要があります。',
    'The stage “{stage}” is gone; applications that stand there need a place.',
  ],
  'stage-renamed': [
    '段階「{stage}」の名前が {from} から {to} に変わりました（申請は引き継げます）。',
    'The stage “{stage}” is now named {to}, no longer {from}; applications can be carried over.',
  ],
  'stage-setting': ['段階「{stage}」の{setting}が変わりました。', 'Stage “{stage}”: {setting} changed.'],
  'stage-setting:values': [
    '段階「{stage}」の{setting}が{before}から{after}に変わりました。',
    'Stage “{stage}”: {setting} changed from {before} to {after}.',
  ],
  'stage-routes': ['段階「{stage}」の行き先が変わりました。', 'The stage “{stage}” leads elsewhere now.'],
  'stage-check-added': [
    '段階「{stage}」に自動の点検「{title}」が加わりました。',
    'The stage “{stage}” has the new check “{title}”.',
  ],
  'stage-check-removed': [
    '段階「{stage}」の自動の点検「{title}」がなくなりました。',
    'The stage “{stage}” no longer has the check “{title}”.',
  ],
  'stage-check-changed': [
    '段階「{stage}」の自動の点検「{title}」の条件が{before}から{after}に変わりました。',
    'The check “{title}” of the stage “{stage}” changed from {before} to {after}.',
  ],
  'stage-check-words': [
    '段階「{stage}」の自動の点検「{title}」の題または文が変わりました。',
    'The check “{title}” of the stage “{stage}” is worded otherwise.',
  ],
  'action-added': [
    '段階「{stage}」に操作「{action}」が加わりました。',
    'The stage “{stage}” has the new action “{action}”.',
  ],
  'action-removed': [
    '段階「{stage}」の操作「{action}」がなくなりました。',
    'The stage “{stage}” no longer has the action “{action}”.',
  ],
  'action-routes': [
    '段階「{stage}」の操作「{action}」の行き先が変わりました。',
    'The action “{action}” of the stage “{stage}” leads elsewhere now.',
  ],
  'action-setting': [
    '段階「{stage}」の操作「{action}」の{setting}が変わりました。',
    'Action “{action}” of the stage “{stage}”: {setting} changed.',
  ],
  'action-setting:values': [
    '段階「{stage}」の操作「{action}」の{setting}が{before}から{after}に変わりました。',
    'Action “{action}” of the stage “{stage}”: {setting} changed from {before} to {after}.',
  ],
  'table-added': ['表 {table} が加わりました（{after}行）。', 'The table {table} was added (rows: {after}).'],
  'table-removed': ['表 {table} がなくなりました。', 'The table {table} is gone.'],
  'table-column-added': [
    '表 {table} に列 {column} が加わりました。',
    'The table {table} has the new column {column}.',
  ],
  'table-column-removed': [
    '表 {table} の列 {column} がなくなりました。',
    'The table {table} no longer has the column {column}.',
  ],
  'table-row-added': [
    '表 {table} に行「{row}」が加わりました。',
    'The table {table} has the new row “{row}”.',
  ],
  'table-row-removed': [
    '表 {table} の行「{row}」がなくなりました。',
    'The table {table} no longer has the row “{row}”.',
  ],
  'table-cell': [
    '表 {table}：「{row}」の {column} が{before}から{after}に変わりました。',
    'Table {table}: the {column} of “{row}” changed from {before} to {after}.',
  ],
  'table-more': [
    '表 {table} には、このほかに{count}か所の違いがあります。',
    'The table {table} has more differences: {count}.',
  ],
  'message-added': ['メール {template} が加わりました。', 'The message {template} was added.'],
  'message-removed': ['メール {template} がなくなりました。', 'The message {template} is gone.'],
  'message-text': [
    'メール {template} の文面が変わりました（消えた行{removed}、加わった行{added}）。',
    'The message {template} is worded otherwise (lines gone: {removed}, new: {added}).',
  ],
  'notice-added': ['通知書 {template} が加わりました。', 'The notice {template} was added.'],
  'notice-removed': ['通知書 {template} がなくなりました。', 'The notice {template} is gone.'],
  'notice-text': [
    '通知書 {template} の文面が変わりました（消えた行{removed}、加わった行{added}）。',
    'The notice {template} is worded otherwise (lines gone: {removed}, new: {added}).',
  ],
  'file-added': ['ファイル {file} が加わりました。', 'The file {file} was added.'],
  'file-removed': ['ファイル {file} がなくなりました。', 'The file {file} is gone.'],
  'file-changed': ['ファイル {file} が変わりました。', 'The file {file} changed.'],
};
