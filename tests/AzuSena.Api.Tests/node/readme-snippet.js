const socket = io('http://localhost:8000');

socket.on('connect', () => {
  console.log('Conectado a AzuSENA');
});

socket.emit('query_text', { query: '¿Qué es el contrato de aprendizaje?' });

socket.on('response', (data) => {
  console.log('Respuesta:', data);
});
