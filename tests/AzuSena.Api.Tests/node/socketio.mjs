// Asks over Socket.IO with the real client and prints what it hears as JSON lines.
// node socketio.mjs URL QUESTION TRANSPORTS [AUTH]
import { io } from 'socket.io-client';

const [url, query, transports, auth] = process.argv.slice(2);
const print = (event, body) => console.log(JSON.stringify({ event, body: body ?? null }));

const socket = io(url, { transports: transports.split(','), auth: auth ? JSON.parse(auth) : undefined, reconnection: false });
const next = (event) => new Promise((resolve) => socket.once(event, resolve));

for (const event of ['connection_response', 'response', 'query_response', 'error']) {
  socket.on(event, (body) => print(event, body));
}
socket.on('connect_error', ({ message, data }) => {
  print('connect_error', { message, data });
  socket.close();
});
socket.on('disconnect', (reason) => print('disconnect', reason));

await next('connect');
if (transports === 'polling,websocket' && socket.io.engine.transport.name === 'polling') {
  await new Promise((resolve) => socket.io.engine.once('upgrade', resolve));
}
print('transport', socket.io.engine.transport.name);

socket.emit('query_text', { query });
await next('query_response');

socket.emit('query_text', query);
await next('query_response');

for (const nothing of [[], [null], [{}], [{ query: 7 }], [Buffer.from('hola')], [{ query: '' }]]) {
  socket.emit('query_text', ...nothing);
  await next('error');
}

await socket.timeout(30_000).emitWithAck('query_text', { query: 'hola' });
print('acknowledged');
socket.close();
