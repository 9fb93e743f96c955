// Uses the server as a program with the SDK of npm does, and prints what came as JSON lines.
// node sdk.mjs http ADDRESS QUESTION | node sdk.mjs stdio QUESTION COMMAND ARGUMENT…
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';

const [way, ...rest] = process.argv.slice(2);
const [address, question] = way === 'http' ? rest : [undefined, rest[0]];
const [command, ...args] = rest.slice(1);
const transport =
  way === 'http' ? new StreamableHTTPClientTransport(new URL('/mcp', address)) : new StdioClientTransport({ command, args, env: process.env, stderr: 'inherit' });
const client = new Client({ name: 'azusena-tests', version: '1.0.0' });
const print = (what, body) => console.log(JSON.stringify({ what, body }));

await client.connect(transport, { timeout: 60_000 });
// The client checks structured content against the schemas from here on.
print('tools', (await client.listTools()).tools.map((tool) => tool.name));
let steps = 0;
print('ask', await client.callTool({ name: 'ask', arguments: { question } }, undefined, { onprogress: () => steps++, timeout: 60_000 }));
print('progress', steps);
print('refused', await client.callTool({ name: 'ask', arguments: { question: ' ' } }));
print('holiday', await client.callTool({ name: 'calendar_is_holiday', arguments: { date: '2026-07-20' } }));
const { resources } = await client.listResources();
print('resource', await client.readResource({ uri: resources[0].uri }));
print('prompt', await client.getPrompt({ name: 'Answering/AnswerQuestion', arguments: { question } }));
print('completion', await client.complete({ ref: { type: 'ref/resource', uri: 'azusena://titles/{title}' }, argument: { name: 'title', value: '' } }));
await client.close();
