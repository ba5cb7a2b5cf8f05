import { useFormTexts } from '../../../texts/index.js';
import { sizeText } from '../../../ui/index.js';
import type { FieldType } from '../field-type.js';
import { lateInput } from '../late.js';
import { ruleOf } from './limits.js';

const Support: NonNullable<FieldType['Support']> = ({ field }) => {
  const { attachment } = useFormTexts();
  const rule = ruleOf(field);
  const kinds = [...new Set(rule.accept.map((type) => attachment.kinds[type] ?? type))].join(
    attachment.between,
  );
  return (
    <>
      {attachment.limits(kinds, sizeText(rule.maxBytes), rule.maxCount)}
      {rule.original && attachment.original}
    </>
  );
};

export const attachment: FieldType = {
  name: 'attachment',
  fits: (field) => field.kind === 'attachment',
  frame: 'group',
  Input: lateInput((pieces) => pieces.AttachmentInput),
  // Files are printed by AnswerWords, which knows their names.
  Words: ({ value }) => <>{Array.isArray(value) ? value.length : 0}</>,
  Support,
};
