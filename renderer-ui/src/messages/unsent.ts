/** Words typed and not sent yet, for as long as the tab is open: a sign-in or a reload in between takes nothing. */
const place = (id: string): string => `tetsuzuki.message.${id}`;

export function recallUnsent(id: string): string {
  try {
    return sessionStorage.getItem(place(id)) ?? '';
  } catch {
    return '';
  }
}

export function keepUnsent(id: string, body: string): void {
  try {
    if (body === '') sessionStorage.removeItem(place(id));
    else sessionStorage.setItem(place(id), body);
  } catch {
    // A browser that refuses storage still sends what stands in the box.
  }
}
