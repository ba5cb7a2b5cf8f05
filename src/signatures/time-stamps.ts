import { randomBytes } from 'node:crypto';
import { Asn1, der, derOid, Malformed, tags } from './der.js';
import { readTimeStamp } from './read-time-stamp.js';

/** A time stamp, and the moment that it states. */
export interface TimeStamp {
  readonly token: Buffer;
  readonly at: Date;
}

/** An authority that states when something was there (RFC 3161). */
export interface TimeStamps {
  /**
   * @param digest SHA-256
   * @throws TimeStampRefused
   */
  stamp(digest: Buffer): Promise<TimeStamp>;
}

/** The authority gave no time stamp, or one that is not over what was asked. Trying again later may help. */
export class TimeStampRefused extends Error {}

const patienceMs = 10_000;
const mostBytes = 65_536;
const sha256 = der(tags.sequence, derOid('2.16.840.1.101.3.4.2.1'));

/** An authority reached by HTTP. */
export class HttpTimeStamps implements TimeStamps {
  constructor(private readonly url: string) {}

  async stamp(digest: Buffer): Promise<TimeStamp> {
    const nonce = randomBytes(8);
    // Positive, and without a zero in front: the same bytes come back.
    nonce[0] = ((nonce[0] ?? 0) & 0x7f) | 0x40;
    const bytes = await this.ask(timeStampRequest(digest, nonce));
    try {
      const [status, token] = Asn1.read(bytes).as(tags.sequence).children();
      const code = status?.as(tags.sequence).children()[0]?.small();
      if (code !== 0 && code !== 1) throw new TimeStampRefused(`The authority answers with status ${code}.`);
      if (!token) throw new TimeStampRefused('The authority gave no time stamp.');
      const said = readTimeStamp(token.raw);
      if (!said.digest.equals(digest) || said.nonce?.equals(nonce) !== true) {
        throw new TimeStampRefused('The time stamp is not over what was asked.');
      }
      return { token: Buffer.from(token.raw), at: said.at };
    } catch (error) {
      if (error instanceof Malformed) throw new TimeStampRefused('The answer is no time stamp.');
      throw error;
    }
  }

  private async ask(request: Buffer): Promise<Buffer> {
    try {
      const answer = await fetch(this.url, {
        method: 'POST',
        headers: { 'content-type': 'application/timestamp-query' },
        body: new Uint8Array(request),
        signal: AbortSignal.timeout(patienceMs),
      });
      const bytes = Buffer.from(await answer.arrayBuffer());
      if (!answer.ok) throw new TimeStampRefused(`The time stamp authority answers ${answer.status}.`);
      if (bytes.length > mostBytes) throw new TimeStampRefused('The answer is too long for a time stamp.');
      return bytes;
    } catch (error) {
      if (error instanceof TimeStampRefused) throw error;
      throw new TimeStampRefused('The time stamp authority cannot be reached.', { cause: error });
    }
  }
}

/** Asks for the authority's certificate, too. */
function timeStampRequest(digest: Buffer, nonce: Buffer): Buffer {
  return der(
    tags.sequence,
    der(tags.integer, Buffer.from([1])),
    der(tags.sequence, sha256, der(tags.octetString, digest)),
    der(tags.integer, nonce),
    der(tags.boolean, Buffer.from([0xff])),
  );
}
