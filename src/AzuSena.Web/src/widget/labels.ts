/** What the button and its panel say; the chat in it says the rest. */
export function labels(lang: string, title: string) {
  return lang.startsWith('en')
    ? { open: `Open the chat: ${title}`, close: 'Close', opening: 'Opening…', absent: 'The assistant is not available on this site.' }
    : { open: `Abrir el chat: ${title}`, close: 'Cerrar', opening: 'Abriendo…', absent: 'El asistente no está disponible en este sitio.' };
}
