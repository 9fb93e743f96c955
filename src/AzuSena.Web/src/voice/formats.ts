/** What browsers can record, best first, with the name that the service has for it. */
const formats = [
  { mimeType: 'audio/webm;codecs=opus', format: 'webm' },
  { mimeType: 'audio/ogg;codecs=opus', format: 'ogg' },
  { mimeType: 'audio/mp4', format: 'mp4' },
  { mimeType: 'audio/webm', format: 'webm' },
];

export function recordingFormat(isSupported: (mimeType: string) => boolean): { mimeType: string; format: string } | undefined {
  return formats.find(({ mimeType }) => isSupported(mimeType));
}

/** Bytes as base64, as JSON over SignalR carries them. */
export function toBase64(bytes: Uint8Array): string {
  const piece = 0x8000;
  let binary = '';
  for (let start = 0; start < bytes.length; start += piece) binary += String.fromCharCode(...bytes.subarray(start, start + piece));
  return btoa(binary);
}
