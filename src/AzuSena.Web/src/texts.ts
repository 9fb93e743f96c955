import type { Failure, ToolCall } from './answer/answer-state';

/** Everything that the page says, in Spanish. */
export const texts = {
  skip: 'Saltar a la conversación',
  header: {
    conversations: 'Conversaciones',
    fresh: 'Nueva conversación',
    theme: { system: 'Tema: el del sistema', light: 'Tema: claro', dark: 'Tema: oscuro' },
    aloud: 'Leer las respuestas en voz alta',
    download: 'Descargar esta conversación',
  },
  widget: { close: 'Cerrar el chat' },
  welcome: {
    title: 'Hola, soy Azu',
    lead: 'Pregúntame lo que quieras saber del SENA. Respondo con lo que dicen sus documentos, y te muestro de dónde sale cada frase.',
    suggestions: 'Para empezar',
    care: 'Puedo equivocarme. Antes de tomar una decisión, verifica con el SENA.',
  },
  composer: {
    form: 'Preguntar a AzuSENA',
    label: 'Tu pregunta',
    placeholder: 'Tu pregunta…',
    send: 'Preguntar',
    stop: 'Detener la respuesta',
    hint: 'Intro para preguntar, Mayús + Intro para otra línea',
    left: (count: number) => (count >= 0 ? `Te ${count === 1 ? 'queda' : 'quedan'} ${characters(count)}` : `Te pasaste por ${characters(-count)}: acórtala un poco`),
  },
  thread: { label: 'Conversación', heading: 'Conversación con AzuSENA', bottom: 'Ir al final', you: 'Preguntaste', azu: 'AzuSENA respondió', opening: 'Abriendo la conversación…' },
  progress: {
    waiting: 'Buscando en los documentos…',
    writing: 'Escribiendo…',
    hearing: 'Te escucho…',
    thinking: 'Pensando…',
    next: 'Hay varias preguntas a la vez: la tuya es la siguiente.',
    queue: (position: number) => `Hay varias preguntas a la vez: la tuya es la número ${position}.`,
    loading: 'Estoy despertando el modelo de lenguaje. La primera respuesta tarda un poco más.',
    lost: 'Se cortó la conexión. La estoy recuperando; la respuesta seguirá donde iba.',
  },
  answer: {
    rewritten: (question: string) => `Entendí: «${question}»`,
    corrected: (from: string, to: string) => `Leí «${from}» como «${to}».`,
    extractive: 'Estas son frases tomadas tal cual de los documentos.',
    modeChanged: 'El modelo de lenguaje no respondió, así que te muestro lo que dicen los documentos, tal cual.',
    uncertain: 'No estoy muy segura de esta respuesta: compárala con sus fuentes.',
    partial: 'Respuesta parcial: no encontré todo lo que preguntas.',
    closest: 'Lo más cercano que tengo:',
    stopped: 'Detuviste esta respuesta.',
    unfinished: 'Respuesta sin terminar.',
    thoughts: 'Lo que pensé antes de responder',
    doubt: 'Verifica esta frase',
    doubts: 'Por verificar',
    doubtLead: 'No encontré respaldo completo en los documentos para:',
    notFound: (things: string) => `no aparece ${things}`,
    sources: 'Fuentes',
    open: (number: number, title?: string) => (title ? `Abrir la fuente ${number}: ${title}` : `Abrir la fuente ${number}`),
    pending: (number: number) => `Fuente ${number}`,
    copy: 'Copiar la respuesta',
    copied: 'Copiada',
    listen: 'Escuchar la respuesta',
    listenOn: 'Escuchar lo demás',
    quiet: 'Dejar de leer',
    again: 'Preguntar de nuevo',
    newOne: 'Empezar otra conversación',
    actions: 'Acciones de la respuesta',
    next: 'También puedes preguntar:',
  },
  more: { label: 'Más sobre esto', open: 'Ver más', less: 'Ver menos', places: 'Más en:' },
  tools: {
    running: (what: string) => `Consultando ${what}…`,
    done: (what: string) => `Consulté ${what}`,
    failed: (what: string) => `No pude consultar ${what}`,
    known: [
      ['calendar', 'el calendario'],
      ['sena', 'los datos del SENA'],
      ['memory', 'los documentos'],
    ] as const,
    other: (name: string) => `«${name}»`,
  },
  feedback: {
    up: 'Me sirvió',
    down: 'No me sirvió',
    comment: '¿Quieres contarnos por qué? (opcional)',
    send: 'Enviar',
    skip: 'Así está bien',
    thanks: '¡Gracias! Lo tendremos en cuenta.',
    failed: 'No se pudo guardar tu opinión. Inténtalo otra vez.',
  },
  citation: {
    heading: (number: number) => `Fuente ${number}`,
    document: 'Documento',
    asked: 'Se le preguntó',
    gave: 'Respondió:',
    close: 'Cerrar la fuente',
    loading: 'Abriendo la fuente…',
    section: 'Sección',
    place: 'Lugar',
    date: 'Fecha',
    source: 'De dónde sale',
    validity: 'Vigencia',
    quoted: 'Lo que cita la respuesta:',
    table: 'Tabla',
    gone: 'Este pasaje cambió o ya no está entre los documentos. Vuelve a preguntar para ver el de ahora.',
    failed: 'No pude abrir la fuente. Revisa tu conexión e inténtalo otra vez.',
    again: 'Intentar otra vez',
  },
  list: {
    heading: 'Tus conversaciones',
    close: 'Cerrar la lista',
    empty: 'Aquí verás tus conversaciones.',
    where: 'La lista se guarda solo en este navegador.',
    rename: (title: string) => `Cambiar el nombre de «${title}»`,
    name: 'Nombre de la conversación',
    save: 'Guardar',
    cancel: 'Cancelar',
    remove: (title: string) => `Borrar «${title}»`,
    sure: '¿Borrarla para siempre?',
    yes: 'Sí, borrar',
    no: 'No',
    failed: 'No se pudo. Revisa tu conexión e inténtalo otra vez.',
    busy: 'Espera a que termine la respuesta, o detenla.',
  },
  voice: {
    start: 'Preguntar hablando',
    send: 'Terminar y preguntar',
    cancel: 'Cancelar',
    asking: 'Permite que la página use el micrófono…',
    listening: 'Te escucho. Toca otra vez para preguntar, o Esc para cancelar.',
    holding: 'Te escucho. Suelta para preguntar.',
    level: 'Volumen de tu voz',
    insecure: 'Para hablar hace falta una conexión segura (https). Escribe tu pregunta.',
    unsupported: 'Este navegador no puede grabar. Escribe tu pregunta.',
    off: 'Preguntar hablando está desactivado aquí. Escribe tu pregunta.',
    loading: 'Preparando el oído: en un momento podrás preguntar hablando.',
    denied: 'El micrófono está bloqueado. Permítelo en los ajustes del navegador, junto a la dirección de la página.',
    missing: 'No encontré un micrófono. Conecta uno o escribe tu pregunta.',
    failed: 'No se pudo usar el micrófono. Quizá otro programa lo tiene ocupado.',
    spoken: 'Pregunta hablada',
    mute: 'Aquí no hay una voz en español con que leer.',
    unheard: 'No se pudo leer en voz alta. Inténtalo otra vez.',
    blocked: 'El navegador no deja sonar la página hasta que la toques. Toca «Escuchar la respuesta».',
    offer: '¿Quieres que te cuente más? Toca «Escuchar lo demás».',
    aloud: 'Leeré las respuestas en voz alta.',
  },
  line: {
    offline: 'Estás sin conexión. Puedes leer lo que ya está aquí; sigo en cuanto vuelva.',
    lost: 'No logro comunicarme con AzuSENA. Sigo intentando.',
    again: 'Intentar ahora',
    understood: 'Entendido',
    indexing: 'Estoy leyendo los documentos. En un momento puedo responder.',
    unavailable: 'AzuSENA no puede responder ahora. Avísale a quien la administra; vuelvo a intentar sola.',
  },
  key: {
    title: 'Esta AzuSENA pide una clave',
    lead: 'Escribe la clave que te dieron para usarla. Se olvida al cerrar esta pestaña.',
    label: 'Clave',
    enter: 'Entrar',
    wrong: 'Esa clave no sirve. Revísala e inténtalo otra vez.',
  },
  announce: {
    asked: 'AzuSENA está buscando la respuesta.',
    over: (sources: number, hasMore: boolean) =>
      `Fin de la respuesta.${sources === 0 ? '' : sources === 1 ? ' Tiene una fuente.' : ` Tiene ${sources} fuentes.`}${hasMore ? ' Hay más en «Ver más».' : ''}`,
    stopped: 'Respuesta detenida.',
    copied: 'Respuesta copiada.',
    opened: (title: string) => `Conversación abierta: ${title}`,
  },
  azu: { idle: 'Azu', listening: 'Azu escucha', thinking: 'Azu piensa', talking: 'Azu responde' },
} as const;

