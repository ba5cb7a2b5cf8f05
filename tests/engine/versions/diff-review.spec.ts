import { describe, expect, it } from '@jest/globals';
import { differences } from './differences.js';
import type { Edits } from './small-version.js';

const stages = 'workflow.json#/stages';
const onsite = {
  kind: 'inspection',
  title: '現地確認',
  role: 'reviewer',
  publicStatus: { label: '現地確認中', explanation: '現地確認中です。', tone: 'progress' },
  actions: { done: { title: '確かめた', routes: [{ to: 'decision' }] } },
};

describe('info', () => {
  it.each<readonly [string, Edits, readonly string[]]>([
    [
      'window, sign-in, law, fee and contact',
      {
        'procedure.json#/acceptanceWindow/closesAt': '2021-11-30T23:59:59+09:00',
        'procedure.json#/legalNature': 'voluntary',
        'procedure.json#/contact/phone': '06-1111-1111',
        'procedure.json#/oncePer': null,
        'procedure.json#/fee': '300円',
        'procedure.json#/standardProcessingDays': 30,
        'procedure.json#/signIn': 'signature',
        'procedure.json#/audience': ['business', 'individual'],
      },
      [
        'stricter 受付の終わりが「2021年12月13日 23:59:59」から「2021年11月30日 23:59:59」に変わりました。',
        'stricter サインインの要否が「アカウントでサインイン」から「電子署名」に変わりました。',
        'changes-result 法的な性質が「契約による支給」から「任意のもの」に変わりました。',
        'changes-result 標準処理期間（開庁日）が40から30に変わりました。',
        'changes-result 手数料がなしから「300円」に変わりました。',
        'looser 申請できる人が変わりました。',
        'words 問い合わせ先の電話番号が「06-0000-0000」から「06-1111-1111」に変わりました。',
      ],
    ],
    [
      'a window that opens later and closes later',
      {
        'procedure.json#/acceptanceWindow': {
          opensAt: '2021-11-08T00:00:00+09:00',
          closesAt: '2021-12-20T23:59:59+09:00',
        },
      },
      [
        'stricter 受付の始まりが「2021年11月1日 00:00:00」から「2021年11月8日 00:00:00」に変わりました。',
        'looser 受付の終わりが「2021年12月13日 23:59:59」から「2021年12月20日 23:59:59」に変わりました。',
      ],
    ],
    [
      'criteria',
      {
        'procedure.json#/criteria': [
          { id: 'open', title: '営業している', text: '店舗を現に営業していること。' },
          { id: 'tax', title: '納税', text: '税を納めていること。' },
        ],
      },
      ['words 審査基準「営業している」の文が変わりました。', 'words 審査基準「納税」が加わりました。'],
    ],
    [
      'criteria gone',
      { 'procedure.json#/criteria': [] },
      ['words 審査基準「営業している」がなくなりました。'],
    ],
    [
      'who counts as the same applicant',
      { 'procedure.json#/oncePer': { key: 'store.name + store.kind', message: 'もう届いています。' } },
      [
        'stricter 重複を見分ける式が「store.name」から「store.name + store.kind」に変わりました。',
        'words 重複したときの文が「このお店の申請はすでに届いています。」から「もう届いています。」に変わりました。',
      ],
    ],
  ])('%s', (_, edits, sentences) => {
    expect(differences(edits)).toEqual(sentences);
  });
});

