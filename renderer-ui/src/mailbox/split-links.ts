export interface TextPart {
  readonly text: string;
  /** Address to follow; null for plain words. */
  readonly href: string | null;
}

/** Cuts a mail's text so that addresses of this installation can be followed. Others stay words: this is a demo. */
export function splitLinks(text: string, origin: string): TextPart[] {
  return text
    .split(/(https?:\/\/[!-~]+)/g)
    .filter((part) => part !== '')
    .map((part) => ({ text: part, href: isOwn(part, origin) ? part : null }));
}

function isOwn(part: string, origin: string): boolean {
  return part === origin || part.startsWith(`${origin}/`);
}
