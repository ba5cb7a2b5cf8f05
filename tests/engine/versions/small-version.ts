import { compileProcedure, type ProcedureFiles, type Version } from '#engine';

const status = (label: string) => ({ label, explanation: `${label}です。`, tone: 'progress' });

/** A whole procedure as its author writes it: two pages, a table, a review of five stages, a mail, two notices. */
const JSON_FILES: Readonly<Record<string, unknown>> = {
  'procedure.json': {
    id: 'shop-grant',
    title: '店舗応援金',
    summary: '府内の店舗に応援金を支給します。',
    kind: 'application',
    audience: ['business'],
    category: 'しごと・産業',
    department: '商工課',
    contact: { name: '応援金窓口', phone: '06-0000-0000', mail: 'shop@example.jp', hours: '平日9時から18時' },
    legalNature: 'contract_grant',
    legalBasis: [{ title: '応援金交付規則', article: '第5条' }],
    criteria: [{ id: 'open', title: '営業している', text: '店舗を営業していること。' }],
    acceptanceWindow: { opensAt: '2021-11-01T00:00:00+09:00', closesAt: '2021-12-13T23:59:59+09:00' },
    standardProcessingDays: 40,
    oncePer: { key: 'store.name', message: 'このお店の申請はすでに届いています。' },
    numbering: { prefix: '0009', documentSymbol: '商応' },
    retentionYears: 5,
    signIn: 'account',
    fee: null,
    subject: 'store.name',
    paperAlternative: null,
  },
  'form.schema.json': {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    type: 'object',
    properties: {
      store: {
        type: 'object',
        title: 'お店',
        required: ['name', 'kind'],
        properties: {
          name: { type: 'string', title: '店名', maxLength: 80 },
          kind: {
            type: 'string',
            title: '業種',
            oneOf: [
              { const: 'bar', title: 'バー' },
              { const: 'cafe', title: 'カフェ' },
            ],
          },
          tel: { type: 'string', title: '電話番号', format: 'tel-jp' },
          fax: { type: 'string', title: 'ファックス番号', maxLength: 20 },
          seats: { type: 'integer', title: '客席の数', minimum: 1, maximum: 1000 },
          chain: { type: 'boolean', title: 'チェーン店ですか' },
          chain_name: {
            type: 'string',
            title: 'チェーンの名前',
            maxLength: 80,
            'x-askWhen': 'store.chain = true',
          },
        },
      },
      sales: {
        type: 'object',
        title: '売上',
        required: ['rows', 'amount'],
        properties: {
          band: { type: 'string', title: '区分', enum: ['A', 'B'], default: 'A' },
          rows: {
            type: 'array',
            title: '月別の売上',
            maxItems: 3,
            items: {
              type: 'object',
              required: ['month', 'yen'],
              properties: {
                month: { type: 'string', title: '月', enum: ['10', '11', '12'] },
                yen: { type: 'integer', title: '売上高', minimum: 0, maximum: 100000000 },
              },
            },
          },
          memo: { type: 'string', title: '備考', maxLength: 400 },
          proof: {
            type: 'array',
            title: '売上の書類',
            'x-attachment': { accept: ['image/jpeg', 'application/pdf'], maxCount: 2 },
          },
          amount: {
            type: 'integer',
            title: '支給額',
            'x-compute': 'floor(sum(sales.rows.yen) * 0.1) + lookup(tables.bands, "band", "A").floor',
          },
        },
        'x-check': [
          {
            id: 'enough',
            expression: 'sum(sales.rows.yen) >= 1000',
            message: '売上の合計は1,000円以上が対象です。',
            level: 'error',
            target: 'sales.rows',
          },
        ],
      },
    },
  },
  'form.ui.json': { store: { 'ui:order': ['name', 'kind', '*'] } },
  'workflow.json': {
    start: 'review',
    onArrival: [{ message: 'received' }],
    roles: { reviewer: { title: '審査員' }, approver: { title: '決裁者' } },
    reasons: [{ code: 'unreadable', title: '読めない', text: '書類の文字が読み取れません。' }],
    stages: {
      review: {
        kind: 'review',
        title: '審査',
        role: 'reviewer',
        dueWorkingDays: 10,
        publicStatus: status('審査中'),
        actions: {
          pass: { title: '決裁へ進める', tone: 'primary', routes: [{ to: 'decision' }] },
          inspect: { title: '現地を確かめる', routes: [{ to: 'visit' }] },
        },
      },
      visit: {
        kind: 'inspection',
        title: '現地確認',
        role: 'reviewer',
        publicStatus: status('現地確認中'),
        actions: { done: { title: '確かめた', routes: [{ to: 'decision' }] } },
      },
      decision: {
        kind: 'approval',
        title: '決裁',
        role: 'approver',
        publicStatus: status('最終審査中'),
        actions: {
          grant: { title: '支給を決める', routes: [{ to: 'granted' }], effects: [{ notice: 'grant' }] },
          refuse: {
            title: '不支給を決める',
            tone: 'danger',
            requires: { publicReason: 20 },
            routes: [{ to: 'refused' }],
            effects: [{ notice: 'refusal' }],
          },
        },
      },
      granted: {
        kind: 'final',
        title: '支給',
        outcome: 'approved',
        publicStatus: { ...status('支給します'), tone: 'done' },
      },
      refused: {
        kind: 'final',
        title: '不支給',
        outcome: 'refused',
        publicStatus: { ...status('不支給です'), tone: 'refused' },
      },
    },
  },
};
const TEXT_FILES: ProcedureFiles = {
  'tables/bands.csv': 'band,floor:number\nA,40000\nB,30000\n',
  'messages/received.md':
    '---\nsubject: 受け付けました\n---\n{{ store.name }} 様\n\n申請を受け付けました。\n',
  'notices/grant.md':
    '---\ntitle: 支給決定通知書\nlayout: letter\n---\n宛先：{{ store.name }} 様\n\n支給額は {{ yen(sales.amount) }} 円です。\n',
  'notices/refusal.md':
    '---\ntitle: 不支給決定通知書\nlayout: letter\n---\n宛先：{{ store.name }} 様\n\n理由：{{ action.public_reason }}\n',
};

/**
 * What an author changes: `workflow.json#/stages/review/title` → its new value, `tables/bands.csv` → its new text.
 * Undefined takes it away.
 */
export type Edits = Readonly<Record<string, unknown>>;

/**
 * The procedure after these edits.
 * @throws when it does not compile, naming every problem
 */
export function version(edits: Edits = {}): Version {
  const json = structuredClone(JSON_FILES);
  const texts: Record<string, unknown> = { ...TEXT_FILES };
  for (const [place, value] of Object.entries(edits)) {
    const [file = '', pointer] = place.split('#');
    if (pointer === undefined) texts[file] = value;
    else set(json[file], pointer.split('/').slice(1), value);
  }
  const written = Object.entries(json).map(([file, value]) => [file, JSON.stringify(value)]);
  const kept = Object.entries(texts).filter(([, text]) => text !== undefined);
  return compiled(Object.fromEntries([...written, ...kept]));
}

function set(container: unknown, [step = '', ...rest]: readonly string[], value: unknown): void {
  const members = container as Record<string, unknown>;
  if (rest.length > 0) set(members[step], rest, value);
  else if (value === undefined) Reflect.deleteProperty(members, step);
  else members[step] = value;
}

/** @throws when the files do not compile, naming every problem */
export function compiled(files: ProcedureFiles): Version {
  const result = compileProcedure(files);
  if (!result.ok) throw new Error(result.problems.map((one) => JSON.stringify(one)).join('\n'));
  return { procedure: result.procedure, files };
}
