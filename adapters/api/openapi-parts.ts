/** Pieces the OpenAPI description is put together from. */
export const nullable = (type: string) => ({ type: [type, 'null'] });
export const object = (properties: Record<string, unknown>) => ({ type: 'object', properties });
export const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
export const json = (schema: unknown) => ({ content: { 'application/json': { schema } } });
export const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: ref('Problem') } },
});

export const lang = {
  name: 'lang',
  in: 'query',
  schema: { type: 'string', enum: ['ja', 'ja-easy', 'en'], default: 'ja' },
};
export const prefecture = {
  name: 'prefecture',
  in: 'query',
  description: 'Prefecture 01–47; without it, all Japan.',
  schema: { type: 'string', pattern: '^(0[1-9]|[1-3][0-9]|4[0-7])$' },
};
export const query = (name: string, schema: unknown, description: string, required = false) => ({
  name,
  in: 'query',
  required,
  description,
  schema,
});
