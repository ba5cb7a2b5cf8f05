import { Type, type Static } from '@sinclair/typebox';

const name = Type.Union([Type.String(), Type.Null()]);

/** Where the asker is signed in, last used first. */
export const OwnSessions = Type.Object({
  sessions: Type.Array(
    Type.Object({
      id: Type.String(),
      /** Names of makers, such as `iPhone` and `Safari`; null where the browser hides them. */
      system: name,
      browser: name,
      current: Type.Boolean(),
      createdAt: Type.String(),
      /** To the minute. */
      lastSeenAt: Type.String(),
    }),
  ),
});
export type OwnSessions = Static<typeof OwnSessions>;
