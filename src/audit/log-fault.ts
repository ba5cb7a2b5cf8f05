/** What is wrong with a log, and where. */
export type LogFault =
  /** The line is no event, or not in its canonical form. */
  | { readonly code: 'event-unreadable'; readonly line: number }
  /** The event is not what was sealed. */
  | { readonly code: 'event-changed'; readonly seal: number; readonly pos: number; readonly id: string }
  | { readonly code: 'events-missing'; readonly seal: number; readonly pos: number; readonly count: number }
  /** More events, or one twice, or two in each other's place. */
  | { readonly code: 'event-out-of-place'; readonly seal: number; readonly pos: number; readonly id: string }
  | { readonly code: 'events-without-seal'; readonly seal: number; readonly count: number }
  /** No event of the seal looks wrong by itself, and yet together they are not what was sealed. */
  | { readonly code: 'root-differs'; readonly seal: number }
  | { readonly code: 'seal-unreadable'; readonly line: number }
  | { readonly code: 'seals-missing'; readonly seal: number; readonly count: number }
  | { readonly code: 'seal-out-of-order'; readonly seal: number }
  /** It does not follow the seal that stands before it. */
  | { readonly code: 'seal-unlinked'; readonly seal: number }
  | { readonly code: 'signature-wrong'; readonly seal: number }
  | { readonly code: 'key-unknown'; readonly seal: number; readonly key: string }
  /** The log ends before a seal that was given out. */
  | { readonly code: 'tail-cut'; readonly seal: number; readonly last: number }
  /** The seal is another than the one that was given out. */
  | { readonly code: 'anchor-differs'; readonly seal: number }
  /** Answers, state or stage are not what the last entry says. */
  | { readonly code: 'application-differs'; readonly id: string; readonly number: string }
  /** Between two entries it was another than either says: changed, and then gone on with. */
  | { readonly code: 'application-differed'; readonly id: string; readonly number: string }
  | { readonly code: 'application-unrecorded'; readonly id: string; readonly number: string }
  | { readonly code: 'application-missing'; readonly id: string }
  | { readonly code: 'history-differs'; readonly id: string; readonly number: string };

/** Japanese first, English second: what is wrong, and where. */
export function faultWords(fault: LogFault): readonly [ja: string, en: string] {
  switch (fault.code) {
    case 'event-unreadable':
      return [
        `events.jsonl の${fault.line}行目が、記録の形になっていません。`,
        `Line ${fault.line} of events.jsonl is not an event in its canonical form.`,
      ];
    case 'event-changed':
      return [
        `封印${fault.seal}の${fault.pos}番目の記録（${fault.id}）が、封印のあとで変えられています。`,
        `Event ${fault.pos} of seal ${fault.seal} (${fault.id}) was changed after it was sealed.`,
      ];
    case 'events-missing':
      return [
        `封印${fault.seal}の${fault.pos}番目から${fault.count}件の記録がありません。`,
        `${fault.count} event(s) are missing from seal ${fault.seal}, beginning at ${fault.pos}.`,
      ];
    case 'event-out-of-place':
      return [
        `封印${fault.seal}の${fault.pos}番目に、そこに属さない記録（${fault.id}）があります。`,
        `Event ${fault.id} stands at ${fault.pos} of seal ${fault.seal}, where it does not belong.`,
      ];
    case 'events-without-seal':
      return [
        `封印${fault.seal}の記録が${fault.count}件ありますが、その封印がここにありません。`,
        `${fault.count} event(s) name seal ${fault.seal}, which is not there.`,
      ];
    case 'root-differs':
      return [
        `封印${fault.seal}の記録は、封印されたときの内容や順番と違います。`,
        `The events of seal ${fault.seal} are not those that were sealed, or not in that order.`,
      ];
    case 'seal-unreadable':
      return [
        `seals.jsonl の${fault.line}行目が、封印の形になっていません。`,
        `Line ${fault.line} of seals.jsonl is not a seal in its canonical form.`,
      ];
    case 'seals-missing':
      return [
        `封印${fault.seal}から${fault.count}個の封印がありません。`,
        `${fault.count} seal(s) are missing, beginning with ${fault.seal}.`,
      ];
    case 'seal-out-of-order':
      return [`封印${fault.seal}の順番が違います。`, `Seal ${fault.seal} is out of order.`];
    case 'seal-unlinked':
      return [
        `封印${fault.seal}は、その前にある封印に続くものではありません。`,
        `Seal ${fault.seal} does not follow the seal before it.`,
      ];
    case 'signature-wrong':
      return [`封印${fault.seal}の署名が正しくありません。`, `The signature of seal ${fault.seal} is wrong.`];
    case 'key-unknown':
      return [
        `封印${fault.seal}は、渡された公開鍵のどれでもない鍵（${fault.key}）で署名されています。`,
        `Seal ${fault.seal} is signed by a key (${fault.key}) that is none of the public keys given.`,
      ];
    case 'tail-cut':
      return [
        `控えのある封印${fault.seal}がありません。記録は封印${fault.last}で終わっています。後ろが切り取られています。`,
        `Seal ${fault.seal}, of which there is an anchor, is not there: the log ends with seal ${fault.last}. Its end was cut off.`,
      ];
    case 'anchor-differs':
      return [
        `封印${fault.seal}が、控えと違います。記録全体が作り直されています。`,
        `Seal ${fault.seal} is not the one of the anchor: the log was made anew.`,
      ];
    case 'application-differs':
      return [
        `申請${fault.number}（${fault.id}）の回答や審査の状態が、記録の最後の操作のあとと違います。`,
        `Answers or state of application ${fault.number} (${fault.id}) are not what the last entry of the log left.`,
      ];
    case 'application-differed':
      return [
        `申請${fault.number}（${fault.id}）は、記録されていない変更のあとで操作されています。`,
        `Application ${fault.number} (${fault.id}) was changed without an entry before it went on.`,
      ];
    case 'application-unrecorded':
      return [
        `申請${fault.number}（${fault.id}）の到達が、記録にありません。`,
        `The arrival of application ${fault.number} (${fault.id}) is not in the log.`,
      ];
    case 'application-missing':
      return [
        `記録にある申請（${fault.id}）が、データベースにありません。`,
        `Application ${fault.id}, whose arrival is in the log, is not in the database.`,
      ];
    case 'history-differs':
      return [
        `申請${fault.number}（${fault.id}）の履歴が、記録と違います。`,
        `The history of application ${fault.number} (${fault.id}) is not what the log says.`,
      ];
  }
}
