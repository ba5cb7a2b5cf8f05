import type { PlanVisitRequest } from './visit.dto.js';

type Told = Pick<PlanVisitRequest, 'onDay' | 'fromTime' | 'toTime' | 'place'>;

const when = ({ onDay, fromTime, toTime, place }: Told): string => {
  const [year, month, day] = onDay.split('-').map(Number);
  const weekday = '日月火水木金土'[new Date(`${onDay}T00:00:00Z`).getUTCDay()] ?? '';
  return `日時　${year}年${month}月${day}日（${weekday}）${fromTime}から${toTime}まで\n場所　${place}`;
};

/** What the applicant reads about a visit, as a message of the office. */
export const visitMessages = {
  planned: (visit: Told) =>
    `現地確認の日時が決まりました。\n\n${when(visit)}\n\nご都合が悪いときは、このメッセージにお返事ください。`,
  moved: (visit: Told) =>
    `現地確認の日時が変わりました。新しい日時は次のとおりです。\n\n${when(visit)}\n\nご都合が悪いときは、このメッセージにお返事ください。`,
  cancelled: (visit: Told) =>
    `次の現地確認は取りやめになりました。新しい日時は、あらためてお知らせします。\n\n${when(visit)}`,
} as const;
