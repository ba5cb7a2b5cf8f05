/** 10485760 → `10MB`. */
export function fileSize(bytes: number): string {
  const megabytes = bytes / (1024 * 1024);
  return megabytes >= 1 ? `${Math.round(megabytes * 10) / 10}MB` : `${Math.round(bytes / 1024)}KB`;
}
