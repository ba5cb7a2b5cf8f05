import { type Answers, type CorrectionTarget, type Payment, type Procedure, resolvePointer } from '#engine';
import type { Reported } from './payment.entity.js';
import { returnCode } from './return-codes.js';

/** What an official says to an application whose money came back: why, and which answers are to be corrected. */
export function failedCommand(
  { form }: Procedure,
  { failed }: Payment,
  answers: Answers,
  { on, code, note }: Pick<Reported, 'on' | 'code' | 'note'>,
): { reason: string; publicReason: string; targets: CorrectionTarget[] } {
  const { staff, applicant } = returnCode(code);
  return {
    reason: [`組戻し（${on}）：${staff.ja}`, note].filter((part) => part !== '').join('。'),
    publicReason: applicant,
    targets: failed.targets
      .map((name) => ({ path: `/${name.replaceAll('.', '/')}`, comment: applicant }))
      .filter(({ path }) => (resolvePointer(form, answers, path)?.value ?? null) !== null),
  };
}
