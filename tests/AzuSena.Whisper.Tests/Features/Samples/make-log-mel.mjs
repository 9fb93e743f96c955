// Made log-mel.json: `npm install @huggingface/transformers@4.3.1`, then `node make-log-mel.mjs > log-mel.json`.
// The values are those of transformers.js's WhisperFeatureExtractor, which was written apart from ours; the sound is the one that LogMelTests makes.
import { WhisperFeatureExtractor } from '@huggingface/transformers';

function sound(length) {
  const samples = new Float32Array(length);
  let state = 1;
  for (let i = 0; i < length; i++) {
    state = (state * 16807) % 2147483647;
    const noise = state / 2147483647 - 0.5;
    samples[i] = 0.4 * Math.sin((2 * Math.PI * (150 + 0.01 * i) * i) / 16000) + 0.05 * noise;
  }
  return samples;
}

const cases = [];
for (const [bands, length, frames] of [
  [80, 40000, [0, 1, 100, 248, 249, 250, 251, 252, 2999]],
  [128, 40000, [0, 1, 100, 250]],
  [80, 500000, [0, 1500, 2997, 2998, 2999]],
]) {
  const extractor = new WhisperFeatureExtractor({
    chunk_length: 30, feature_size: bands, hop_length: 160, n_fft: 400, n_samples: 480000, nb_max_frames: 3000, sampling_rate: 16000, padding_value: 0,
  });
  const { input_features } = await extractor(sound(length).subarray(0, 480000));
  const column = (frame) => Array.from({ length: bands }, (_, band) => Number(input_features.data[band * 3000 + frame].toFixed(6)));
  cases.push({ bands, length, frames: frames.map((frame) => ({ frame, values: column(frame) })) });
}
console.log(JSON.stringify(cases).replaceAll('{"frame"', '\n{"frame"'));
