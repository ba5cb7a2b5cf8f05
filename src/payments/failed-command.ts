import { type Answers, type Command, type Payment, type Procedure, resolvePointer } from '#engine';
import type { Reported } from './payment.entity.js';
import { returnCode } from './return-codes.js';

/** What an official says to an application whose money came back: why, and which answers are to be corrected. */
export function failedCommand(
  { form }: Procedure,
  { failed }: Payment,
  answers: Answers,
  { on, code, note }: Pick<Reported, 'on' | 'code' | 'note'>,
): Required<Pick<Command, 'reason' | 'publicReason' | 'targets'>> {
  const { staff, applicant } = returnCode(code);
  return {
    reason: [`組戻し（${on}）：${staff.ja}`, note].filter((part) => part !== '').join('。'),
    publicReason: applicant,
    targets: failed.targets
      .map((name) => ({ path: `/${name.replaceAll('.', '/')}`, comment: applicant }))
      .filter(({ path }) => (resolvePointer(form, answers, path)?.value ?? null) !== null),
  };
}
