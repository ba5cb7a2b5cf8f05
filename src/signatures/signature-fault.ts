/** Everything that can be wrong with a signature, each with its own sentence. */
export type SignatureFault =
  | 'content-tampered'
  | 'signature-invalid'
  | 'signing-certificate-mismatch'
  | 'signer-certificate-missing'
  | 'untrusted'
  | 'expired'
  | 'not-yet-valid'
  | 'revoked'
  | 'revocation-unknown'
  | 'key-usage'
  | 'policy'
  | 'weak-algorithm'
  | 'not-detached'
  | 'unsupported-extension'
  | 'malformed';

/** Carries a fault out of the steps of a verification; never leaves it. */
export class Faulty extends Error {
  constructor(
    readonly fault: SignatureFault,
    detail = '',
  ) {
    super(`${fault} ${detail}`);
  }
}
