// Asks over both of the hub's methods with Microsoft's own client and prints what it hears as JSON lines.
// node chat.mjs URL QUESTION
import { HubConnectionBuilder, LogLevel } from '@microsoft/signalr';

const [url, query] = process.argv.slice(2);
const print = (via, body) => console.log(JSON.stringify({ via, body }));

const connection = new HubConnectionBuilder()
  .withUrl(new URL('/hubs/chat', url).href)
  .configureLogging(LogLevel.None)
  .build();

const failed = new Promise((resolve) => {
  connection.on('error', (error) => {
    print('error', error);
    resolve();
  });
});
const completed = new Promise((resolve) => {
  connection.on('response', (response) => {
    print('query_text', response);
    if (response.complete) resolve();
  });
});

await connection.start();

await connection.send('query_text', { query });
await completed;

await new Promise((complete, error) => {
  connection.stream('Ask', { query }).subscribe({ next: (event) => print('Ask', event), complete, error });
});

await connection.send('query_text', { query: '' });
await failed;

await connection.stop();
