// Transcribes a file with OpenAI's own client, in each of the ways that it has, and prints what it gets as JSON lines.
// node openai.mjs URL FILE
import { createReadStream } from 'node:fs';
import OpenAI, { toFile } from 'openai';

const [url, path] = process.argv.slice(2);
const client = new OpenAI({ baseURL: new URL('/v1', url).href, apiKey: 'una-clave-cualquiera', maxRetries: 0 });
const transcribe = (options) => client.audio.transcriptions.create({ file: createReadStream(path), model: 'whisper-1', ...options });
const print = (body) => console.log(JSON.stringify(body));

print({ json: await transcribe({ language: 'es' }) });
print({ text: await transcribe({ response_format: 'text' }) });
print({ verbose: await transcribe({ response_format: 'verbose_json', timestamp_granularities: ['segment'] }) });

const deltas = [];
let done = null;
for await (const event of await transcribe({ stream: true })) {
  if (event.type === 'transcript.text.delta') deltas.push(event.delta);
  if (event.type === 'transcript.text.done') done = event.text;
}
print({ deltas, done });

try {
  await client.audio.transcriptions.create({ file: await toFile(Buffer.from('esto no es audio'), 'a.wav'), model: 'whisper-1' });
} catch (error) {
  print({ error: { status: error.status, code: error.code, message: error.message } });
}
