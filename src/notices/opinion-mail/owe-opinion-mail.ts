import type { EntityManager } from 'typeorm';
import { newId } from '../../database/id.js';
import { jobKinds } from '../../jobs/job-kinds.js';
import type { OpinionMailKind } from './opinion-mail.entity.js';

/** A department may have hundreds of officials; the first of them are told, and all see it in their queue. */
const mostTold = 30;

/** Whoever answers, else everybody of the office that is asked. */
const office = `
select s.id, s.mail from opinion o join staff s on s.disabled_at is null and s.mail is not null and case
  when o.assignee_id is not null then s.id = o.assignee_id
  else s.department_id in (
    with recursive part as (
      select o.department_id as id
      union all select d.id from department d join part on d.parent_id = part.id
    ) select id from part) end
where o.id = $1 order by s.name, s.id limit ${mostTold}`;

/** Who asked, and who has the case now. */
const askers = `
select distinct s.id, s.mail from opinion o join application a on a.id = o.application_id
join staff s on s.id in (o.asked_by_id, a.assignee_id) and s.disabled_at is null and s.mail is not null
where o.id = $1`;

/**
 * Owes the mails about an opinion, in the transaction that causes them. The same kind and turn is owed once.
 *
 * @param turn tells one mail of a kind from the next
 */
export async function oweOpinionMails(
  tx: EntityManager,
  opinionId: string,
  kind: OpinionMailKind,
  turn = '',
): Promise<void> {
  const people = await tx.query<{ id: string; mail: string }[]>(kind === 'answered' ? askers : office, [
    opinionId,
  ]);
  if (people.length === 0) return;
  await tx.query(
    `with owed as (
       insert into opinion_mail (id, opinion_id, staff_id, recipient, kind, turn)
       select m.id, $1, m.staff_id, m.recipient, $2, $3
       from jsonb_to_recordset($4::jsonb) as m(id uuid, staff_id uuid, recipient text)
       on conflict (opinion_id, staff_id, kind, turn) do nothing returning id
     )
     insert into outbox (id, queue, name, subject_id) select id, $5, 'deliver-opinion-mail', id from owed`,
    [
      opinionId,
      kind,
      turn,
      JSON.stringify(people.map(({ id, mail }) => ({ id: newId(), staff_id: id, recipient: mail }))),
      jobKinds['deliver-opinion-mail'].queue,
    ],
  );
}
