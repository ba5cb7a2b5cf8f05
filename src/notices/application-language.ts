/** The language of mails about an application `a`: that of its applicant's account; Japanese where there is none. */
export const readersLanguage = `coalesce((select l.language from applicant c join account l on l.id = c.account_id
  where c.id = a.applicant_id), 'ja')`;
