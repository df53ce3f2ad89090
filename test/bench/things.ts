/** The schema of a thing. */
const thing: object = {
  type: 'object',
  required: ['id', 'name'],
  properties: {
    id: { type: 'integer', minimum: 1 },
    name: { type: 'string', minLength: 1, maxLength: 100 },
    tags: { type: 'array', items: { type: 'string', maxLength: 20 } },
    price: { type: 'number' },
    isOpen: { type: 'boolean' },
  },
};

/** A list of things. */
export const things: object = { type: 'object', required: ['items'], properties: { items: { type: 'array', items: thing } } };

/**
 * A description with the given number of operations, each with its own path, parameter and schema, and one operation that takes
 * a list of things.
 */
export function thingsDescription(count: number): object {
  const numbers = Array.from({ length: count }, (_, index) => index);
  const schemas = Object.fromEntries(numbers.map((number) => [`Thing${number}`, thing]));
  const paths = Object.fromEntries(numbers.map((number) => [`/things${number}/{id}`, { post: operation(number) }]));
  const list = { 'application/json': { schema: things } };
  const lists = { post: { operationId: 'list', requestBody: { content: list }, responses: { 200: { description: '' } } } };
  return {
    openapi: '3.1.0',
    info: { title: 'Things', version: '1' },
    paths: { ...paths, '/list': lists },
    components: { schemas },
  };
}

function operation(number: number): object {
  const schema = { $ref: `#/components/schemas/Thing${number}` };
  const example = { id: 1, name: 'A thing', tags: ['new'], price: 1.5, isOpen: true };
  return {
    operationId: `thing${number}`,
    parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'integer' } }],
    requestBody: { required: true, content: { 'application/json': { schema } } },
    responses: {
      200: { description: 'Kept', content: { 'application/json': { schema, example } } },
      400: { description: 'Not valid' },
    },
  };
}

/** A list of things with about the given number of bytes as JSON. */
export function listOfThings(bytes: number): { items: object[] } {
  const one = (index: number): object => ({
    id: index + 1,
    name: `A thing with a name of some length, the number ${index}`,
    tags: ['new', 'a longer tag', 'large'],
    price: index / 8,
    isOpen: index % 2 === 0,
  });
  const count = Math.floor(bytes / (JSON.stringify(one(1000)).length + 1));
  return { items: Array.from({ length: count }, (_, index) => one(index)) };
}
