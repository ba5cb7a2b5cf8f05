import type { MandateSubject } from '../http/endpoint.js';
import type { ActingMandate } from './asker.js';

/** `$1` is the id in the address, `$2` the mandate's procedure, `$3` its application or null. */
const within: Readonly<Record<MandateSubject, string>> = {
  draft: `select 1 from draft d where d.id = $1 and d.procedure_id = $2 and ($3::uuid is null or d.corrects_id = $3)`,
  application: `select 1 from application a where a.id = $1 and a.procedure_id = $2 and ($3::uuid is null or a.id = $3)`,
  attachment: `
select 1 from attachment f join draft d on d.id = f.draft_id
where f.id = $1 and d.procedure_id = $2 and ($3::uuid is null or f.application_id = $3 or d.corrects_id = $3)`,
  upload: `
select 1 from upload u join draft d on d.id = u.draft_id
where u.id = $1 and d.procedure_id = $2 and ($3::uuid is null or d.corrects_id = $3)`,
  notice: `
select 1 from notice n join application a on a.id = n.application_id
where n.id = $1 and a.procedure_id = $2 and ($3::uuid is null or a.id = $3)`,
  'message-file': `
select 1 from message_file f join application a on a.id = f.application_id
where f.id = $1 and a.procedure_id = $2 and ($3::uuid is null or a.id = $3)`,
};

/** One statement and its values: gives a row when the thing lies within the mandate, whoever it belongs to. */
export function withinMandate(
  subject: MandateSubject,
  id: string,
  { procedureId, applicationId }: ActingMandate,
): readonly [string, readonly unknown[]] {
  return [within[subject], [id, procedureId, applicationId]];
}
