import { type Static, type TSchema, Type } from '@sinclair/typebox';

const nullable = <T extends TSchema>(of: T) => Type.Union([of, Type.Null()]);

export const AttachmentLimits = Type.Object({
  accept: Type.Array(Type.String()),
  maxBytes: Type.Integer(),
  maxCount: Type.Integer(),
  /** What a good one shows. */
  example: nullable(Type.String()),
});

const ListedQuestion = Type.Object({
  path: Type.String(),
  /** 0 for a question of the page itself; what stands in a group or a repeat follows it, one deeper. */
  depth: Type.Integer(),
  title: Type.String(),
  description: nullable(Type.String()),
  help: nullable(Type.String()),
  kind: Type.String(),
  required: Type.Boolean(),
  computed: Type.Boolean(),
  /** In words; null when it is asked wherever what it stands in is asked. */
  when: nullable(Type.String()),
  options: Type.Array(Type.String()),
  optionCount: Type.Integer(),
  unit: nullable(Type.String()),
  example: nullable(Type.String()),
  purpose: nullable(Type.String()),
  attachment: nullable(AttachmentLimits),
});
export type ListedQuestion = Static<typeof ListedQuestion>;

export const QuestionsView = Type.Object({
  procedureId: Type.String(),
  title: Type.String(),
  category: Type.String(),
  themeColor: nullable(Type.String()),
  pages: Type.Array(
    Type.Object({
      name: Type.String(),
      title: Type.String(),
      description: nullable(Type.String()),
      purpose: nullable(Type.String()),
      when: nullable(Type.String()),
      questions: Type.Array(ListedQuestion),
    }),
  ),
});
export type QuestionsView = Static<typeof QuestionsView>;

export const EligibilityRequest = Type.Object({
  /** By the id of the question: `yes`, `no`, the value of a choice, `2021-10-01`, `12000`. */
  answers: Type.Record(Type.String(), Type.String({ maxLength: 100 }), { maxProperties: 40 }),
});
export type EligibilityRequest = Static<typeof EligibilityRequest>;

export const EligibilityView = Type.Object({
  procedureId: Type.String(),
  title: Type.String(),
  category: Type.String(),
  themeColor: nullable(Type.String()),
  lead: nullable(Type.String()),
  verdict: Type.Union([Type.Literal('open'), Type.Literal('likely'), Type.Literal('unlikely')]),
  /** Those that are asked, by the answers so far. `answer` is null where there is none, or none that fits. */
  questions: Type.Array(
    Type.Object({
      id: Type.String(),
      title: Type.String(),
      help: nullable(Type.String()),
      kind: Type.Union([
        Type.Literal('yes-no'),
        Type.Literal('choice'),
        Type.Literal('date'),
        Type.Literal('number'),
      ]),
      options: Type.Array(Type.Object({ value: Type.String(), title: Type.String() })),
      unit: nullable(Type.String()),
      answer: nullable(Type.String()),
    }),
  ),
  reasons: Type.Array(
    Type.Object({
      id: Type.String(),
      text: Type.String(),
      criterion: nullable(Type.Object({ title: Type.String(), text: Type.String() })),
      instead: nullable(
        Type.Object({
          text: Type.String(),
          /** Another procedure that is published. */
          procedure: nullable(Type.Object({ id: Type.String(), title: Type.String() })),
        }),
      ),
    }),
  ),
  needs: Type.Array(Type.Object({ id: Type.String(), text: Type.String() })),
});
export type EligibilityView = Static<typeof EligibilityView>;

export const FrequentQuestions = Type.Object({
  procedures: Type.Array(
    Type.Object({
      id: Type.String(),
      title: Type.String(),
      titleKana: nullable(Type.String()),
      searchWords: Type.Array(Type.String()),
      faq: Type.Array(Type.Object({ question: Type.String(), answer: Type.String() })),
    }),
  ),
});
export type FrequentQuestions = Static<typeof FrequentQuestions>;
