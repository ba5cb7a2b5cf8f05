import { type Static, Type } from '@sinclair/typebox';

export const DemoAccounts = Type.Object({
  accounts: Type.Array(
    Type.Object({
      kind: Type.Union([Type.Literal('applicant'), Type.Literal('staff')]),
      login: Type.String(),
      password: Type.String(),
      name: Type.String(),
      description: Type.String(),
    }),
  ),
});
export type DemoAccounts = Static<typeof DemoAccounts>;
