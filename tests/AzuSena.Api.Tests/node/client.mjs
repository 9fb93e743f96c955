// Asks with AzuSENA's own TypeScript client, as it was compiled, and prints what it gets as JSON lines.
// node client.mjs URL FOLDER_OF_THE_CLIENT CALL [JSON]
import { pathToFileURL } from 'node:url';

const [url, folder, call, json = '{}'] = process.argv.slice(2);
const { AzuSena, AzuSenaError } = await import(pathToFileURL(`${folder}/index.js`).href);
const given = JSON.parse(json);
const client = new AzuSena({ baseUrl: url, apiKey: given.key, language: given.language });
const print = (body) => console.log(JSON.stringify(body));

const calls = {
  ask: async () => {
    for await (const event of client.ask(given.question)) print(event);
  },
  // Leaves after the first piece of text.
  leave: async () => {
    for await (const event of client.ask(given.question)) {
      print(event);
      if (event.type === 'answer_token') break;
    }
  },
  answer: async () => print(await client.answer(given.question)),
  rest: async () => {
    const conversation = await client.begin();
    const answer = await client.answer({ ...given.question, conversation_id: conversation.conversation_id });
    await client.rate(answer.question_id, 'up');
    const passage = await client.passage(answer.citations[0].passage_id);
    const { turns } = await client.conversation(conversation.conversation_id);
    await client.forget(conversation.conversation_id);
    print({ title: passage.document.title, cited: answer.citations[0].title, turns: turns.length, suggestions: await client.suggestions() });
  },
};

try {
  await calls[call]();
} catch (error) {
  if (!(error instanceof AzuSenaError)) throw error;
  print({ error: { code: error.code, message: error.message, status: error.status, field: error.field } });
}
