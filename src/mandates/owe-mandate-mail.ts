import type { EntityManager } from 'typeorm';
import { oweAccountMail } from '../accounts/owe-code.js';
import type { Language } from '../http/language.js';

/** As far as a mail about it needs to know. */
export interface MandateToTell {
  readonly id: string;
  readonly state: 'invited' | 'accepted' | 'declined' | 'revoked';
  readonly agent_mail: string;
  /** Where the agent is reached now; null before they accepted. */
  readonly agent_account_mail: string | null;
  readonly principal_mail: string | null;
  readonly language: Language;
  readonly agent_language: Language | null;
}

type Kind = 'mandate-offered' | 'mandate-accepted' | 'mandate-declined' | 'mandate-ended';

/** Tells the other side in its own language; nobody where its account is gone. */
export async function oweMandateMail(
  tx: EntityManager,
  kind: Kind,
  mandate: MandateToTell,
  to: 'principal' | 'agent',
  askedFrom: string,
): Promise<void> {
  const toAgent = to === 'agent';
  const mail = toAgent ? (mandate.agent_account_mail ?? mandate.agent_mail) : mandate.principal_mail;
  if (mail === null) return;
  const language = toAgent ? (mandate.agent_language ?? mandate.language) : mandate.language;
  await oweAccountMail(tx, kind, { proofId: null, mandateId: mandate.id, mail, askedFrom, language });
}

/** Waits for whoever changes the mandate now, then reads it. Null when there is none within reach. */
export async function lockMandate(
  tx: EntityManager,
  id: string,
  accountId: string,
  side: 'principal' | 'agent',
): Promise<MandateToTell | null> {
  const [row] = await tx.query<MandateToTell[]>(
    `select m.id, m.state, m.agent_mail, m.language, m.agent_language, pc.mail as principal_mail,
       (select c.mail from applicant a join account c on c.id = a.account_id where a.id = m.agent_id)
         as agent_account_mail
     from mandate m
     join applicant p on p.id = m.principal_id
     left join account pc on pc.id = p.account_id
     where m.id = $1 and ${reach[side]}
     for update of m`,
    [id, accountId],
  );
  return row ?? null;
}

const reach = {
  principal: 'p.account_id = $2',
  agent: `(exists (select from applicant a where a.id = m.agent_id and a.account_id = $2)
       or (m.agent_id is null and m.agent_key = (select mail_key from account where id = $2)))`,
} as const;
