import type { Language } from '../../http/language.js';
import type { ChangeDetail, GivenRole } from '../record-change.js';
import { type BookedProcedure, roleIn } from '../role-book.js';

const words = {
  ja: {
    fields: { name: '氏名', mail: 'メールアドレス', department: '部署', teams: '班' } as Readonly<
      Record<string, string>
    >,
    change: (name: string, before: string, after: string) =>
      `${name}：${before || '（なし）'} → ${after || '（なし）'}`,
    given: (role: string) => `付けた役割：${role}`,
    taken: (role: string) => `外した役割：${role}`,
    role: (procedure: string, title: string) => `${procedure}／${title}`,
    period: (from: string | null, to: string | null) => `（${from ?? ''}〜${to ?? ''}）`,
    reason: (reason: string) => `理由：${reason}`,
    released: (count: number) => `受付箱に戻した申請：${count}件`,
  },
  en: {
    fields: { name: 'Name', mail: 'Mail', department: 'Department', teams: 'Teams' } as Readonly<
      Record<string, string>
    >,
    change: (name: string, before: string, after: string) =>
      `${name}: ${before || '(none)'} → ${after || '(none)'}`,
    given: (role: string) => `Role given: ${role}`,
    taken: (role: string) => `Role taken away: ${role}`,
    role: (procedure: string, title: string) => `${procedure} / ${title}`,
    period: (from: string | null, to: string | null) => ` (${from ?? ''} – ${to ?? ''})`,
    reason: (reason: string) => `Reason: ${reason}`,
    released: (count: number) => `Applications put back into the queue: ${count}`,
  },
} as const;

/** One line of the history of an account, in words. */
export function changeLines(
  detail: ChangeDetail,
  book: readonly BookedProcedure[],
  language: Language,
): string[] {
  const say = words[language];
  const roleText = ({ procedureId, role, fromOn, toOn }: GivenRole): string => {
    const { procedureTitle, role: booked } = roleIn(book, procedureId, role);
    const period = fromOn === null && toOn === null ? '' : say.period(fromOn, toOn);
    return say.role(procedureTitle, booked.title) + period;
  };
  const { fields = {}, given = [], taken = [], reason, released = 0 } = detail;
  return [
    ...Object.entries(fields).map(([name, [before, after]]) =>
      say.change(say.fields[name] ?? name, before, after),
    ),
    ...given.map((role) => say.given(roleText(role))),
    ...taken.map((role) => say.taken(roleText(role))),
    ...(reason === undefined ? [] : [say.reason(reason)]),
    ...(released === 0 ? [] : [say.released(released)]),
  ];
}
