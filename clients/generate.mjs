// Writes what the clients have in common from the service's own description: clients/openapi.json, and the types of both languages.
//   node clients/generate.mjs http://127.0.0.1:8000/openapi/v1.json           writes them
//   node clients/generate.mjs http://127.0.0.1:8000/openapi/v1.json --check   says which of them differ, and exits with 1
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { csharp } from './generator/csharp.mjs';
import { read } from './generator/schemas.mjs';
import { typescript } from './generator/typescript.mjs';

const [source, mode] = process.argv.slice(2);
if (!source) {
  console.error('Uso: node clients/generate.mjs DIRECCIÓN_DE_OPENAPI [--check]');
  process.exit(2);
}

const path = (name) => fileURLToPath(new URL(name, import.meta.url));
const document = source.startsWith('http') ? await (await fetch(source)).json() : JSON.parse(await readFile(source, 'utf8'));
delete document.servers; // Where it was asked, not what it is.
const types = read(document);

const files = {
  'openapi.json': `${JSON.stringify(document, null, 2)}\n`,
  'typescript/src/types.ts': typescript(types),
  'dotnet/AzuSena.Client/Types.g.cs': csharp(types),
};

let differing = 0;
for (const [name, text] of Object.entries(files)) {
  if (mode !== '--check') {
    await writeFile(path(name), text);
  } else if ((await readFile(path(name), 'utf8').catch(() => '')) !== text) {
    differing++;
    console.error(`clients/${name} no corresponde a ${source}: ejecuta node clients/generate.mjs ${source}`);
  }
}
process.exit(differing ? 1 : 0);
