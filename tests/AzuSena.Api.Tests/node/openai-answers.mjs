// Asks with OpenAI's own client, in each of the ways that it has, and prints what it gets as JSON lines, one object for each call.
// node openai-answers.mjs URL CALL [JSON]
import OpenAI from 'openai';

const [url, call, json = '{}'] = process.argv.slice(2);
const given = JSON.parse(json);
const client = new OpenAI({ baseURL: new URL('/v1', url).href, apiKey: given.key ?? 'una-clave-cualquiera', maxRetries: 0 });
const print = (body) => console.log(JSON.stringify(body));
const { body } = given;
// Longer than an argument of a program may be.
if (given.characters) body.messages[0].content = 'a'.repeat(given.characters);

const calls = {
  models: async () => {
    const names = [];
    for await (const model of client.models.list()) names.push(model.id);
    print({ names, one: await client.models.retrieve(given.model) });
  },
  chat: async () => print(await client.chat.completions.create(body)),
  'chat-stream': async () => {
    for await (const chunk of await client.chat.completions.create({ ...body, stream: true })) print(chunk);
  },
  // The helper that puts the chunks together, as many programs use it.
  'chat-runner': async () => {
    const runner = client.chat.completions.stream(body);
    print({ text: await runner.finalContent(), completion: await runner.finalChatCompletion() });
  },
  responses: async () => {
    const response = await client.responses.create(body);
    print({ output_text: response.output_text, response });
  },
  'responses-stream': async () => {
    for await (const event of await client.responses.create({ ...body, stream: true })) print(event);
  },
  'responses-runner': async () => print(await client.responses.stream(body).finalResponse()),
  embeddings: async () => print(await client.embeddings.create(body)),
  speech: async () => {
    const response = await client.audio.speech.create(body);
    const bytes = Buffer.from(await response.arrayBuffer());
    print({ type: response.headers.get('content-type'), length: bytes.length, head: bytes.subarray(0, 4).toString('latin1') });
  },
};

try {
  await calls[call]();
} catch (error) {
  print({ error: { kind: error.constructor.name, status: error.status, type: error.type, param: error.param, code: error.code, message: error.message } });
}
