// Streams an answer with nothing but fetch and prints its events as JSON lines.
// node stream.mjs URL QUESTION
const [url, query] = process.argv.slice(2);

const response = await fetch(new URL('/azusena_api/query/stream', url), {
  method: 'POST',
  headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
  body: JSON.stringify({ query }),
});
if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);

let rest = '';
for await (const text of response.body.pipeThrough(new TextDecoderStream())) {
  const events = (rest + text).split('\n\n');
  rest = events.pop();
  for (const event of events) {
    const data = event.split('\n').filter((line) => line.startsWith('data: ')).map((line) => line.slice('data: '.length));
    console.log(data.join('\n'));
  }
}
