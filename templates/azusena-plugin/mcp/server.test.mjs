// node --test mcp
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

test('the tool greets', async () => {
  const server = spawn(process.execPath, [fileURLToPath(new URL('server.mjs', import.meta.url))]);
  server.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name: 'greet', arguments: { name: 'Ana' } } })}\n`);
  const [reply] = await once(server.stdout, 'data');
  server.kill();
  assert.equal(JSON.parse(reply).result.content[0].text, 'Hola, Ana. ¡Que te vaya muy bien en el SENA!');
});
