import type { Language } from '../http/language.js';

/** One password for all: it is printed on the sign-in screens of a demo, and exists nowhere else. */
export const demoPassword = 'tetsuzuki-demo';

type InBothLanguages = Readonly<Record<Language, string>>;

export interface DemoApplicant {
  readonly mail: string;
  readonly kind: 'individual' | 'business';
  readonly name: string;
  readonly description: InBothLanguages;
  /** As `x-prefill` names it. */
  readonly profile: Readonly<Record<string, unknown>>;
  /** As whom the account can act besides. */
  readonly also?: Pick<DemoApplicant, 'kind' | 'name' | 'profile'>;
}

export const demoApplicants: readonly DemoApplicant[] = [
  {
    mail: 'naniwa@example.jp',
    kind: 'business',
    name: '株式会社なにわ酒場',
    description: { ja: '事業者（法人）。居酒屋を営んでいます。', en: 'A company that runs a pub.' },
    profile: {
      kind: 'corporation',
      corporate_number: '7123456789012',
      name: '株式会社なにわ酒場',
      name_kana: 'カブシキガイシャナニワサカバ',
      representative_title: '代表取締役',
      representative_name: '難波 花子',
      representative_kana: 'ナンバ ハナコ',
      postal: '5420076',
      address: '大阪府大阪市中央区難波1-2-3',
      contact_name: '難波 太郎',
      phone: '0612345678',
    },
  },
  {
    mail: 'kitano@example.jp',
    kind: 'individual',
    name: '北野 春香',
    description: { ja: '個人事業主。喫茶店を営んでいます。', en: 'A sole proprietor who runs a café.' },
    profile: {
      kind: 'sole_proprietor',
      name: '北野 春香',
      name_kana: 'キタノ ハルカ',
      postal: '5300012',
      address: '大阪府大阪市北区芝田2-3-4',
      contact_name: '北野 春香',
      phone: '09087654321',
    },
  },
  {
    mail: 'nakanoshima@example.jp',
    kind: 'individual',
    name: '中之島 司',
    description: {
      ja: '行政書士。個人としても事業者としても使え、株式会社なにわ酒場の代理人です。',
      en: 'An administrative scrivener: acts as a person, as a business, and as the agent of 株式会社なにわ酒場.',
    },
    profile: {
      name: '中之島 司',
      name_kana: 'ナカノシマ ツカサ',
      postal: '5300005',
      address: '大阪府大阪市北区中之島5-6-7',
      phone: '0661234567',
    },
    also: {
      kind: 'business',
      name: '中之島行政書士事務所',
      profile: {
        kind: 'sole_proprietor',
        name: '中之島行政書士事務所',
        name_kana: 'ナカノシマギョウセイショシジムショ',
        postal: '5300005',
        address: '大阪府大阪市北区中之島5-6-7',
        contact_name: '中之島 司',
        phone: '0661234567',
      },
    },
  },
];

/** Who acts for whom in the demo, in which procedure. */
export const demoMandates = [
  {
    principal: 'naniwa@example.jp',
    agent: 'nakanoshima@example.jp',
    as: 'business',
    procedureId: 'jitan-9',
  },
] as const;

/** Departments and their teams, each below the one that it names; English beside the Japanese. */
export const demoDepartments: readonly {
  readonly path: readonly (readonly [ja: string, en: string])[];
  readonly teams: readonly (readonly [ja: string, en: string])[];
}[] = [
  { path: [['商工労働部', 'Commerce and Labour']], teams: [] },
  {
    path: [
      ['商工労働部', 'Commerce and Labour'],
      ['協力金審査班', 'Grant Review'],
    ],
    teams: [
      ['大阪市班', 'Osaka City team'],
      ['南大阪班', 'South Osaka team'],
    ],
  },
  {
    path: [
      ['商工労働部', 'Commerce and Labour'],
      ['疑義調査班', 'Investigation'],
    ],
    teams: [],
  },
  {
    path: [
      ['商工労働部', 'Commerce and Labour'],
      ['経営支援課', 'Business Support'],
    ],
    teams: [],
  },
  { path: [['会計局', 'Accounting']], teams: [['支払チーム', 'Payment team']] },
  {
    path: [
      ['健康医療部', 'Health'],
      ['感染対策班', 'Infection Control'],
    ],
    teams: [['現地確認チーム', 'Inspection team']],
  },
  {
    path: [
      ['健康医療部', 'Health'],
      ['食の安全推進課', 'Food Safety'],
    ],
    teams: [],
  },
  {
    path: [
      ['総務部', 'General Affairs'],
      ['情報システム課', 'Information Systems'],
    ],
    teams: [],
  },
  { path: [['監査委員事務局', 'Audit Office']], teams: [] },
  {
    path: [
      ['府民文化部', 'Citizens and Culture'],
      ['コールセンター', 'Call Centre'],
    ],
    teams: [],
  },
];

export interface DemoOfficial {
  readonly login: string;
  readonly name: string;
  /** With those above it, as people read it. */
  readonly department: string;
  readonly teams?: readonly string[];
  readonly description: InBothLanguages;
  /** Procedure → roles, by the names of its workflow.json; `*` for the whole office. */
  readonly roles: Readonly<Record<string, readonly string[]>>;
}

