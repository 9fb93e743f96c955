# Asks over Socket.IO with python-socketio's client and prints what it hears as JSON lines.
# python3 socketio_client.py URL QUESTION TRANSPORTS
import json
import sys
import threading

import socketio

url, query, transports = sys.argv[1:]
client = socketio.Client(reconnection=False)
heard = threading.Event()
lock = threading.Lock()


def show(event, body):
    with lock:
        print(json.dumps({"event": event, "body": body}), flush=True)
    if event in ("query_response", "error"):
        heard.set()


for name in ("connection_response", "response", "query_response", "error"):
    client.on(name, lambda body, name=name: show(name, body))

client.connect(url, transports=transports.split(","))
for arguments in ({"query": query}, query, None):
    heard.clear()
    client.emit("query_text", arguments)
    if not heard.wait(60):
        sys.exit("no answer")
show("transport", client.transport())
client.disconnect()
