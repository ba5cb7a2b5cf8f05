import type { PlanVisitRequest } from './visit.dto.js';
import type { VisitSlot } from './visit-proposal.dto.js';

type Told = Pick<PlanVisitRequest, 'onDay' | 'fromTime' | 'toTime' | 'place'>;

const timeOf = ({ onDay, fromTime, toTime }: VisitSlot): string => {
  const [year, month, day] = onDay.split('-').map(Number);
  const weekday = '日月火水木金土'[new Date(`${onDay}T00:00:00Z`).getUTCDay()] ?? '';
  return `${year}年${month}月${day}日（${weekday}）${fromTime}から${toTime}まで`;
};
const when = (visit: Told): string => `日時　${timeOf(visit)}\n場所　${visit.place}`;

/** What is said about a visit in the messages between applicant and office. */
export const visitMessages = {
  planned: (visit: Told) =>
    `現地確認の日時が決まりました。\n\n${when(visit)}\n\nご都合が悪いときは、このメッセージにお返事ください。`,
  moved: (visit: Told) =>
    `現地確認の日時が変わりました。新しい日時は次のとおりです。\n\n${when(visit)}\n\nご都合が悪いときは、このメッセージにお返事ください。`,
  cancelled: (visit: Told) =>
    `次の現地確認は取りやめになりました。新しい日時は、あらためてお知らせします。\n\n${when(visit)}`,
  proposed: (slots: readonly VisitSlot[], place: string) =>
    `現地確認の日時の候補です。申請のページで、ご都合のよい日時を1つ選んでください。\n\n${slots
      .map((slot) => `・${timeOf(slot)}`)
      .join('\n')}\n場所　${place}\n\nどの日時も合わないときは、同じページでお知らせください。`,
  /** By the applicant. */
  noneFits: (note: string) =>
    `現地確認の候補の日時は、どれも都合が合いません。${note === '' ? '' : `\n\n${note}`}`,
} as const;
