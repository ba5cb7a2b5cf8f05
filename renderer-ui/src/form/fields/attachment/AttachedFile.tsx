import type { ReactNode } from 'react';
import type { AttachmentView } from '../../../api/types.js';
import { useFormTexts, useUiTexts } from '../../../texts/index.js';
import { Button, FileRow, sizeText } from '../../../ui/index.js';
import type { FormFiles } from '../../session/form-session.js';

/** Kinds every browser can draw; HEIC is kept as it is and shown as a sheet. */
const DRAWABLE = new Set(['image/jpeg', 'image/png', 'image/webp']);

interface AttachedFileProps {
  readonly id: string;
  readonly files: Pick<FormFiles, 'attachments' | 'address'>;
  /** Title of another question that has the same file. */
  readonly twin?: string | null;
  /** Bytes before it was made smaller; null when it went as it was. */
  readonly sizeBefore?: number | null;
  readonly onRemove?: () => void;
}

/** A file that has arrived: picture, name, kind and size. */
export function AttachedFile({
  id,
  files,
  twin = null,
  sizeBefore = null,
  onRemove,
}: AttachedFileProps): ReactNode {
  const texts = useFormTexts();
  const uiTexts = useUiTexts();
  const attachment = files.attachments.get(id);
  if (!attachment) return null;
  const notes = [
    attachment.reusedFrom === undefined ? null : texts.attachment.reused(attachment.reusedFrom),
    twin === null ? null : texts.attachment.twin(twin),
    sizeBefore === null ? null : texts.attachment.smaller(sizeText(sizeBefore), sizeText(attachment.bytes)),
    attachment.placeRemoved ? texts.attachment.placeRemoved : null,
  ].filter((note) => note !== null);
  return (
    <FileRow
      name={attachment.name}
      meta={
        <>
          {metaOf(attachment, texts.attachment, uiTexts.bytes)}
          {notes.map((note) => (
            <span key={note} className="tz-file__note">
              {note}
            </span>
          ))}
        </>
      }
      thumbnail={DRAWABLE.has(attachment.mediaType) ? `${files.address(id)}?inline=1` : null}
      actions={
        onRemove ? (
          <Button
            look="text"
            size="small"
            aria-label={texts.attachment.removeNamed(attachment.name)}
            onClick={onRemove}
          >
            {texts.attachment.remove}
          </Button>
        ) : (
          <a
            href={files.address(id)}
            download={attachment.name}
            aria-label={texts.attachment.saveNamed(attachment.name)}
          >
            {texts.attachment.save}
          </a>
        )
      }
    />
  );
}

function metaOf(
  { mediaType, bytes }: AttachmentView,
  texts: ReturnType<typeof useFormTexts>['attachment'],
  inBytes: (count: number) => string,
): string {
  return texts.meta(texts.kinds[mediaType] ?? mediaType, sizeText(bytes), inBytes(bytes));
}
