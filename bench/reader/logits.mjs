// Runs the exported graph with ONNX Runtime, as the product does: one window at a time, on one thread.
// usage: node logits.mjs MODEL < windows.json > logits.json — an array of { ids, start } becomes an array of arrays of logits.
import { readFileSync } from 'node:fs';
import { InferenceSession, Tensor } from 'onnxruntime-node';

const session = await InferenceSession.create(process.argv[2], { intraOpNumThreads: 1, interOpNumThreads: 1 });
const integers = (values) => new Tensor('int64', BigInt64Array.from(values, BigInt), [1, values.length]);

const results = [];
for (const { ids, start } of JSON.parse(readFileSync(0, 'utf8'))) {
  const { logits } = await session.run({
    input_ids: integers(ids),
    attention_mask: integers(ids.map(() => 1)),
    token_type_ids: integers(ids.map((_, position) => (position < start ? 0 : 1))),
  });
  results.push(Array.from(logits.data));
}

process.stdout.write(JSON.stringify(results));
