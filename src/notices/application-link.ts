/** Where the applicant sees the application, for mails and notices. Made from configuration, never from a request. */
export function applicationLink(publicUrl: string, applicationId: string): string {
  return `${publicUrl}/applications/${applicationId}`;
}