export const demoOfficials: readonly DemoOfficial[] = [
  {
    login: 'sato',
    name: '佐藤 健',
    department: '商工労働部 協力金審査班',
    teams: ['大阪市班'],
    description: { ja: '一次審査・書類審査', en: 'First review and document review' },
    roles: { 'jitan-9': ['reviewer_1'], 'gold-sticker': ['document_reviewer'] },
  },
  {
    login: 'suzuki',
    name: '鈴木 恵',
    department: '商工労働部 協力金審査班',
    teams: ['大阪市班', '南大阪班'],
    description: {
      ja: '二次審査・現地確認の調整（決裁もできますが、自分が審査した案件は決裁できません）',
      en: 'Second review and dates of visits (may also decide, but never what she reviewed herself)',
    },
    roles: { 'jitan-9': ['reviewer_2', 'approver'], 'gold-sticker': ['scheduler'] },
  },
  {
    login: 'takahashi',
    name: '高橋 誠',
    department: '商工労働部 疑義調査班',
    description: { ja: '疑義調査', en: 'Investigation of doubtful cases' },
    roles: { 'jitan-9': ['investigator'] },
  },
  {
    login: 'tanaka',
    name: '田中 律子',
    department: '商工労働部 経営支援課',
    description: { ja: '決裁（課長）', en: 'Decisions (head of section)' },
    roles: { 'jitan-9': ['approver'], 'gold-sticker': ['approver'] },
  },
  {
    login: 'yamamoto',
    name: '山本 和夫',
    department: '商工労働部',
    description: {
      ja: '高額（300万円以上）の決裁（部長）',
      en: 'Decisions from 3,000,000 yen (head of department)',
    },
    roles: { 'jitan-9': ['director'] },
  },
  {
    login: 'ito',
    name: '伊藤 翼',
    department: '会計局',
    teams: ['支払チーム'],
    description: { ja: '支払（振込データを作る会計担当）', en: 'Payments (makes the file for the bank)' },
    roles: { 'jitan-9': ['accountant'] },
  },
  {
    login: 'matsumoto',
    name: '松本 由美',
    department: '会計局',
    teams: ['支払チーム'],
    description: {
      ja: '支払（伊藤が作った支払を承認する、もう一人の会計担当）',
      en: 'Payments (the second accountant, who releases what Ito has made)',
    },
    roles: { 'jitan-9': ['accountant'] },
  },
  {
    login: 'watanabe',
    name: '渡辺 光',
    department: '健康医療部 感染対策班',
    teams: ['現地確認チーム'],
    description: { ja: '現地確認', en: 'Visits on site' },
    roles: { 'gold-sticker': ['inspector'] },
  },
  {
    login: 'kimura',
    name: '木村 桜',
    department: '健康医療部 食の安全推進課',
    description: {
      ja: '意見照会への回答（審査の役割はなく、共有された項目だけが見えます）',
      en: 'Answers what other offices ask (no role in any review; sees what is shared and no more)',
    },
    roles: {},
  },
  {
    login: 'nakata',
    name: '中田 結衣',
    department: '府民文化部',
    description: {
      ja: '府民アンケート（登録不要）と証明書（電子署名）の担当',
      en: 'The survey (no account needed) and the certificates (signed electronically)',
    },
    roles: { enquete: ['reader'], shomei: ['registrar'] },
  },
  {
    login: 'kobayashi',
    name: '小林 亮',
    department: '総務部 情報システム課',
    description: { ja: '職員の管理（システム管理者）', en: 'Officials’ accounts (administrator)' },
    roles: { '*': ['administrator'] },
  },
  {
    login: 'kato',
    name: '加藤 奈緒',
    department: '総務部 情報システム課',
    description: {
      ja: '職員の管理（小林が付けた決裁の役割を確認する、もう一人のシステム管理者）',
      en: 'Officials’ accounts (the second administrator, who confirms roles that decide)',
    },
    roles: { '*': ['administrator'] },
  },
  {
    login: 'nakamura',
    name: '中村 修',
    department: '監査委員事務局',
    description: { ja: '監査（すべての申請の閲覧のみ）', en: 'Audit (reads all applications)' },
    roles: { '*': ['auditor'] },
  },
  {
    login: 'yoshida',
    name: '吉田 彩',
    department: '府民文化部 コールセンター',
    description: {
      ja: 'コールセンター（すべての申請の閲覧のみ）',
      en: 'Call centre (reads all applications)',
    },
    roles: { '*': ['call_centre'] },
  },
  {
    login: 'aoki',
    name: '青木 さくら',
    department: '商工労働部 経営支援課',
    description: { ja: '手続作成（すべての手続）', en: 'Writes procedures (all of them)' },
    roles: { '*': ['author'] },
  },
  {
    login: 'ishii',
    name: '石井 拓',
    department: '健康医療部 感染対策班',
    description: { ja: '手続作成（自分の部署の手続）', en: 'Writes procedures of his department' },
    roles: { '*': ['department_author'] },
  },
  {
    login: 'hayashi',
    name: '林 隆',
    department: '商工労働部 経営支援課',
    description: {
      ja: '公開承認（青木や石井が作った手続の公開を承認する）',
      en: 'Approves what Aoki and Ishii want to publish',
    },
    roles: { '*': ['publisher'] },
  },
  {
    login: 'ogawa',
    name: '小川 真理',
    department: '府民文化部 コールセンター',
    description: { ja: 'お知らせ作成', en: 'Writes announcements' },
    roles: { '*': ['news_writer'] },
  },
  {
    login: 'maeda',
    name: '前田 学',
    department: '府民文化部',
    description: {
      ja: 'お知らせ承認（小川が書いたお知らせを承認する）',
      en: 'Approves the announcements that Ogawa writes',
    },
    roles: { '*': ['news_approver'] },
  },
];
