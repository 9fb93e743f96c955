// Writes the types for TypeScript.

const HEAD = `// Written by clients/generate.mjs from the service's description. Do not edit.
`;

export function typescript(types) {
  return [HEAD, ...types.map(declare)].join('\n');
}

function declare(type) {
  const comment = type.description ? `/** ${type.description} */\n` : '';
  if (type.kind === 'enum') return `${comment}export type ${type.name} = ${type.values.map((value) => `'${value}'`).join(' | ')};\n`;
  if (type.kind === 'union') return `${comment}export type ${type.name} =\n${type.cases.map((one) => `  | ${one.name}`).join('\n')};\n`;
  const tag = type.tag ? [`  type: '${type.tag}';`] : [];
  return `${comment}export interface ${type.name} {\n${[...tag, ...type.fields.map(field)].join('\n')}\n}\n`;
}

function field({ name, description, type, required }) {
  return `${description ? `  /** ${description} */\n` : ''}  ${name}${required ? '' : '?'}: ${nameOf(type)};`;
}

function nameOf(type) {
  switch (type.kind) {
    case 'named': return type.name;
    case 'list': return `${nameOf(type.of)}[]`;
    case 'map': return `Record<string, ${nameOf(type.of)}>`;
    case 'whole':
    case 'number': return 'number';
    case 'flag': return 'boolean';
    case 'any': return 'unknown';
    default: return 'string';
  }
}
