import { field, put, set, type Slip, swap } from './broken-folder.js';

const schema = 'form.schema.json';
const workflow = 'workflow.json';

/** What does not keep a folder from being published and is said all the same. */
export const LEFTOVER_SLIPS: readonly Slip[] = [
  {
    name: 'a promise that the usual way cannot keep',
    of: 'gold-sticker',
    edit: set('procedure.json', '/standardProcessingDays', 33),
    path: 'procedure.json#/standardProcessingDays',
    code: 'processing-days-short',
    says: '足すと34日になります。',
  },
  {
    name: 'a stage longer than the whole was promised',
    of: 'jitan-9',
    edit: set(workflow, '/stages/investigation/dueWorkingDays', 60),
    path: `${workflow}#/stages/investigation/dueWorkingDays`,
    code: 'stage-longer-than-promised',
    says: '段階「疑義調査」',
  },
  {
    name: 'a mail address of which nobody says what it is for',
    of: 'gold-sticker',
    edit: set(schema, `${field('applicant.contact_mail')}/x-purpose`, undefined),
    path: `${schema}#${field('applicant.contact_mail')}`,
    code: 'purpose-missing',
    says: '何に使うか（x-purpose）',
  },
  {
    name: 'a name without its reading',
    of: 'gold-sticker',
    edit: set(schema, `${field('applicant.rep_kana')}/format`, undefined),
    path: `${schema}#${field('applicant.rep_name')}`,
    code: 'reading-missing',
    says: '「代表者の氏名」のフリガナ',
  },
  {
    name: 'a condition that always holds',
    of: 'gold-sticker',
    edit: set(
      schema,
      `${field('visit.closed_days')}/x-askWhen`,
      'visit.contact_tel = null or visit.contact_tel != null',
    ),
    path: `${schema}#${field('visit.closed_days')}/x-askWhen`,
    code: 'always-asked',
    says: 'いつでも成り立つ',
  },
  {
    name: 'a question that depends on a later page',
    of: 'gold-sticker',
    edit: set(schema, `${field('store.building')}/x-askWhen`, 'pledges.publication = true'),
    path: `${schema}#${field('store.building')}/x-askWhen`,
    code: 'asked-by-later-answer',
    says: '後のページの',
  },
  {
    name: 'a check that everybody passes',
    of: 'gold-sticker',
    edit: set(
      schema,
      `${field('workers.item_19.masks')}/x-check/0/expression`,
      'workers.item_19.masks = true or workers.item_19.masks != true',
    ),
    path: `${schema}#${field('workers.item_19.masks')}/x-check/0/expression`,
    code: 'check-never-fails',
    says: '何も確かめていません。',
  },
  {
    name: 'an action offered on a condition that always holds',
    of: 'jitan-9',
    edit: set(
      workflow,
      '/stages/second_review/actions/recommend/when',
      'store.seats > 0 or store.seats <= 0 or store.seats = null',
    ),
    path: `${workflow}#/stages/second_review/actions/recommend/when`,
    code: 'condition-always-true',
    says: '書かないのと同じです。',
  },
  {
    name: 'a role without work',
    of: 'jitan-9',
    edit: set(workflow, '/roles/auditor', { title: '監査員' }),
    path: `${workflow}#/roles/auditor`,
    code: 'role-unused',
    says: '役割「監査員」',
  },
  {
    name: 'a notice that nobody sends',
    of: 'jitan-9',
    edit: put('notices/revocation.md', '---\ntitle: 取消\nlayout: letter\n---\n支給の決定を取り消します。\n'),
    path: 'notices/revocation.md',
    code: 'template-unused',
    says: '文面 revocation は、どこからも送られません。',
  },
  {
    name: 'a definition that nobody uses',
    of: 'gold-sticker',
    edit: set(schema, '/$defs/old', { type: 'string', title: '旧' }),
    path: `${schema}#/$defs/old`,
    code: 'definition-unused',
    says: '$defs の old',
  },
  {
    name: 'a table that nobody reads',
    of: 'gold-sticker',
    edit: put('tables/old_rates.csv', 'id,rate:number\na,1\n'),
    path: 'tables/old_rates.csv',
    code: 'table-unused',
    says: '表 old_rates は、どこからも使われていません。',
  },
  {
    name: 'a column that nobody reads',
    of: 'jitan-9',
    edit: (files) => swap('tables/months.csv', 'id,title\n10,10月\n', 'id,title,season\n10,10月,秋\n')(files),
    path: 'tables/months.csv#1',
    code: 'column-unused',
    says: '表 months の列 season',
  },
  {
    name: 'a step that leads nowhere',
    of: 'gold-sticker',
    edit: (files) =>
      set('form.ui.json', '/store', { twice: { 'ui:widget': 'hidden' } })(
        set(schema, `${field('store')}/properties/twice`, {
          type: 'string',
          title: '店名を2回',
          'x-compute': 'store.name + store.name',
          readOnly: true,
        })(files),
      ),
    path: `${schema}#${field('store.twice')}`,
    code: 'step-unused',
    says: '「店名を2回」は画面に出ず',
  },
];
