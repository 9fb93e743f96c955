// What transcriptions cost those who write: the latency of written questions alone, and while four recordings are heard all the time, in turns.
// node bench/voice-latency.mjs URL RECORDING [QUESTIONS A ROUND] [ROUNDS]
import { readFileSync } from 'node:fs';

const [url, path, count = '100', rounds = '3'] = process.argv.slice(2);
const recording = new Blob([readFileSync(path)]);
const questions = ['¿Qué es la etapa productiva?', '¿Cuánto dura el contrato de aprendizaje?', '¿Qué es SENNOVA?', '¿Qué es el Fondo Emprender?'];

async function write(number) {
  const start = performance.now();
  const response = await fetch(new URL('/azusena_api/query/text', url), { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ query: questions[number % questions.length] }) });
  await response.arrayBuffer();
  if (!response.ok) throw new Error(`text ${response.status}`);
  return performance.now() - start;
}

async function hear(state) {
  while (!state.over) {
    const form = new FormData();
    form.append('audio_file', recording, 'a');
    const response = await fetch(new URL('/azusena_api/transcriptions', url), { method: 'POST', body: form });
    await response.arrayBuffer();
    state[response.status] = (state[response.status] ?? 0) + 1;
  }
}

async function measure() {
  const times = [];
  for (let number = 0; number < Number(count); number++) times.push(await write(number));
  return times;
}

const percentile = (times, share) => [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))];

const [idle, busy, heard] = [[], [], {}];
await measure();
for (let round = 0; round < Number(rounds); round++) {
  idle.push(...await measure());
  const state = { over: false };
  const hearing = Array.from({ length: 4 }, () => hear(state));
  busy.push(...await measure());
  state.over = true;
  await Promise.all(hearing);
  for (const [status, times] of Object.entries(state)) if (status !== 'over') heard[status] = (heard[status] ?? 0) + times;
}
const row = (times) => ({ questions: times.length, p50: percentile(times, 0.5), p95: percentile(times, 0.95), p99: percentile(times, 0.99) });
console.log(JSON.stringify({ idle: row(idle), busy: row(busy), p99_ratio: percentile(busy, 0.99) / percentile(idle, 0.99), heard }));
