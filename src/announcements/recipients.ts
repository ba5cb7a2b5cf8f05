import { Type, type Static } from '@sinclair/typebox';

/**
 * Whom an announcement goes to by mail, beside its audience: all of the groups together, within the places. One that is
 * important goes to each of them; any other only to those who want news.
 */
export const AnnouncementTarget = Type.Object(
  {
    /** Everybody who is registered. */
    everybody: Type.Boolean(),
    /** Those who marked its category or its procedure. */
    favourites: Type.Boolean(),
    /** Those who applied for a procedure; with stages, only where an application stands in one of them. */
    former: Type.Union([
      Type.Object(
        {
          procedureId: Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,63}$' }),
          stages: Type.Array(Type.String({ minLength: 1, maxLength: 63 }), { maxItems: 100 }),
        },
        { additionalProperties: false },
      ),
      Type.Null(),
    ]),
    /** How the address of the person or business begins, with or without its prefecture; empty for everywhere. */
    places: Type.Array(Type.String({ minLength: 1, maxLength: 60 }), { maxItems: 100 }),
  },
  { additionalProperties: false },
);
export type AnnouncementTarget = Static<typeof AnnouncementTarget>;

/** What decides who gets the mail. */
export interface Addressing {
  readonly target: AnnouncementTarget;
  readonly audience: 'individual' | 'business' | null;
  readonly category: string | null;
  readonly procedureId: string | null;
}

/** For `inGroups` and `within`, as `$1` to `$7`. */
export function addressingParameters({ target, audience, category, procedureId }: Addressing): unknown[] {
  const { everybody, favourites, former, places } = target;
  return [
    everybody,
    favourites ? category : null,
    favourites ? procedureId : null,
    former?.procedureId ?? null,
    former && former.stages.length > 0 ? former.stages : null,
    audience,
    places.length > 0 ? places.map(beginning) : null,
  ];
}

function beginning(place: string): string {
  return `${place.trim().replaceAll(/[\\%_]/g, '\\$&')}%`;
}

/** Is account `a` in a group of the target? */
export const inGroups = `($1::boolean
  or exists (select from favourite f where f.account_id = a.id
    and ((f.kind = 'category' and f.name = $2) or (f.kind = 'procedure' and f.name = $3)))
  or ($4::text is not null and exists (
    select from applicant w join application p on p.applicant_id = w.id
    where w.account_id = a.id and p.procedure_id = $4 and ($5::text[] is null or p.stage = any($5)))))`;

/** Is it, as a person or as a business, of the audience? */
export const ofAudience = `($6::text is null or exists (
  select from applicant w where w.account_id = a.id and w.kind = $6))`;

/** And that person or business within one of the places? */
export const within = `($7::text[] is null or exists (
  select from applicant w where w.account_id = a.id and ($6::text is null or w.kind = $6)
    and (w.profile ->> 'address' like any ($7)
      or regexp_replace(w.profile ->> 'address', '^(北海道|東京都|京都府|大阪府|.{2,3}県)', '') like any ($7))))`;

/** Wants news by mail, and gets mail: those whose address fails are asked for another on their page. */
export const wantsNews = `(a.wants_news and not exists (
  select from mail_trouble t where t.recipient_key = lower(a.mail)))`;

/** Accounts that can be written to at all: no guest has an account of their own to find the news in. */
export const reachable = `a.disabled_at is null and a.guest_of is null`;
