import { Type, type Static } from '@sinclair/typebox';
import { AttachmentView } from '../draft.dto.js';

/** `id` is made by the browser: the same request again finds the upload that it has begun. */
export const BeginUploadRequest = Type.Object(
  {
    id: Type.String({ pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' }),
    field: Type.String({ minLength: 1, maxLength: 300 }),
    name: Type.String({ minLength: 1, maxLength: 1000 }),
    bytes: Type.Integer({ minimum: 1, maximum: 2_147_483_647 }),
  },
  { additionalProperties: false },
);
export type BeginUploadRequest = Static<typeof BeginUploadRequest>;

/** How far an upload has come: the next piece begins at `received`. */
export const UploadView = Type.Object({
  id: Type.String(),
  bytes: Type.Integer(),
  received: Type.Integer(),
  /** Set once it is finished. */
  attachment: Type.Union([AttachmentView, Type.Null()]),
});
export type UploadView = Static<typeof UploadView>;
