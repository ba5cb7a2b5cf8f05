/** Of notice `n`: when and why it was called back, as JSON; null where it was not. */
export const revokedJson = `(
  select jsonb_build_object('at', v.settled_at, 'reason', v.public_reason)
  from notice_revocation v where v.notice_id = n.id and v.state = 'revoked')`;

/** Notice `n` was not called back. */
export const stillHolds = `not exists (
  select from notice_revocation v where v.notice_id = n.id and v.state = 'revoked')`;
