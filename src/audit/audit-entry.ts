/** What is recorded. A word once written stays: the log of past years is read by it. */
export type AuditAction =
  | 'account.close'
  | 'account.edit-profile'
  | 'account.register'
  | 'account.register-guest'
  | 'announcement.end'
  | 'announcement.publish'
  | 'application.advance'
  | 'application.annotate'
  | 'application.assign'
  | 'application.search'
  | 'application.note'
  | 'application.open-answers'
  | 'application.permit-correction'
  | 'application.submit'
  | 'batch.start'
  | 'batch.stop'
  | 'conversation.settle'
  | 'export.cancel'
  | 'export.download'
  | 'export.finish'
  | 'export.request'
  | 'identity.link'
  | 'identity.unlink'
  | 'log.check'
  | 'log.export'
  | 'mail.change'
  | 'mandate.accept'
  | 'mandate.decline'
  | 'mandate.invite'
  | 'mandate.revoke'
  | 'message.send'
  | 'notice.issue'
  | 'paper.begin'
  | 'paper.hand-out'
  | 'paper.submit'
  | 'paper.withdraw'
  | 'password.change'
  | 'password.reset'
  | 'payment.accept'
  | 'payment.begin'
  | 'payment.cancel'
  | 'payment.close'
  | 'payment.download'
  | 'payment.export'
  | 'payment.look-again'
  | 'payment.looked'
  | 'payment.plan'
  | 'payment.release'
  | 'payment.report'
  | 'payment.send-back'
  | 'payment.submit'
  | 'payment.take-out'
  | 'payment-profile.confirm'
  | 'payment-profile.propose'
  | 'payment-profile.withdraw'
  | 'procedure.publish'
  | 'read'
  | 'session.act-for'
  | 'session.end'
  | 'sign-in'
  | 'sign-in.refuse'
  | 'staff.add'
  | 'staff.change'
  | 'staff.choose-password'
  | 'staff.confirm-role'
  | 'staff.disable'
  | 'staff.enable'
  | 'staff.end-absence'
  | 'staff.end-sessions'
  | 'staff.give-up-codes'
  | 'staff.issue-password'
  | 'staff.renew-recovery-codes'
  | 'staff.reset-codes'
  | 'staff.set-absence'
  | 'staff.set-up-codes'
  | 'visit.cancel'
  | 'visit.finish'
  | 'visit.order'
  | 'visit.plan'
  | 'visit.record';

export interface AuditActor {
  /** `agent`: somebody signed in to `id`, an account, who acts for another by `mandateId`. */
  readonly kind: 'staff' | 'applicant' | 'guest' | 'agent' | 'account' | 'system' | 'unknown';
  readonly id: string | null;
  readonly mandateId?: string;
}

/**
 * One entry, as the caller knows it; id and moment are added when it is written. Ids, codes, counts and hashes only:
 * the log outlives the data that it is about, and must say nothing of it once that is deleted.
 */
export interface AuditEntry {
  readonly actor: AuditActor;
  readonly action: AuditAction;
  readonly subject: { readonly kind: string; readonly id: string | null };
  /** `contentHash` of what was there, and of what is there now. */
  readonly before?: string | null;
  readonly after?: string | null;
  readonly detail?: Readonly<Record<string, unknown>>;
}
