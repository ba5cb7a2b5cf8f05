/** Leads to the sign-in and back to where one was. */
export function signInAddress(returnTo: string): string {
  return `/sign-in?next=${encodeURIComponent(returnTo)}`;
}
