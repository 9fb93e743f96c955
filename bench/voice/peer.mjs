// The other side of `azusena bench voice`: transformers.js on the same weights. A line of JSON for each request, and one for its answer.
import { createInterface } from 'node:readline';
import { readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { env, pipeline } from '@huggingface/transformers';

const folder = process.argv[2];
env.allowRemoteModels = false;
env.localModelPath = dirname(folder);

const started = performance.now();
const recognise = await pipeline('automatic-speech-recognition', basename(folder), { dtype: 'q8', local_files_only: true });
const seconds = (since) => (performance.now() - since) / 1000;
const memory = () => process.memoryUsage().rss;
console.log(JSON.stringify({ seconds: seconds(started), memory: memory() }));

for await (const line of createInterface({ input: process.stdin })) {
  const { file } = JSON.parse(line);
  const bytes = readFileSync(file);
  const samples = new Float32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
  const asked = performance.now();
  const { text } = await recognise(samples, { language: 'spanish', task: 'transcribe' });
  console.log(JSON.stringify({ text, seconds: seconds(asked), memory: memory() }));
}
