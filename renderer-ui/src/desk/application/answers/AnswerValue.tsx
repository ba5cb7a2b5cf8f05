import type { ReactNode } from 'react';
import { inlineAttachmentAddress } from '../../../api/applications.js';
import type { AttachmentView } from '../../../api/types.js';
import { AnswerWords, type Field, type Form } from '../../../form/index.js';
import { AttachmentThumbs } from '../../attachment/AttachmentThumbs.js';

export interface AnswerContext {
  readonly form: Form;
  readonly field: Field;
  readonly attachments: readonly AttachmentView[];
  readonly onView: (attachmentId: string) => void;
}

/** One answer in words; a file is shown where it belongs. */
export function AnswerValue(props: AnswerContext & { readonly value: unknown }): ReactNode {
  const { form, field, attachments, onView, value } = props;
  if (field.kind === 'attachment' && Array.isArray(value) && value.length > 0) {
    const files = attachments.filter((file) => value.includes(file.id));
    return <AttachmentThumbs files={files} onView={onView} />;
  }
  const files = {
    attachments: new Map(attachments.map((file) => [file.id, file])),
    address: inlineAttachmentAddress,
  };
  return <AnswerWords form={form} field={field} value={value} files={files} />;
}
