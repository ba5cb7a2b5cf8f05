/** Where the applicant sees the application, for mails and notices. Made from configuration, never from a request. */
export function applicationLink(publicUrl: string, applicationId: string): string {
  return `${publicUrl}/applications/${applicationId}`;
}

/** Where they read what the office wrote about it, and answer. */
export function messagesLink(publicUrl: string, applicationId: string): string {
  return `${applicationLink(publicUrl, applicationId)}/messages`;
}
