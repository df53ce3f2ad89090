/** A field of a description that the docs leave out on purpose. */
export interface LeftOut {
  field: string;
  reason: string;
}

/** All that the docs leave out of a description. They show every other field with text or a number. */
export const leftOut: readonly LeftOut[] = [
  { field: '`operationId`', reason: 'names the operation for programs; the link to the operation ends in it' },
  { field: '`jsonSchemaDialect`, `$schema`, `$vocabulary`', reason: 'say how programs read schemas' },
  {
    field: '`$self`, `$id`, `$anchor`, `$dynamicAnchor`, `$defs`',
    reason: 'say where other parts of a description find a schema',
  },
  { field: '`$comment`', reason: 'JSON Schema keeps it from users' },
  { field: '`pattern` beside `contentSchema`', reason: 'the schema of the content says more' },
  { field: '`format: password`', reason: 'says how a form shows the value' },
  { field: '`readOnly` fields of requests, `writeOnly` fields of responses', reason: 'no message holds them' },
  {
    field: 'what a nearer field replaces',
    reason:
      'servers, parameters and words of an operation stand before those of its path, words of a schema before those of its parts',
  },
  { field: 'paths without an operation', reason: 'there is nothing to call' },
  { field: 'the name of an example that is the only one', reason: 'there is nothing to choose' },
  { field: 'examples of a field of more than 400 characters', reason: 'those of the whole body are in the panel' },
  { field: 'the fields of a body beyond 150, the deepest first', reason: 'no reader goes through more' },
  { field: 'components that nothing refers to', reason: 'no message holds them' },
  { field: '`x-` fields, unless this file names them', reason: 'each tool has its own' },
];
