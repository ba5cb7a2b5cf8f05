import { useMemo, type ReactNode } from 'react';
import { useFormTexts } from '../../texts/index.js';
import { Field as FieldFrame, InJapanese } from '../../ui/index.js';
import { type Field, fieldHints, type FieldHints, sameAnswer } from '../engine.js';
import { fieldTypeOf } from '../field-types.js';
import type { FieldType } from '../fields/field-type.js';
import { idOf, valueAt, type Pointer } from '../pointer.js';
import {
  useAnswerAt,
  useFormFiles,
  useFormSession,
  useFormState,
  useMessagesAt,
} from '../session/form-session.js';
import { WhyAsked } from './WhyAsked.js';
import { AnswerWords } from '../view/AnswerWords.js';
import { ComputedValue } from './ComputedValue.js';

interface QuestionProps {
  readonly field: Field;
  readonly pointer: Pointer;
}

/** One question with all that belongs to it; in a correction, what may not be changed is only shown. */
export function Question({ field, pointer }: QuestionProps): ReactNode {
  const { correction, form } = useFormSession();
  if (field.compute !== null || field.fromApplication !== null) {
    // A step on the way to an amount: the amount's own explanation tells it.
    if (fieldHints(form, field).widget === 'hidden') return null;
    return <ComputedValue field={field} pointer={pointer} />;
  }
  if (correction?.isOpen(pointer) === false) {
    return <LockedAnswer field={field} pointer={pointer} />;
  }
  return <OpenQuestion field={field} pointer={pointer} />;
}

function OpenQuestion({ field, pointer }: QuestionProps): ReactNode {
  const session = useFormSession();
  const type = fieldTypeOf(session.form, field);
  const hints = fieldHints(session.form, field);
  const value = useAnswerAt(pointer);
  const messages = useMessagesAt(pointer);
  const comment = session.correction?.comment(pointer) ?? null;
  const first = useMemo(() => session.firstAnswer(pointer), [session, pointer]);
  // Whatever was changed here comes from whoever changed it.
  const source = first !== null && sameAnswer(first.value, value) ? first.source : null;
  const input = {
    field,
    pointer,
    hints,
    messages,
    value,
    onChange: (typed: unknown) => session.inHand.setAnswer(pointer, typed),
    onLeave: () => session.leave(pointer),
  };
  const id = idOf(pointer);
  // A type that draws itself has its words below the box; the official's stand above it.
  const inside = type.frame === 'own' ? null : comment;
  const hasWords = inside !== null || source !== null || hasSupport(field, hints, type);
  const support = hasWords ? (
    <Support field={field} hints={hints} type={type} comment={inside} source={source} />
  ) : undefined;
  const why = field.purpose === null ? undefined : <WhyAsked field={field} />;
  return (
    <>
      {type.frame === 'own' ? (
        <>
          {comment !== null && <OfficersComment text={comment} />}
          <type.Input
            {...input}
            support={support}
            control={{
              id,
              'aria-describedby': undefined,
              'aria-invalid': undefined,
              'aria-required': undefined,
            }}
          />
          {why}
        </>
      ) : (
        <FieldFrame
          id={id}
          label={field.title}
          required={field.required}
          group={type.frame === 'group'}
          support={support}
          why={why}
          errors={messages.errors}
          warnings={messages.warnings}
        >
          {(control) => <type.Input {...input} support={support} control={control} />}
        </FieldFrame>
      )}
    </>
  );
}

interface SupportProps {
  readonly field: Field;
  readonly hints: FieldHints;
  readonly type: FieldType;
  readonly comment: string | null;
  /** Where the answer comes from: `profile.name`. */
  readonly source: string | null;
}

function firstExample(field: Field): string | null {
  const first = field.examples[0];
  return typeof first === 'string' || typeof first === 'number' ? String(first) : null;
}

function hasSupport(field: Field, hints: FieldHints, type: FieldType): boolean {
  return (
    field.description !== null ||
    hints.help !== null ||
    type.Support !== undefined ||
    firstExample(field) !== null
  );
}

function Support({ field, hints, type, comment, source }: SupportProps): ReactNode {
  const texts = useFormTexts();
  const example = type.Support ? null : firstExample(field);
  return (
    <>
      {comment !== null && <OfficersComment text={comment} />}
      {field.description !== null && <p className="tz-prewrap">{field.description}</p>}
      {hints.help !== null && <p className="tz-prewrap">{hints.help}</p>}
      {type.Support && (
        <p>
          <type.Support field={field} />
        </p>
      )}
      {example !== null && (
        <p>
          <InJapanese>{texts.example(example)}</InJapanese>
        </p>
      )}
      {source !== null && <p>{texts.prefilledFrom[sourceKind(source)]}</p>}
    </>
  );
}

/** The list of stores and a former application are named; all else is what the account knows. */
function sourceKind(source: string): 'profile' | 'site' | 'previous' {
  const [kind] = source.split('.');
  return kind === 'site' || kind === 'previous' ? kind : 'profile';
}

function OfficersComment({ text }: { readonly text: string }): ReactNode {
  const texts = useFormTexts();
  return (
    <div className="tz-officer">
      <p className="tz-officer__title">{texts.correction.comment}</p>
      <p className="tz-prewrap">{text}</p>
    </div>
  );
}

function LockedAnswer({ field, pointer }: QuestionProps): ReactNode {
  const texts = useFormTexts();
  const { form } = useFormSession();
  const files = useFormFiles();
  const value = useFormState(({ evaluation }) => valueAt(evaluation.answers, pointer));
  return (
    <div className="tz-locked">
      <p className="tz-locked__label">
        {field.title} <span className="tz-quiet">{texts.correction.locked}</span>
      </p>
      <div>
        <AnswerWords form={form} field={field} value={value} files={files} />
      </div>
    </div>
  );
}
