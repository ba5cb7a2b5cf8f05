import type { EntityManager } from 'typeorm';
import {
  type Addressing,
  addressingParameters,
  inGroups,
  ofAudience,
  reachable,
  wantsNews,
  within,
} from './recipients.js';

export interface RecipientCounts {
  readonly byMail: number;
  /** They do not want news by mail, or their address fails; they find it on the portal. */
  readonly portalOnly: number;
  /** Why others of its groups get no mail. */
  readonly otherKind: number;
  readonly otherPlace: number;
  readonly guests: number;
  readonly closed: number;
}

/** Who would get its mail now, and who would not and why. Nobody is counted twice. */
export async function countRecipients(
  tx: Pick<EntityManager, 'query'>,
  addressing: Addressing,
  important: boolean,
): Promise<RecipientCounts> {
  const [row] = await tx.query<[RecipientCounts]>(
    `select count(*) filter (where can and kind and place and wants)::int as "byMail",
       count(*) filter (where can and kind and place and not wants)::int as "portalOnly",
       count(*) filter (where can and not kind)::int as "otherKind",
       count(*) filter (where can and kind and not place)::int as "otherPlace",
       count(*) filter (where not can and guest)::int as guests,
       count(*) filter (where not can and not guest)::int as closed
     from (
       select ${reachable} as can, a.guest_of is not null as guest, $8 or ${wantsNews} as wants,
         ${ofAudience} as kind, ${within} as place
       from account a where ${inGroups}
     ) as one`,
    [...addressingParameters(addressing), important],
  );
  return row;
}
