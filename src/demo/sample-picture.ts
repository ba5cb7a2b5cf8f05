import { crc32, deflateSync } from 'node:zlib';

const [width, height] = [640, 480];

/** A PNG that stands for a photograph in the demo: a colour, its frame and a paler sheet in the middle. */
export function samplePicture(seed: number): Buffer {
  const paper = [250, 249, 244];
  const ground = [96 + ((seed * 53) % 128), 96 + ((seed * 97) % 128), 96 + ((seed * 29) % 128)];
  const rows = Array.from({ length: height }, (_, y) => {
    const line = Buffer.alloc(1 + width * 3);
    const paint = (from: number, to: number, colour: readonly number[]): void => {
      line.fill(Buffer.from(colour), 1 + from * 3, 1 + to * 3);
    };
    paint(0, width, ground);
    if (y <= 60 || y >= height - 60) return line;
    paint(80, width - 80, paper);
    if (y % 36 > 24) paint(120, width - 120 - ((Math.floor(y / 36) * 53) % 160), [120, 120, 120]);
    return line;
  });
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
