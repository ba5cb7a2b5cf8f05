import type { Procedure, Stage } from '#engine';
import type { HistoryLine } from './desk.dto.js';
import { type ApplicationRecord, type EventRecord, iso, type WrittenRecord } from './applications.queries.js';
import { standsBeside } from './record-line.js';
import { stageNamed } from './stage-columns.js';

const titles = {
  arrived: '到達',
  checked: '自動チェック',
  held: '保留',
  released: '保留の解除',
  timer: '期限による自動処理',
  overridden: '計算結果の変更',
  'override-ended': '変更した計算結果を計算どおりに戻しました',
  'payment-returned': '組戻し（振込済みのあと）',
} as const;

/** What stands beside the steps, each with what it is about. */
const besideTitles: Readonly<Partial<Record<string, string>>> = {
  'opinion-asked': '意見照会',
  'opinion-extended': '意見照会の期限の延長',
  'opinion-answered': '意見照会への回答',
  'opinion-withdrawn': '意見照会の取下げ',
  'visit-proposed': '現地確認の日時の候補',
  'visit-chosen': '現地確認の日時の選択',
  'visit-none-fits': '現地確認の候補の日時が合わない',
  'visit-planned': '現地確認の日時の決定',
  'visit-moved': '現地確認の日時の変更',
  'visit-cancelled': '現地確認の取りやめ',
  'visit-done': '現地確認の終了',
  'version-moved': '手続の新しい版への移行',
};

/** The whole history as officials read it: who, when, from where to where, and both reasons. */
export function historyLines(
  { form, workflow: { stages } }: Procedure,
  record: ApplicationRecord,
): HistoryLine[] {
  const titleOf = (event: EventRecord): string => {
    const stage = event.from_stage === null ? undefined : stages.get(event.from_stage);
    if (event.type === 'approved') return `決裁：${aboutOf(event) ?? ''}`;
    if (event.type === 'timer') return stage?.timers.get(event.action ?? '')?.title ?? titles.timer;
    if (event.type === 'assigned')
      return event.reason === null ? '担当を外しました' : `担当：${event.reason}`;
    const beside = besideTitles[event.type];
    if (beside !== undefined) return event.reason === null ? beside : `${beside}：${event.reason}`;
    const action = stage?.actions.get(event.action ?? '');
    return action
      ? (action.pastTitle ?? action.title)
      : Object.hasOwn(titles, event.type)
        ? titles[event.type as keyof typeof titles]
        : event.type;
  };
  const aboutOf = ({ type, action, from_stage: from, role, reason }: EventRecord): string | null => {
    if (type.startsWith('overrid')) return form.fields.get(action ?? '')?.title ?? null;
    if (type === 'approved') return stepTitle(stages.get(from ?? ''), role);
    return standsBeside(type) ? reason : null;
  };
  const nameOf = ({ actor_kind: kind, actor_name: name, agent_name: agent }: EventRecord): string => {
    if (kind === 'applicant') return applicantName(record, agent);
    return kind === 'system' ? '自動処理' : (name ?? '');
  };
  return record.events.map((event) => ({
    at: iso(event.at),
    type: event.type,
    title: titleOf(event),
    about: aboutOf(event),
    fromTitle: event.from_stage === null ? null : stageNamed(stages, event.from_stage).title,
    toTitle: stageNamed(stages, event.to_stage).title,
    actorName: nameOf(event),
    actorKind: event.actor_kind,
    onBehalfOf: event.absent_name,
    // Beside the steps the column holds what it is about, and the title says it.
    reason: standsBeside(event.type) ? event.note : event.reason,
    publicReason: event.public_reason,
  }));
}

/** That somebody wrote, as lines of the history; the messages themselves are read where they are answered. */
export function messageLines(record: ApplicationRecord): HistoryLine[] {
  return record.messages.map((message) => messageLine(message, record));
}

/** A message moves nothing: it stands in no stage. */
function messageLine(message: WrittenRecord, record: ApplicationRecord): HistoryLine {
  const byOffice = message.side === 'office';
  return {
    at: iso(message.at),
    type: byOffice ? 'answered' : 'asked',
    title: byOffice ? '申請者へのメッセージ' : '申請者からのメッセージ',
    about: null,
    fromTitle: '',
    toTitle: '',
    actorName: byOffice ? (message.staff_name ?? '') : applicantName(record, message.agent_name),
    actorKind: byOffice ? 'staff' : 'applicant',
    onBehalfOf: null,
    reason: null,
    publicReason: null,
  };
}

function applicantName({ applicant_name: name }: ApplicationRecord, agent: string | null): string {
  return agent === null ? name : `${name}（代理：${agent}）`;
}

/** 係長, 課長: the step of the decision that a role says yes for. */
function stepTitle(stage: Stage | undefined, role: string | null): string {
  return stage?.approvers?.steps.find((step) => step.role === role)?.title ?? role ?? '';
}
