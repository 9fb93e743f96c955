// Loses its connection in the middle, connects again by itself and is answered.
// node socketio-reconnect.mjs URL QUESTION
import { io } from 'socket.io-client';

const [url, query] = process.argv.slice(2);
const socket = io(url, { transports: ['websocket'], reconnectionDelay: 10 });

let connections = 0;
socket.on('connect', () => {
  connections++;
  if (connections === 1) {
    socket.io.engine.transport.ws.terminate?.() ?? socket.io.engine.transport.ws.close();
  } else {
    socket.emit('query_text', { query });
  }
});
socket.on('query_response', ({ response }) => {
  console.log(JSON.stringify({ connections, response }));
  socket.close();
});
