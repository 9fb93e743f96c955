// Runs the snippet of the original's README as it stands, against another address than it names, and prints what it logs as JSON lines.
// node socketio-readme.mjs URL TRANSPORTS
import { readFile } from 'node:fs/promises';
import { io } from 'socket.io-client';

const [url, transports] = process.argv.slice(2);
const snippet = await readFile(new URL('./readme-snippet.js', import.meta.url), 'utf8');

let socket;
const connect = () => (socket = io(url, { transports: transports.split(','), forceNew: true }));
const print = {
  log(label, data) {
    console.log(JSON.stringify({ label, data: data ?? null, transport: socket.io.engine.transport.name }));
    if (data?.complete) socket.close();
  },
};

new Function('io', 'console', snippet)(connect, print);
