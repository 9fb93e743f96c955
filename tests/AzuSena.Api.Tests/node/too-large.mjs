// Sends a message over the limit with the real clients and prints what they hear as JSON lines.
// node too-large.mjs URL CLIENT BYTES, with CLIENT one of websocket, polling, signalr
import { HubConnectionBuilder, LogLevel } from '@microsoft/signalr';
import { io } from 'socket.io-client';

const [url, client, bytes] = process.argv.slice(2);
const query = 'a'.repeat(Number(bytes));
const print = (event, body) => console.log(JSON.stringify({ event, body: body ?? null }));

if (client === 'signalr') {
  const connection = new HubConnectionBuilder()
    .withUrl(new URL('/hubs/chat', url).href)
    .configureLogging(LogLevel.None)
    .build();
  connection.on('error', (body) => print('error', body));
  const closed = new Promise((resolve) => connection.onclose(resolve));
  await connection.start();
  connection.send('query_text', { query }).catch(() => undefined);
  await closed;
  print('closed');
} else {
  const socket = io(url, { transports: [client], reconnection: false });
  await new Promise((resolve) => socket.once('connection_response', resolve));
  socket.on('error', (body) => print('error', body));
  const closed = new Promise((resolve) => socket.once('disconnect', resolve));
  socket.emit('query_text', { query });
  await closed;
  print('closed');
}
process.exit(0);
