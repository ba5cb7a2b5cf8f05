import { ObjectReader } from '../../workflow/object-reader.js';
import { bound, type KindReading, type KindRules } from './kind-rules.js';

const MEGABYTE = 1024 * 1024;
const DEFAULT_MAX_BYTES = 10 * MEGABYTE;
const LARGEST_FILE = 100 * MEGABYTE;
const MOST_FILES = 30;

/** Media types that can be shown to an official without running anything. */
const MEDIA_TYPES = [
  'image/jpeg',
  'image/png',
  'image/heic',
  'image/heif',
  'image/webp',
  'application/pdf',
  'text/csv',
  'text/plain',
] as const;

/** Uploaded files: the answer is the list of their ids. */
export const attachment: KindRules = {
  kind: 'attachment',
  types: ['array'],
  matches: (source) => source.has('x-attachment'),
  keywords: ['x-attachment'],
  read(source): KindReading {
    const { value, path } = source.at('x-attachment');
    const reader = new ObjectReader(value, path, source.problems, [
      'accept',
      'maxBytes',
      'maxCount',
      'example',
      'reuse',
      'original',
    ]);
    const accept = reader.texts('accept');
    if (accept.length === 0) reader.missing('accept');
    for (const type of accept) {
      if (!MEDIA_TYPES.some((known) => known === type)) {
        reader.report(reader.at('accept').path, 'unknown-media-type', {
          type,
          known: MEDIA_TYPES.join(', '),
        });
      }
    }
    const maxCount = bound(reader, 'maxCount', 1, MOST_FILES) ?? 1;
    return {
      schema: {
        type: 'array',
        items: { type: 'string', format: 'uuid' },
        maxItems: maxCount,
        uniqueItems: true,
      },
      options: null,
      attachment: {
        accept,
        maxBytes: bound(reader, 'maxBytes', 1, LARGEST_FILE) ?? DEFAULT_MAX_BYTES,
        maxCount,
        example: reader.optionalText('example'),
        reuse: reader.flag('reuse'),
        original: reader.flag('original'),
      },
    };
  },
  type: () => ({ kind: 'list', of: { kind: 'string' } }),
};
