import type { EntityManager } from 'typeorm';

/**
 * Addresses of the agents who may act on an application now and want mails: they get a copy of what its applicant is
 * sent. An address that the applicant has, too, is left out.
 */
export async function agentsToTell(
  tx: EntityManager,
  applicationId: string,
  applicantsMail: string,
): Promise<readonly string[]> {
  const rows = await tx.query<{ mail: string }[]>(
    `select distinct l.mail
     from application a
     join mandate m on m.principal_id = a.applicant_id and m.procedure_id = a.procedure_id
       and (m.application_id is null or m.application_id = a.id)
       and m.state = 'accepted' and m.ends_on >= (now() at time zone 'Asia/Tokyo')::date
     join applicant g on g.id = m.agent_id
     join account l on l.id = g.account_id and l.disabled_at is null and l.wants_news
     where a.id = $1 and l.mail <> $2 order by l.mail`,
    [applicationId, applicantsMail],
  );
  return rows.map(({ mail }) => mail);
}
