import { Type, type Static } from '@sinclair/typebox';
import { NoticeView } from '../applications/application.dto.js';

export const NoticeList = Type.Object({
  notices: Type.Array(
    Type.Object({
      ...NoticeView.properties,
      applicationId: Type.String(),
      number: Type.String(),
      procedureTitle: Type.String(),
      subject: Type.String(),
    }),
  ),
  next: Type.Union([Type.String(), Type.Null()]),
});
export type NoticeList = Static<typeof NoticeList>;
