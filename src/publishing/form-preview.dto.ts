import { type Static, Type } from '@sinclair/typebox';
import { FormBundle } from '../procedures/procedure.dto.js';

export const OpenPreviewRequest = Type.Object(
  { token: Type.String({ pattern: '^[\\w-]{43}$' }) },
  { additionalProperties: false },
);
export type OpenPreviewRequest = Static<typeof OpenPreviewRequest>;

export const FormPreviewView = Type.Object({
  endsAt: Type.String(),
  bundle: FormBundle,
  /** English words of the form by the Japanese ones. */
  words: Type.Record(Type.String(), Type.String()),
});
export type FormPreviewView = Static<typeof FormPreviewView>;
