import { plainBlocks } from '#engine';
import type { AnnouncementBlock } from './announcement.dto.js';

/** A text as answers carry it. */
export function blocksOf(text: string): AnnouncementBlock[] {
  return plainBlocks(text).map((block) =>
    block.kind === 'table' ? { kind: block.kind, rows: block.rows.map((cells) => [...cells]) } : { ...block },
  );
}
