import type { AnnouncementContent } from '../../api/types.js';

/** What the form holds: as people type it. */
export interface NewsForm {
  readonly title: string;
  readonly body: string;
  readonly inEnglish: boolean;
  readonly titleEn: string;
  readonly bodyEn: string;
  readonly important: boolean;
  readonly audience: '' | 'individual' | 'business';
  readonly category: string;
  readonly procedureId: string;
  readonly everybody: boolean;
  readonly favourites: boolean;
  readonly former: boolean;
  readonly formerOf: string;
  readonly stages: readonly string[];
  /** One a line. */
  readonly places: string;
  readonly planned: boolean;
  /** In Japan, as the control gives it: `2026-12-01T09:00`. */
  readonly startsAt: string;
  readonly endsOn: string;
}

export const emptyNewsForm: NewsForm = {
  title: '',
  body: '',
  inEnglish: false,
  titleEn: '',
  bodyEn: '',
  important: false,
  audience: '',
  category: '',
  procedureId: '',
  everybody: false,
  favourites: false,
  former: false,
  formerOf: '',
  stages: [],
  places: '',
  planned: false,
  startsAt: '',
  endsOn: '',
};

export function formOf({ english, target, startsAt, ...rest }: AnnouncementContent): NewsForm {
  return {
    title: rest.title,
    body: rest.body,
    inEnglish: english !== null,
    titleEn: english?.title ?? '',
    bodyEn: english?.body ?? '',
    important: rest.important,
    audience: rest.audience ?? '',
    category: rest.category ?? '',
    procedureId: rest.procedureId ?? '',
    everybody: target.everybody,
    favourites: target.favourites,
    former: target.former !== null,
    formerOf: target.former?.procedureId ?? '',
    stages: target.former?.stages ?? [],
    places: target.places.join('\n'),
    planned: startsAt !== null,
    startsAt: startsAt === null ? '' : inJapan(startsAt),
    endsOn: rest.endsOn ?? '',
  };
}

export function contentOf(form: NewsForm): AnnouncementContent {
  const places = form.places.split('\n').map((place) => place.trim());
  return {
    title: form.title,
    body: form.body,
    english: form.inEnglish ? { title: form.titleEn, body: form.bodyEn } : null,
    important: form.important,
    audience: form.audience === '' ? null : form.audience,
    category: form.category === '' ? null : form.category,
    procedureId: form.procedureId === '' ? null : form.procedureId,
    target: {
      everybody: form.everybody,
      favourites: form.favourites,
      former:
        form.former && form.formerOf !== '' ? { procedureId: form.formerOf, stages: [...form.stages] } : null,
      places: places.filter((place) => place !== ''),
    },
    startsAt: form.planned && form.startsAt !== '' ? `${form.startsAt}:00+09:00` : null,
    endsOn: form.endsOn === '' ? null : form.endsOn,
  };
}

function inJapan(instant: string): string {
  return new Date(new Date(instant).getTime() + 9 * 3_600_000).toISOString().slice(0, 16);
}
