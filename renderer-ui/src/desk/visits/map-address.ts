/** Opens the map of the device, whichever it is (RFC 5870); nothing is fetched from anywhere. */
export function mapAddress(place: string): string {
  return `geo:0,0?q=${encodeURIComponent(place)}`;
}
