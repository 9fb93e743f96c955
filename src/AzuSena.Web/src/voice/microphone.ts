import { recordingFormat } from './formats';

const everyMilliseconds = 250;

/** A microphone that is open: gives what it hears in pieces, and how loud it is. */
export interface Microphone {
  format: string;
  /** Ends the recording; done once the last piece was given. */
  finish(): Promise<void>;
  close(): void;
}

export type MicrophoneProblem = 'denied' | 'missing' | 'failed';

export const canRecord = () => typeof MediaRecorder !== 'undefined' && recordingFormat((type) => MediaRecorder.isTypeSupported(type)) !== undefined && navigator.mediaDevices?.getUserMedia !== undefined;

export async function openMicrophone(onPiece: (bytes: Uint8Array) => void, onLevel: (level: number) => void): Promise<Microphone> {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: { channelCount: 1, echoCancellation: true, noiseSuppression: true } });
  const { mimeType, format } = recordingFormat((type) => MediaRecorder.isTypeSupported(type))!;
  const recorder = new MediaRecorder(stream, { mimeType, audioBitsPerSecond: 32_000 });
  // The pieces are read one after the other, so that they are given in their order.
  let reading = Promise.resolve();
  let isClosed = false;
  recorder.ondataavailable = ({ data }) => {
    reading = reading.then(async () => {
      const bytes = new Uint8Array(await data.arrayBuffer());
      if (!isClosed && bytes.length > 0) onPiece(bytes);
    });
  };
  const stopMeter = meter(stream, onLevel);
  recorder.start(everyMilliseconds);

  const close = () => {
    if (recorder.state !== 'inactive') recorder.stop();
    stopMeter();
    for (const track of stream.getTracks()) track.stop();
  };
  return {
    format,
    finish: async () => {
      if (recorder.state !== 'inactive') {
        const stopped = new Promise((resolve) => recorder.addEventListener('stop', resolve, { once: true }));
        recorder.stop();
        await stopped;
      }
      close();
      await reading;
    },
    close: () => {
      isClosed = true;
      close();
    },
  };
}

export function problemOf(error: unknown): MicrophoneProblem {
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'denied';
  return name === 'NotFoundError' || name === 'OverconstrainedError' ? 'missing' : 'failed';
}

// The root mean square of the waveform, stretched so that ordinary speech fills the meter.
function meter(stream: MediaStream, onLevel: (level: number) => void): () => void {
  const context = new AudioContext();
  const analyser = context.createAnalyser();
  analyser.fftSize = 512;
  context.createMediaStreamSource(stream).connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  let frame = 0;
  const look = () => {
    analyser.getFloatTimeDomainData(samples);
    const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
    onLevel(Math.min(1, Math.sqrt(power) * 5));
    frame = requestAnimationFrame(look);
  };
  look();
  return () => {
    cancelAnimationFrame(frame);
    void context.close();
  };
}
