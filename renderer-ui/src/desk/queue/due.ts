/** How a due date stands today, in calendar days; said in words so that nobody depends on a colour. */
export type DueState =
  | { readonly kind: 'none' }
  | { readonly kind: 'overdue'; readonly days: number }
  | { readonly kind: 'today' }
  | { readonly kind: 'soon'; readonly days: number }
  | { readonly kind: 'later'; readonly days: number };

const SOON_DAYS = 3;

export function dueState(dueOn: string | null, today: string): DueState {
  if (dueOn === null) return { kind: 'none' };
  const days = Math.round((Date.parse(dueOn) - Date.parse(today)) / 86_400_000);
  if (days < 0) return { kind: 'overdue', days: -days };
  if (days === 0) return { kind: 'today' };
  return { kind: days <= SOON_DAYS ? 'soon' : 'later', days };
}
