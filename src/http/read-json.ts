/** Nesting beyond it means no form of ours, and would overflow the stack of whatever walks it. */
const deepest = 64;

export class UnreadableJson extends Error {}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Text of a request → JSON. Refuses what JSON.parse lets through but nothing behind it expects. */
export function readJson(body: Buffer): unknown {
  let text: string;
  try {
    // Also drops a byte order mark.
    text = utf8.decode(body);
  } catch {
    throw new UnreadableJson('not UTF-8');
  }
  refuseDepth(text);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new UnreadableJson('not JSON');
  }
  // JSON.parse makes an own member of it, and one careless copy later it is a prototype.
  if (/__proto__|\\u00/i.test(text)) refuseProto(value);
  return value;
}

function refuseDepth(text: string): void {
  let depth = 0;
  let inText = false;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (inText) {
      if (c === 92) i++;
      else if (c === 34) inText = false;
    } else if (c === 34) inText = true;
    else if (c === 123 || c === 91) {
      if (++depth > deepest) throw new UnreadableJson('nested too deeply');
    } else if (c === 125 || c === 93) depth--;
  }
}

function refuseProto(root: unknown): void {
  const waiting: unknown[] = [root];
  while (waiting.length > 0) {
    const value = waiting.pop();
    if (typeof value !== 'object' || value === null) continue;
    if (Object.hasOwn(value, '__proto__')) throw new UnreadableJson('a member named __proto__');
    waiting.push(...Object.values(value));
  }
}
