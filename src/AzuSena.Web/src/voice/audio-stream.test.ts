import { describe, expect, it } from 'vitest';
import { AudioStream } from './audio-stream';
import { recordingFormat, toBase64 } from './formats';

const listen = (audio: AudioStream) => {
  const heard: string[] = [];
  audio.subscribe({ next: (piece) => heard.push(piece), complete: () => heard.push('end') });
  return heard;
};

describe('AudioStream', () => {
  it('keeps what comes before anybody listens, in order, and ends once', () => {
    const audio = new AudioStream();
    audio.push(new Uint8Array([1]));
    const heard = listen(audio);
    audio.push(new Uint8Array([2]));
    audio.complete();
    audio.complete();
    expect(heard).toEqual(['AQ==', 'Ag==', 'end']);
  });

  it('tells a late listener that it has ended', () => {
    const audio = new AudioStream();
    audio.push(new Uint8Array([1]));
    audio.complete();
    expect(listen(audio)).toEqual(['AQ==', 'end']);
  });
});

describe('formats', () => {
  it('writes any bytes as base64', () => {
    const bytes = Uint8Array.from({ length: 100_000 }, (_, index) => index % 256);
    expect(Buffer.from(toBase64(bytes), 'base64').equals(Buffer.from(bytes))).toBe(true);
  });

  it('takes the best format that the browser records', () => {
    expect(recordingFormat(() => true)?.format).toBe('webm');
    expect(recordingFormat((type) => type === 'audio/mp4')?.format).toBe('mp4');
    expect(recordingFormat(() => false)).toBeUndefined();
  });
});
