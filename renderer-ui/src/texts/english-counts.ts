/** Numbers of things, as English counts them. */
export const days = (count: number): string => (count === 1 ? '1 day' : `${count} days`);
export const items = (count: number): string => (count === 1 ? '1 item' : `${count} items`);