const characters = (count: number) => (count === 1 ? 'un carácter' : `${count} caracteres`);

const advice: Record<string, string> = {
  connection_lost: 'Se perdió la conexión y la respuesta quedó a medias. Vuelve a preguntar.',
  unreachable: 'No logro comunicarme con AzuSENA. Revisa tu conexión y vuelve a preguntar.',
  restarted: 'El servicio se reinició; pregunta de nuevo.',
  stopping: 'El servicio se detuvo. Espera un momento y pregunta de nuevo.',
  question_not_found: 'La respuesta se interrumpió mientras no estabas. Vuelve a preguntar.',
  conversation_not_found: 'Esta conversación ya no existe: se borran solas después de un tiempo. Empieza otra.',
  unauthorized: 'Hace falta una clave para preguntar aquí.',
  internal: 'Algo falló de nuestro lado. Vuelve a preguntar; si sigue pasando, avisa a quien administra AzuSENA.',
};

/** What to tell a person about a failure, and what to do: the service's own words where it had some. */
export function failureText({ code, message, retryAfter }: Failure): string {
  const words = message || advice[code] || advice['internal']!;
  return retryAfter === undefined ? words : `${words} Espera ${retryAfter === 1 ? 'un segundo' : `unos ${retryAfter} segundos`}.`;
}

/** What a tool was asked and what it gave: «Calendario: 25 de diciembre de 2026 → Sí, … es festivo». */
export function toolLine({ name, title, asked, result, state }: ToolCall): string {
  const words = texts.tools;
  const what = title ?? words.known.find(([prefix]) => name.startsWith(prefix))?.[1] ?? words.other(name);
  if (state !== 'done' || !title) return words[state](what);
  const given = firstLine(result ?? '');
  return `${title}${asked ? `: ${asked}` : ''}${given ? ` → ${given}` : ''}`;
}

const mostShown = 120;

function firstLine(text: string): string {
  const line = text.split('\n', 1)[0]!.trim();
  return line.length > mostShown ? `${line.slice(0, mostShown).trimEnd()}…` : line;
}
