/** A JPEG with the Exif data of a telephone: taken on 1 May 2026 at 10:20:30, in 大阪. No picture follows. */
export function jpegWithPlace(): Buffer {
  const tiff = Buffer.alloc(200);
  tiff.write('II*\0', 0, 'latin1');
  tiff.writeUInt32LE(8, 4);
  const entry = (at: number, tag: number, type: number, count: number, value: number): void => {
    tiff.writeUInt16LE(tag, at);
    tiff.writeUInt16LE(type, at + 2);
    tiff.writeUInt32LE(count, at + 4);
    tiff.writeUInt32LE(value, at + 8);
  };
  tiff.writeUInt16LE(3, 8);
  entry(10, 0x0112, 3, 1, 1);
  entry(22, 0x8825, 4, 1, 100);
  entry(34, 0x8769, 4, 1, 60);
  tiff.writeUInt16LE(1, 60);
  entry(62, 0x9003, 2, 20, 80);
  tiff.write('2026:05:01 10:20:30\0', 80, 'latin1');
  tiff.writeUInt16LE(2, 100);
  entry(102, 1, 2, 2, 0x4e);
  entry(114, 2, 5, 3, 150);
  [34, 1, 41, 1, 37, 1].forEach((value, index) => tiff.writeUInt32LE(value, 150 + index * 4));
  const xmp = Buffer.from(
    'http://ns.adobe.com/xap/1.0/\0<x:xmpmeta><a exif:GPSLatitude="34,41"/></x:xmpmeta>',
  );
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff])),
    segment(xmp),
    Buffer.from([0xff, 0xda, 0x00, 0x02, 0xff, 0xd9]),
  ]);
}

function segment(body: Buffer): Buffer {
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}