describe('review', () => {
  it.each<readonly [string, Edits, readonly string[]]>([
    [
      'a stage is taken away',
      { [`${stages}/visit`]: undefined, [`${stages}/review/actions/inspect`]: undefined },
      [
        'stage-gone 段階「現地確認」がなくなりました。いまこの段階にある申請は、行き先を決める必要があります。',
        'changes-result 段階「審査」の操作「現地を確かめる」がなくなりました。',
      ],
    ],
    [
      'a stage is renamed, and what leads there with it',
      {
        [`${stages}/visit`]: undefined,
        [`${stages}/onsite`]: onsite,
        [`${stages}/review/actions/inspect/routes`]: [{ to: 'onsite' }],
      },
      ['none 段階「現地確認」の名前が visit から onsite に変わりました（申請は引き継げます）。'],
    ],
    [
      'a stage is added',
      {
        [`${stages}/second`]: {
          ...onsite,
          kind: 'review',
          title: '二次審査',
          publicStatus: { label: '二次審査中', explanation: '二次審査中です。', tone: 'progress' },
        },
        [`${stages}/review/actions/pass/routes`]: [{ to: 'second' }],
      },
      [
        'changes-result 段階「二次審査」が加わりました。',
        'changes-result 段階「審査」の操作「決裁へ進める」の行き先が変わりました。',
      ],
    ],
    [
      'who, until when, and what the applicant reads',
      {
        [`${stages}/review/title`]: '一次審査',
        [`${stages}/review/dueWorkingDays`]: 5,
        [`${stages}/review/role`]: 'approver',
        [`${stages}/review/publicStatus/label`]: '確認中',
      },
      [
        'changes-result 段階「一次審査」の担当の役割が「審査員」から「決裁者」に変わりました。',
        'changes-result 段階「一次審査」の期限（開庁日）が10から5に変わりました。',
        'words 段階「一次審査」の題が「審査」から「一次審査」に変わりました。',
        'words 段階「一次審査」の申請者に見せる状況が「審査中」から「確認中」に変わりました。',
      ],
    ],
    [
      'an action',
      {
        [`${stages}/decision/actions/refuse/requires/publicReason`]: 50,
        [`${stages}/decision/actions/grant/notActorOf`]: ['review'],
        [`${stages}/decision/actions/grant/effects`]: [],
        [`${stages}/decision/actions/grant/when`]: 'sales.amount > 0',
        [`${stages}/decision/actions/back`]: {
          title: '審査へ戻す',
          requires: { reason: true, publicReason: true },
          routes: [{ to: 'review' }],
        },
      },
      [
        'changes-result 段階「決裁」の操作「支給を決める」のできる条件がなしから「sales.amount > 0」に変わりました。',
        'changes-result 段階「決裁」の操作「支給を決める」の同じ人ができない段階が変わりました。',
        'changes-result 段階「決裁」の操作「支給を決める」の送るものが変わりました。',
        'looser 段階「決裁」に操作「審査へ戻す」が加わりました。',
        'none 段階「決裁」の操作「不支給を決める」の申請者向けの理由の最小の文字数が20から50に変わりました。',
      ],
    ],
    [
      'roles, reasons and what is sent on arrival',
      {
        'workflow.json#/roles/approver/title': '課長',
        'workflow.json#/roles/reviewer': { title: '審査員', recommendOnly: true },
        'workflow.json#/roles/helper': { title: '委託の審査員' },
        'workflow.json#/reasons': [{ code: 'other', title: 'そのほか', text: 'そのほかの理由です。' }],
        'workflow.json#/onArrival': [],
        'workflow.json#/highlights': [{ title: '支給額', value: 'yen(sales.amount)' }],
      },
      [
        'changes-result 審査の流れの到達したときに送るものが変わりました。',
        'changes-result 役割「審査員」のできることが変わりました。',
        'words 審査の流れの要点が変わりました。',
        'words 役割の名前が「決裁者」から「課長」に変わりました。',
        'none 役割「委託の審査員」が加わりました。',
        'none 理由の文例「読めない」がなくなりました。',
        'none 理由の文例「そのほか」が加わりました。',
      ],
    ],
    [
      'a ready reason',
      {
        'workflow.json#/reasons': [
          { code: 'unreadable', title: '読み取れない', text: '書類の文字が小さく、読み取れません。' },
        ],
      },
      [
        'words 理由の文例の題が「読めない」から「読み取れない」に変わりました。',
        'words 理由の文例「読み取れない」の文が変わりました。',
      ],
    ],
  ])('%s', (_, edits, sentences) => {
    expect(differences(edits)).toEqual(sentences);
  });
});

describe('texts and tables', () => {
  it.each<readonly [string, Edits, readonly string[]]>([
    [
      'a mail is worded otherwise',
      {
        'messages/received.md':
          '---\nsubject: 受け付けました\n---\n{{ store.name }} 様\n\n申請を確かに受け付けました。\nしばらくお待ちください。\n',
      },
      ['words メール received の文面が変わりました（消えた行1、加わった行2）。'],
    ],
    [
      'a notice prints another amount',
      {
        'notices/grant.md':
          '---\ntitle: 支給決定通知書\nlayout: letter\n---\n宛先：{{ store.name }} 様\n\n支給額は {{ yen(sales.amount + 1) }} 円です。\n',
      },
      ['changes-result 通知書 grant の文面が変わりました（消えた行1、加わった行1）。'],
    ],
    [
      'a mail takes the place of another',
      {
        'messages/received.md': undefined,
        'messages/welcome.md': '---\nsubject: 受け付けました\n---\n受け付けました。\n',
        'workflow.json#/onArrival': [{ message: 'welcome' }],
      },
      [
        'changes-result 審査の流れの到達したときに送るものが変わりました。',
        'none メール received がなくなりました。',
        'none メール welcome が加わりました。',
      ],
    ],
    [
      'a notice takes the place of another',
      {
        'notices/grant.md': undefined,
        'notices/decision.md': '---\ntitle: 支給決定通知書\nlayout: letter\n---\n支給します。\n',
        [`${stages}/decision/actions/grant/effects`]: [{ notice: 'decision' }],
      },
      [
        'changes-result 段階「決裁」の操作「支給を決める」の送るものが変わりました。',
        'none 通知書 grant がなくなりました。',
        'none 通知書 decision が加わりました。',
      ],
    ],
    [
      'a cell of a table',
      { 'tables/bands.csv': 'band,floor:number\nA,40000\nB,25000\n' },
      ['changes-result 表 bands：「B」の floor が30,000から25,000に変わりました。'],
    ],
    [
      'rows and columns of a table',
      { 'tables/bands.csv': 'band,floor:number,cap:number\nA,40000,1\nC,25000,2\n' },
      [
        'changes-result 表 bands に列 cap が加わりました。',
        'changes-result 表 bands の行「B」がなくなりました。',
        'changes-result 表 bands に行「C」が加わりました。',
      ],
    ],
    [
      'a table laid out otherwise',
      { 'tables/bands.csv': '"band","floor:number"\r\nA,40000\r\nB,30000\r\n' },
      [],
    ],
    [
      'a table is added',
      { 'tables/cities.csv': 'code,name\n271004,大阪市\n' },
      ['none 表 cities が加わりました（1行）。'],
    ],
    ['an example', { 'examples/first.json': '{}' }, ['none ファイル examples/first.json が加わりました。']],
  ])('%s', (_, edits, sentences) => {
    expect(differences(edits)).toEqual(sentences);
  });
});
