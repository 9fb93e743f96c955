// Reads the schemas that AzuSENA's own endpoints use, in a form that both languages are written from.

const OWN = '/azusena_api/';
const EVENT = 'AnswerEvent';
const SKIPPED = ['ProblemDetails', 'JsonElement'];

/** @returns {{name: string, description: string, kind: 'object' | 'enum' | 'union', fields?, values?, cases?, base?: string, tag?: string}[]} */
export function read(document) {
  const schemas = document.components.schemas;
  const reached = new Set();
  const visit = (node) => {
    if (Array.isArray(node)) node.forEach(visit);
    if (node === null || typeof node !== 'object') return;
    if (typeof node.$ref === 'string' && node.$ref.startsWith('#/components/schemas/')) {
      const name = nameOf(node.$ref);
      if (!reached.has(name) && !SKIPPED.includes(name)) {
        reached.add(name);
        visit(schemas[name]);
      }
    }
    Object.entries(node).forEach(([key, value]) => key !== 'examples' && visit(value));
  };
  Object.entries(document.paths).filter(([route]) => route.startsWith(OWN)).forEach(([, item]) => visit(item));

  const events = Object.entries(schemas[EVENT].discriminator.mapping).map(([tag, ref]) => ({ tag, schema: nameOf(ref) }));
  const short = new Map(events.map(({ schema }) => [schema, schema.slice(EVENT.length)]));
  const typeOf = (schema) => type(schema, (name) => short.get(name) ?? name);

  return [...reached].sort().map((name) => {
    const schema = schemas[name];
    const common = { name: short.get(name) ?? name, description: schema.description ?? '' };
    if (name === EVENT) return { ...common, kind: 'union', cases: events.map((event) => ({ tag: event.tag, name: short.get(event.schema) })) };
    if (schema.enum) return { ...common, kind: 'enum', values: schema.enum.filter((value) => value !== null) };
    const event = events.find((candidate) => candidate.schema === name);
    const fields = Object.entries(schema.properties ?? {})
      .filter(([field]) => !(event && field === 'type'))
      .map(([field, property]) => ({
        name: field,
        description: property.description ?? '',
        type: typeOf(property),
        required: (schema.required ?? []).includes(field) && !isNullable(property),
      }));
    return { ...common, kind: 'object', fields, ...(event ? { base: EVENT, tag: event.tag } : {}) };
  });
}

const nameOf = (ref) => ref.split('/').at(-1);

const kindsOf = (schema) => [schema.type ?? []].flat();

const isNullable = (schema) => kindsOf(schema).includes('null') || [...(schema.oneOf ?? []), ...(schema.anyOf ?? [])].some((one) => one.type === 'null');

/** A type: {kind: 'named', name}, {kind: 'list', of}, {kind: 'map', of}, or {kind: 'text' | 'whole' | 'number' | 'flag' | 'date' | 'instant' | 'any'}. */
function type(schema, rename) {
  if (schema.$ref) return SKIPPED.includes(nameOf(schema.$ref)) ? { kind: 'any' } : { kind: 'named', name: rename(nameOf(schema.$ref)) };
  const alternatives = [...(schema.oneOf ?? []), ...(schema.anyOf ?? [])].filter((one) => one.type !== 'null');
  if (alternatives.length === 1) return type(alternatives[0], rename);
  const kinds = kindsOf(schema);
  if (kinds.includes('array')) return { kind: 'list', of: type(schema.items ?? {}, rename) };
  if (kinds.includes('integer')) return { kind: 'whole', wide: schema.format === 'int64' };
  if (kinds.includes('number')) return { kind: 'number' };
  if (kinds.includes('boolean')) return { kind: 'flag' };
  if (kinds.includes('string')) return { kind: { date: 'date', 'date-time': 'instant' }[schema.format] ?? 'text' };
  if (kinds.includes('object') && typeof schema.additionalProperties === 'object') return { kind: 'map', of: type(schema.additionalProperties, rename) };
  return { kind: 'any' };
}
