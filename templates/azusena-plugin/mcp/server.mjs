// The same function as a tool of an MCP server, in any language: AzuSENA starts it, or reaches it by its address. Needs no package.
import { createInterface } from 'node:readline';

const greet = {
  name: 'greet',
  description: 'Saluda a una persona por su nombre.',
  inputSchema: { type: 'object', properties: { name: { type: 'string', description: 'El nombre de la persona.' } }, required: ['name'] },
};
const answers = {
  initialize: ({ protocolVersion }) => ({ protocolVersion, capabilities: { tools: {} }, serverInfo: { name: 'plugin_call_name', version: '1.0.0' } }),
  'tools/list': () => ({ tools: [greet] }),
  'tools/call': ({ arguments: { name } }) => ({ content: [{ type: 'text', text: `Hola, ${name}. ¡Que te vaya muy bien en el SENA!` }] }),
  ping: () => ({}),
};
createInterface({ input: process.stdin }).on('line', (line) => {
  const { id, method, params } = JSON.parse(line);
  if (id === undefined) return;
  const answer = answers[method];
  const reply = answer ? { result: answer(params ?? {}) } : { error: { code: -32601, message: 'Method not found' } };
  process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', id, ...reply })}\n`);
});
